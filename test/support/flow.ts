/** The hosted flow: its messages and its iframe. */
import { once } from './once.js';
import { settle } from './time.js';

/** Where the flow is in production. */
export const FLINKS = 'https://payments.flinksapp.com';
/** Where it is while a merchant tries it out. */
export const SANDBOX = 'https://payments-uat.flinksapp.com';

/** The messages by which the payer leaves the flow. */
export const LEAVINGS = [
  'COMPONENT_PAD_WARNING_SCREEN_EXIT',
  'COMPONENT_OTHER_FUNDING_OPTIONS_SELECTED',
  'COMPONENT_NBO_RETURN_TO_CLIENT_SELECTED',
] as const;

/** The messages that end the flow. */
export const ENDINGS = ['SUCCESS', 'GUARANTEE_FAILED', ...LEAVINGS] as const;

/** A message arrives: a step, or any data at all. Unless said otherwise, from the flow's own origin. */
export async function say(
  step: unknown,
  { origin = FLINKS, source = null }: { origin?: string; source?: MessageEventSource | null } = {},
): Promise<void> {
  post(typeof step === 'string' ? { Step: step } : step, { origin, source });
  await settle();
}

/** Posts the very data, and waits for nothing. */
export function post(
  data: unknown,
  { origin = FLINKS, source = null }: { origin?: string; source?: MessageEventSource | null } = {},
): void {
  window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
}

/** The tag of an iframe with the flow's address, which the browser never loads. */
export function iframe(sessionId: string, { origin = SANDBOX, attributes = '' } = {}): string {
  return `<iframe loading="lazy" title="Pay from your bank" style="position: absolute; top: 99999px; width: 1px"
    src="${origin}/app/?sessionId=${sessionId}" ${attributes}></iframe>`;
}

/** The tag of an iframe that is loaded, from the origin of the tests. */
export function localIframe(sessionId: string, attributes = ''): string {
  return `<iframe title="Pay from your bank" src="${localFlow(sessionId)}" ${attributes}></iframe>`;
}

/** The address of a flow on the origin of the tests. */
export function localFlow(sessionId: string): string {
  return `${new URL('flow.html', import.meta.url).href}?sessionId=${sessionId}`;
}

/** The window of an iframe. */
export function windowOf(frame: Element | null | undefined): Window {
  if (frame instanceof HTMLIFrameElement && frame.contentWindow) return frame.contentWindow;
  throw new Error('There is no iframe with a window.');
}

/** Waits for an iframe that the browser really loads. */
export async function loaded(frame: HTMLIFrameElement | null): Promise<void> {
  if (frame?.contentDocument?.readyState === 'complete' && frame.contentDocument.URL !== 'about:blank') return;
  if (!frame) throw new Error('There is no iframe to wait for.');
  await once(frame, 'load');
}
