import type { Messages, SessionDetails } from 'flinks-geft-status';

/** What a checkout has of an order: all of it may be on the page. */
export interface Order {
  /** The hosted flow's address, the session in it. */
  readonly flowUrl: string;
  readonly details: SessionDetails;
}

/** Own words, over those of the element. */
export const messages: Messages = {
  declined: { body: 'No guarantee this time. No money was taken. You can pay by card.' },
};

/** The order that the server has rendered into the page, if it did. */
export function orderOnPage(): Order | null {
  return JSON.parse(document.querySelector('#order')?.textContent ?? 'null');
}

/** Has the shop's server create a session: it alone has the credentials. */
export async function placeOrder(): Promise<Order> {
  const amount = 64.5;
  const reference = new URLSearchParams(location.search).get('reference') ?? 'Happy1';
  const response = await fetch('/shop/orders', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reference, amount, language: 'en', mode: 'frame' }),
  });
  if (!response.ok) throw new Error(`The shop answered with ${response.status}.`);
  const placed: { sessionId: string; flowUrl: string; orderId: string } = await response.json();
  const { sessionId, flowUrl, orderId } = placed;
  return { flowUrl, details: { sessionId, amount, currency: 'CAD', referenceId: orderId } };
}
