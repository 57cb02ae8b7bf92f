import type { Clock } from './clock.js';
import type { Answer } from './http.js';
import { keepNewest } from './keep-newest.js';

interface Entry {
  /** Before this, Flinks is not asked again. */
  nextAt: number;
  answer: Promise<Answer>;
  /** The call after this one, once somebody waits for it. */
  next: Promise<Answer> | null;
}

/** Flinks asks for no more than one status call per session in this time. */
const floor = 10_000;
/** A browser that keeps the same pace may arrive a moment early: it waits, rather than get the previous answer again. */
const patience = 1_000;
/** Flinks may ask for a longer rest, but not for ever. */
const longestRest = 300_000;

/**
 * Asks for the status of sessions on behalf of everyone: pages through the relay, and the shop itself.
 * However many ask, one call per session goes out every ten seconds; the others get the latest answer.
 */
export class StatusDesk {
  readonly #ask: (sessionId: string) => Promise<Answer>;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(ask: (sessionId: string) => Promise<Answer>, clock: Clock) {
    this.#ask = ask;
    this.#clock = clock;
  }

  /** The latest answer; a new one where that is old enough. */
  async status(sessionId: string): Promise<Answer> {
    const known = this.#entries.get(sessionId);
    if (!known || this.#rest(known) <= patience) return this.next(sessionId);
    return withRest(await known.answer, this.#rest(known));
  }

  /** An answer to a call that goes out from now on, as soon as it may. */
  next(sessionId: string): Promise<Answer> {
    const known = this.#entries.get(sessionId);
    return known ? (known.next ??= this.#callAfter(known, sessionId)) : this.#call(sessionId);
  }

  async #callAfter(known: Entry, sessionId: string): Promise<Answer> {
    await known.answer;
    while (this.#rest(known) > 0) await this.#clock.wait(this.#rest(known));
    return this.#call(sessionId);
  }

  #call(sessionId: string): Promise<Answer> {
    const entry: Entry = { nextAt: this.#clock.now() + floor, answer: this.#ask(sessionId), next: null };
    entry.answer = entry.answer.then(answer => {
      const rest = Math.min(this.#restAskedFor(answer), longestRest);
      entry.nextAt = Math.max(entry.nextAt, this.#clock.now() + rest);
      return answer;
    });
    this.#entries.delete(sessionId);
    this.#entries.set(sessionId, entry);
    keepNewest(this.#entries);
    return entry.answer;
  }

  #rest({ nextAt }: Entry): number {
    return nextAt - this.#clock.now();
  }

  /** `Retry-After`: seconds or a date. */
  #restAskedFor({ headers }: Answer): number {
    const text = headers?.['Retry-After'];
    if (text === undefined) return 0;
    const rest = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - this.#clock.now();
    return Number.isNaN(rest) ? 0 : rest;
  }
}

/** Whoever gets a failure again is told the rest of the rest. */
function withRest(answer: Answer, rest: number): Answer {
  if (answer.headers?.['Retry-After'] === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'Retry-After': String(Math.ceil(rest / 1000)) } };
}
