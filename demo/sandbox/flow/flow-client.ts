import type { FlowAction } from '../flow-steps.js';
import type { Audience, FlowReply } from '../types.js';

/** The page's line to its server. */

export async function open(sessionId: string, audience: Audience): Promise<FlowReply | null> {
  return call(sessionId, '/open', { audience });
}

export async function look(sessionId: string): Promise<FlowReply | null> {
  return call(sessionId, '');
}

export async function send(sessionId: string, action: FlowAction): Promise<FlowReply | null> {
  return call(sessionId, '/act', action);
}

/** Null when the sandbox does not know the session. */
async function call(sessionId: string, path: string, body?: object): Promise<FlowReply | null> {
  const response = await fetch(`/app/api/sessions/${encodeURIComponent(sessionId)}${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  if (response.status === 400 || response.status === 404) return null;
  const reply: unknown = await response.json();
  if (!response.ok || !isReply(reply)) throw new Error(`The sandbox answered ${String(response.status)}`);
  return reply;
}

function isReply(value: unknown): value is FlowReply {
  return typeof value === 'object' && value !== null && 'view' in value && 'messages' in value;
}
