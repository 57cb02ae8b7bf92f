import type { Clock } from './clock.js';
import { isRecord, type Answer } from './http.js';
import { keepNewest } from './keep-newest.js';
import { detailsForPayer } from './payer-details.js';

interface Entry {
  keptUntil: number;
  answer: Promise<Answer>;
}

/** While the session goes on: long enough for what asks at once, short enough to be there with the next status. */
const briefly = 2_000;
const afterTheEnd = 600_000;

/**
 * Fetches the details of sessions for their payers: what they may see of them, and each of them seldom. A page asks after
 * each change of status; however many pages do, Flinks is asked once in two seconds, and hardly again after the end.
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
    if (known && this.#clock.now() < known.keptUntil) return known.answer;
    const entry: Entry = { keptUntil: Infinity, answer: this.#ask(sessionId).then(detailsForPayer) };
    this.#entries.delete(sessionId);
    this.#entries.set(sessionId, entry);
    keepNewest(this.#entries);
    void entry.answer.then(({ body }) => {
      entry.keptUntil = this.#clock.now() + (isOver(body) ? afterTheEnd : briefly);
    });
    return entry.answer;
  }
}

/** `Completed` alone may still await its signature: more is to come. */
function isOver(body: unknown): boolean {
  if (!isRecord(body)) return false;
  const { status, step } = body;
  if (status === 'Completed') return isRecord(step) && step['current'] === 'Complete';
  return ['Failed', 'Canceled', 'Cancelled', 'Expired'].some(end => end === status);
}
