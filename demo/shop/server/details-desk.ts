import { isRecord, type Answer } from './http.js';
import { keepNewest } from './keep-newest.js';
import { detailsForPayer } from './orders.js';

interface Entry {
  keptUntil: number;
  answer: Promise<Answer>;
}

/** While the session goes on: long enough for what asks at once, short enough to be there with the next status. */
const briefly = 2_000;
const afterTheEnd = 600_000;
const ends: readonly unknown[] = ['Completed', 'Failed', 'Canceled', 'Cancelled', 'Expired'];

/**
 * Fetches the details of sessions for their payers: what they may see of them, and each of them seldom. A page asks after
 * each change of status; however many pages do, Flinks is asked once in two seconds, and not again after the end.
 */
export class DetailsDesk {
  readonly #ask: (sessionId: string) => Promise<Answer>;
  readonly #entries = new Map<string, Entry>();

  constructor(ask: (sessionId: string) => Promise<Answer>) {
    this.#ask = ask;
  }

  details(sessionId: string): Promise<Answer> {
    const known = this.#entries.get(sessionId);
    if (known && Date.now() < known.keptUntil) return known.answer;
    const entry: Entry = { keptUntil: Date.now() + briefly, answer: this.#fetch(sessionId) };
    this.#entries.delete(sessionId);
    this.#entries.set(sessionId, entry);
    keepNewest(this.#entries);
    void entry.answer.then(
      ({ body }) => {
        if (isRecord(body) && ends.includes(body['status'])) entry.keptUntil = Date.now() + afterTheEnd;
      },
      () => this.#entries.delete(sessionId),
    );
    return entry.answer;
  }

  async #fetch(sessionId: string): Promise<Answer> {
    return detailsForPayer(await this.#ask(sessionId));
  }
}
