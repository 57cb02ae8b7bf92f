import { outcomeOf, readSessionStatus } from '../../src/protocol/index.js';
import type { Clock } from './clock.js';
import type { Answer } from './http.js';
import type { Order } from './orders.js';
import type { StatusDesk } from './status-desk.js';

/**
 * What Flinks says of an order's payment. `in-part`: it is scheduled, for less than the order costs. `unknown`: Flinks did
 * not answer, which says nothing of the payment.
 */
export type Verdict = 'paid' | 'in-part' | 'pending' | 'failed' | 'unknown';

/** How often Flinks is asked after a webhook, where it does not know of the end yet. */
const triesAfterNews = 3;

/**
 * The one rule: goods leave on Flinks' own word to this server, on `Completed` with `EFT0301` for the order's own session
 * and its full amount, and on nothing else. What a page or a webhook says is only ever a reason to ask.
 */
export class Shipping {
  readonly #desk: StatusDesk;
  readonly #send: (order: Order) => void;
  readonly #clock: Clock;
  readonly #followed = new Set<Order>();

  constructor(desk: StatusDesk, send: (order: Order) => void, clock: Clock) {
    this.#desk = desk;
    this.#send = send;
    this.#clock = clock;
  }

  async verdict(order: Order): Promise<Verdict> {
    return verdictOn(order, await this.#desk.status(order.sessionId));
  }

  /** Ships what may be shipped, once. */
  async ship(order: Order): Promise<Verdict> {
    return this.#shipOn(order, await this.verdict(order));
  }

  /** There is news of the order, from whomever: asks Flinks, anew. One at a time, or a flood of news would be one of waiting. */
  async follow(order: Order): Promise<void> {
    if (order.shippedAt !== null || this.#followed.has(order)) return;
    this.#followed.add(order);
    try {
      for (let left = triesAfterNews; left > 0; left -= 1) {
        const verdict = verdictOn(order, await this.#desk.next(order.sessionId));
        this.#shipOn(order, verdict);
        if (verdict !== 'pending' && verdict !== 'unknown') return;
      }
    } finally {
      this.#followed.delete(order);
    }
  }

  #shipOn(order: Order, verdict: Verdict): Verdict {
    if (verdict === 'paid' && order.shippedAt === null) {
      order.shippedAt = this.#clock.now();
      this.#send(order);
    }
    return verdict;
  }
}

/** `Completed` with `EFT0302` is unsigned, and pays nothing; a code that nobody knows is no success either. */
export function verdictOn(order: Order, answer: Answer): Verdict {
  const report = answer.status === 200 ? readSessionStatus(answer.body, order.sessionId) : null;
  if (report === null || typeof report === 'string') return 'unknown';
  switch (outcomeOf(report.status, report.statusDetails)) {
    case 'success':
      return report.amount !== null && cents(report.amount) >= cents(order.amount) ? 'paid' : 'in-part';
    case 'declined':
    case 'canceled':
    case 'expired':
      return 'failed';
    default:
      return 'pending';
  }
}

function cents(dollars: number): number {
  return Math.round(dollars * 100);
}
