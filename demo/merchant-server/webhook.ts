import { createHmac, timingSafeEqual } from 'node:crypto';
import { isSessionId } from '../../src/protocol/index.js';
import { isRecord, parseJson } from './http.js';

/**
 * Whether whoever sent this knows the webhook secret. Flinks' page “Client Setup” (GEFT webhooks): the header
 * `X-Webhook-Signature` is `sha256=` and the HMAC-SHA256 of the raw body in hex.
 */
export function isSigned(body: Buffer, header: string | string[] | undefined, secret: string): boolean {
  const hex = typeof header === 'string' ? /^sha256=([0-9a-f]{64})$/i.exec(header)?.[1] : undefined;
  if (hex === undefined) return false;
  return timingSafeEqual(Buffer.from(hex, 'hex'), createHmac('sha256', secret).update(body).digest());
}

/**
 * The session that a webhook is about; all else in it is left unread, its status above all. It is looked for in the body
 * and in the objects directly in it: a wrong guess does no harm where Flinks is asked in any case.
 */
export function sessionOf(body: Buffer): string | null {
  const event = parseJson(body);
  if (!isRecord(event)) return null;
  for (const place of [event, ...Object.values(event)]) {
    const sessionId = isRecord(place) ? place['sessionId'] : null;
    if (typeof sessionId === 'string' && isSessionId(sessionId)) return sessionId;
  }
  return null;
}
