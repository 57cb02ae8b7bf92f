import type { Clock } from './clock.js';
import { isRecord, type Answer } from './http.js';
import { keepNewest } from './keep-newest.js';
import { detailsForPayer } from './payer-details.js';

interface Entry {
  /** Until then it is the answer for all who ask. */
  keptUntil: number;
  /** Before this, Flinks is not asked again. */
  nextAt: number;
  answer: Promise<Answer>;
  /** The call after this one, once somebody waits for it. */
  next: Promise<Answer> | null;
}

/** While the session goes on, between an answer and the next call. */
const pause = 2_000;
const afterTheEnd = 600_000;

/**
 * Fetches the details of sessions for their payers: what they may see of them, and each of them seldom. However many
 * pages ask, Flinks is asked once in two seconds, and hardly again after the end. Until the end nobody gets an old answer:
 * a page asks because it has just heard of a change, and may not ask again.
 */
export class DetailsDesk {
  readonly #ask: (sessionId: string) => Promise<Answer>;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(ask: (sessionId: string) => Promise<Answer>, clock: Clock) {
    this.#ask = ask;
    this.#clock = clock;
  }

  details(sessionId: string): Promise<Answer> {
    const known = this.#entries.get(sessionId);
    if (!known) return this.#call(sessionId);
    if (this.#clock.now() < known.keptUntil) return known.answer;
    return (known.next ??= this.#callAfter(known, sessionId));
  }

  async #callAfter({ nextAt }: Entry, sessionId: string): Promise<Answer> {
    const rest = nextAt - this.#clock.now();
    if (rest > 0) await this.#clock.wait(rest);
    return this.#call(sessionId);
  }

  #call(sessionId: string): Promise<Answer> {
    // While it is under way, it is for all.
    const answer = this.#ask(sessionId).then(detailsForPayer);
    const entry: Entry = { keptUntil: Infinity, nextAt: Infinity, answer, next: null };
    this.#entries.delete(sessionId);
    this.#entries.set(sessionId, entry);
    keepNewest(this.#entries);
    void answer.then(({ body }) => {
      const now = this.#clock.now();
      entry.keptUntil = isOver(body) ? now + afterTheEnd : now;
      entry.nextAt = now + pause;
    });
    return answer;
  }
}

/** `Completed` alone may still await its signature: more is to come. */
function isOver(body: unknown): boolean {
  if (!isRecord(body)) return false;
  const { status, step } = body;
  if (status === 'Completed') return isRecord(step) && step['current'] === 'Complete';
  return ['Failed', 'Canceled', 'Cancelled', 'Expired'].some(end => end === status);
}
