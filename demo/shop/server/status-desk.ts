import type { Answer } from './http.js';
import { keepNewest } from './keep-newest.js';

interface Entry {
  askedAt: number;
  answer: Promise<Answer>;
}

/** Flinks asks for no more than one status call per session in this time. */
const floor = 10_000;
/** A browser that keeps the same pace may arrive a moment early: it waits, rather than get the previous answer again. */
const patience = 1_000;

/**
 * Asks for the status of sessions on behalf of everyone: pages through the relay, and the shop itself.
 * However many ask, one call per session goes out every ten seconds; the others get the latest answer.
 */
export class StatusDesk {
  readonly #ask: (sessionId: string) => Promise<Answer>;
  readonly #entries = new Map<string, Entry>();

  constructor(ask: (sessionId: string) => Promise<Answer>) {
    this.#ask = ask;
  }

  async status(sessionId: string): Promise<Answer> {
    const known = this.#entries.get(sessionId);
    if (!known) return this.#call(sessionId);
    const wait = known.askedAt + floor - Date.now();
    if (wait > patience) return known.answer;
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait));
    const latest = this.#entries.get(sessionId);
    return latest && latest !== known ? latest.answer : this.#call(sessionId);
  }

  #call(sessionId: string): Promise<Answer> {
    const answer = this.#ask(sessionId);
    this.#entries.delete(sessionId);
    this.#entries.set(sessionId, { askedAt: Date.now(), answer });
    keepNewest(this.#entries);
    return answer;
  }
}
