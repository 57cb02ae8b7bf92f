import type { Language } from './language.js';

/** What the pages ask their own server. Session ids come and go; tokens never do. */

export type Mode = 'frame' | 'popup' | 'redirect';

export interface OrderWish {
  reference: string;
  amount: number;
  language: Language;
  mode: Mode;
}

export interface PlacedOrder {
  sessionId: string;
  flowUrl: string;
  orderId: string;
}

export type OrderState = 'paid' | 'pending' | 'failed';

/** The shop's server said no; `status` is 0 where it said nothing at all. */
export class ShopError extends Error {
  constructor(readonly status: number) {
    super(`The shop answered with ${status}.`);
  }
}

export async function placeOrder(wish: OrderWish): Promise<PlacedOrder> {
  const { sessionId, flowUrl, orderId } = await call('POST', '/shop/orders', wish);
  if (typeof sessionId !== 'string' || typeof flowUrl !== 'string' || typeof orderId !== 'string') {
    throw new ShopError(502);
  }
  return { sessionId, flowUrl, orderId };
}

/** The server's own word, which is what an order is confirmed on. */
export async function askOrder(sessionId: string): Promise<{ orderId: string; state: OrderState }> {
  const { orderId, state } = await call('GET', `/shop/orders/${encodeURIComponent(sessionId)}`);
  if (typeof orderId !== 'string' || !isOrderState(state)) throw new ShopError(502);
  return { orderId, state };
}

export async function cancelOrder(sessionId: string): Promise<void> {
  await call('POST', `/shop/orders/${encodeURIComponent(sessionId)}/cancel`);
}

export async function sandboxOrigin(): Promise<string> {
  const { sandboxOrigin } = await call('GET', '/shop/config');
  if (typeof sandboxOrigin !== 'string') throw new ShopError(502);
  return sandboxOrigin;
}

async function call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const sent: RequestInit = { method };
  if (body !== undefined) {
    sent.headers = { 'Content-Type': 'application/json' };
    sent.body = JSON.stringify(body);
  }
  const response = await fetch(path, sent).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  if (!response?.ok || !isRecord(answer)) throw new ShopError(response?.status ?? 0);
  return answer;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isOrderState(value: unknown): value is OrderState {
  return value === 'paid' || value === 'pending' || value === 'failed';
}
