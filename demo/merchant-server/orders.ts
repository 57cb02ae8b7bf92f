import { randomUUID } from 'node:crypto';
import { isSessionId } from '../../src/protocol/index.js';
import { isRecord, Refusal } from './http.js';
import { keepNewest } from './keep-newest.js';

export const modes = ['frame', 'popup', 'redirect'] as const;
export type Mode = (typeof modes)[number];

export interface OrderRequest {
  reference: string;
  amount: number;
  language: 'en' | 'fr';
  mode: Mode;
}

export interface Order extends OrderRequest {
  readonly orderId: string;
  /** The session that was made for this order. No other one can pay for it. */
  readonly sessionId: string;
  /** The browser that placed it. */
  readonly payer: string;
  shippedAt: number | null;
}

/** The shop's memory; a real one has a database. */
export class Orders {
  readonly #bySession = new Map<string, Order>();
  readonly #byId = new Map<string, Order>();

  add(request: OrderRequest, sessionId: string, payer: string): Order {
    const orderId = `R-${randomUUID().slice(0, 8).toUpperCase()}`;
    const order: Order = { ...request, orderId, sessionId: sessionId.toLowerCase(), payer, shippedAt: null };
    this.#bySession.set(order.sessionId, order);
    this.#byId.set(order.orderId, order);
    keepNewest(this.#bySession);
    keepNewest(this.#byId);
    return order;
  }

  /** A session that is none of the shop's own is nobody's business here. */
  ofSession(sessionId: string): Order {
    if (!isSessionId(sessionId)) throw invalid('Not a session id.');
    return this.#bySession.get(sessionId.toLowerCase()) ?? refuse();
  }

  withId(orderId: string): Order {
    return this.#byId.get(orderId) ?? refuse();
  }

  /** For one who only says what session it is about. */
  find(sessionId: string | null): Order | undefined {
    return this.#bySession.get(sessionId?.toLowerCase() ?? '');
  }
}

/** To whom an order is no business, it is as if there were none. */
export function refuse(): never {
  throw new Refusal(404, 'not_found', 'The shop knows no such order.');
}

/** The demo's page names its own price, to try this and that; a real shop takes it from its own basket. */
export function readOrderRequest(body: unknown): OrderRequest {
  if (!isRecord(body)) throw invalid('The order must be an object.');
  const { reference, amount, language = 'en', mode = 'frame' } = body;
  if (typeof reference !== 'string' || !/^[\w-]{1,40}$/.test(reference)) {
    throw invalid('reference: 1 to 40 letters, digits, - or _.');
  }
  if (typeof amount !== 'number' || !(amount >= 1 && amount <= 10_000)) throw invalid('amount: from 1 to 10000.');
  if (language !== 'en' && language !== 'fr') throw invalid('language: en or fr.');
  const knownMode = modes.find(known => known === mode);
  if (!knownMode) throw invalid(`mode: ${modes.join(', ')}.`);
  return { reference, amount: Math.round(amount * 100) / 100, language, mode: knownMode };
}

function invalid(message: string): Refusal {
  return new Refusal(400, 'invalid_request', message);
}
