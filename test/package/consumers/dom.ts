/** A page without a framework. */
import {
  FlinksGeftStatus,
  GeftEvent,
  registerCatalogue,
  type ErrorCode,
  type GeftSettledEvent,
  type Phase,
  type Snapshot,
} from 'flinks-geft-status';

const status = document.querySelector('flinks-geft-status');
if (status) {
  const element: FlinksGeftStatus = status;
  const phase: Phase = element.phase;
  status.sessionId = phase === 'idle' ? '7f3c1c2e-0d3b-4b0e-9d53-0f1f3a1f6a11' : null;
  status.pollInterval = 15;
  status.messages = { declined: { title: 'Not this time' }, EFT0402: { body: 'Call us.' } };
  status.details = { amount: 12.5, payor: { account: { institutionCode: '006' } } };
  status.flowWindow = window.open('/');

  // @ts-expect-error -- a number
  status.pollInterval = '15';
  // @ts-expect-error -- for reading only
  status.phase = 'success';
  // @ts-expect-error -- no such property
  status.sessionID = '';
  // @ts-expect-error -- a message has a title and a body
  status.messages = { declined: { text: '' } };
}

status?.addEventListener('geft-settled', event => {
  const { phase, confirmed, error }: Snapshot = event.detail;
  if (phase === 'success' && confirmed) void status.check().then(({ amount }) => amount?.toFixed(2));
  // @ts-expect-error -- no such phase
  if (phase === 'paid') return;
  const code: ErrorCode | undefined = error?.code;
  return code;
});
status?.addEventListener('geft-step', ({ detail: { step, sessionId } }) => [step.length, sessionId?.length]);
document.addEventListener('geft-error', ({ detail }) => detail.retriable && detail.code === 'network');
window.addEventListener('geft-change', ({ detail }) => detail.attempts + 1, { once: true });

// @ts-expect-error -- no such event: what comes is an `Event` like any other
status?.addEventListener('geft-settle', ({ detail }) => detail.phase);
// @ts-expect-error -- the events are named in full
document.addEventListener('settled', ({ detail }) => detail.phase);

export const created: FlinksGeftStatus = document.createElement('flinks-geft-status');
export const event: GeftSettledEvent = new GeftEvent('geft-settled', created.snapshot);
export const outcome: Promise<Snapshot> = created.settled;
export const isValid: boolean = created.checkValidity() && created.form !== null;

// @ts-expect-error -- a language has all its texts
registerCatalogue('es', { texts: {} });
