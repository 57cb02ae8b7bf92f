import { randomUUID } from 'node:crypto';
import { isRecord, Refusal, type Answer } from './http.js';
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
  orderId: string;
  sessionId: string;
}

/** The shop's own word on an order; goods leave on `paid`, and on nothing else. */
export type OrderState = 'paid' | 'pending' | 'failed';

/** The shop's memory; a real one has a database. */
export class Orders {
  readonly #bySession = new Map<string, Order>();

  add(request: OrderRequest, sessionId: string): Order {
    const order = { ...request, sessionId, orderId: `R-${randomUUID().slice(0, 8).toUpperCase()}` };
    this.#bySession.set(sessionId.toLowerCase(), order);
    keepNewest(this.#bySession);
    return order;
  }

  /** A session that is none of the shop's own is nobody's business here. */
  find(sessionId: string): Order {
    const order = this.#bySession.get(sessionId.toLowerCase());
    if (!order) throw new Refusal(404, 'not_found', 'Session not found');
    return order;
  }
}

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

/** `EFT0302` is `Completed` too, yet unsigned: nothing is paid by it. */
export function orderState({ body }: Answer): OrderState {
  if (!isRecord(body)) return 'pending';
  if (body['status'] === 'Completed' && body['statusDetails'] === 'EFT0301') return 'paid';
  return ['Failed', 'Canceled', 'Cancelled', 'Expired'].some(over => over === body['status']) ? 'failed' : 'pending';
}

/** Of all that Flinks knows, what the payer may see. No risk levels, scores or addresses leave the server. */
export function detailsForPayer({ status, body }: Answer): Answer {
  if (status !== 200 || !isRecord(body)) {
    return { status: status === 200 ? 502 : status, body: { error: 'details_unavailable' } };
  }
  const { sessionId, referenceId, amount, currency } = body;
  return {
    status: 200,
    body: {
      sessionId,
      status: body['status'],
      step: pick(body['step'], ['current']),
      referenceId,
      amount,
      currency,
      payor: { account: payerAccount(body['payor']) },
      guaranteeDetails: pick(body['guaranteeDetails'], [
        'guaranteeOffered',
        'guaranteeAccepted',
        'highestDebitAmountToGuarantee',
        'guaranteedEftType',
      ]),
    },
  };
}

function payerAccount(payor: unknown): unknown {
  const account = isRecord(payor) ? payor['account'] : null;
  if (!isRecord(account)) return null;
  const lastDigits = String(account['accountNumber']).slice(-4);
  return { ...pick(account, ['institutionCode']), accountNumber: `****${lastDigits}` };
}

function pick(value: unknown, names: readonly string[]): Record<string, unknown> | null {
  return isRecord(value) ? Object.fromEntries(names.map(name => [name, value[name]])) : null;
}

function invalid(message: string): Refusal {
  return new Refusal(400, 'invalid_request', message);
}
