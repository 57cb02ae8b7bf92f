import type { Snapshot } from '../watch/watch-state.js';

/** What a form learns of the payment: its session once it succeeded; where that is required, that it is missing. */
export function report(
  internals: ElementInternals,
  { phase, sessionId }: Snapshot,
  complaint: string,
  anchor: HTMLElement | undefined,
): void {
  const isPaid = phase === 'success';
  internals.setFormValue(isPaid ? sessionId : null);
  internals.setValidity({ valueMissing: !isPaid && !!complaint }, complaint || undefined, anchor);
  internals.states.clear();
  internals.states.add(phase);
}
