import type { FlinksGeftStatus } from '../../src/index.js';
import type { SandboxClient } from '../sandbox/client.js';
import type { PayerDetails } from '../sandbox/types.js';
import { element } from '../shop/dom.js';
import type { Case } from './cases.js';

/** A session of the sandbox that is in the state of a case; for “no session yet”, there is none. */
export interface CaseSession {
  readonly example: Case;
  readonly sessionId: string | null;
  readonly details: PayerDetails | null;
  readonly sandbox: SandboxClient;
}

/** Longer than anybody looks at the page, in seconds: what is shown is to stay. */
const LONG = 86_400;

export async function openSession(example: Case, sandbox: SandboxClient): Promise<CaseSession> {
  const { session, bring, hasDetails = false } = example;
  if (!session) return { example, sessionId: null, details: null, sandbox };
  const { sessionId } = await sandbox.createSession({ idleSeconds: LONG, ...session });
  await bring?.(sandbox, sessionId);
  return { example, sessionId, details: hasDetails ? await sandbox.details(sessionId) : null, sandbox };
}

/** An element that watches it. Those of one session share one watcher. */
export function watching({ example, sessionId, details, sandbox }: CaseSession): FlinksGeftStatus {
  const status = element('flinks-geft-status', { 'poll-interval': String(LONG), ...example.attributes });
  if (sessionId === null) return status;
  status.sessionId = sessionId;
  status.baseUrl = sandbox.origin;
  status.details = details;
  return status;
}

/** Says what the flow would, from its origin; one element has to know the frame, and with it all of the session do. */
export function speaker({ example: { id, message }, sessionId, sandbox }: CaseSession): HTMLIFrameElement | null {
  if (sessionId === null || !message) return null;
  const src = sandbox.speakerUrl(sessionId, message);
  const attributes = { class: 'visually-hidden', tabindex: '-1', 'aria-hidden': 'true' };
  return element('iframe', { id: `speaker-${id}`, src, ...attributes });
}
