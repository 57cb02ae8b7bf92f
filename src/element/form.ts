import { catalogueFor } from '../locale/resolve.js';
import type { Snapshot } from '../watch/watch-state.js';

/** What the form needs to know of its element. */
export interface FormHost extends HTMLElement {
  readonly required: boolean;
  readonly snapshot: Snapshot;
  readonly renderRoot: ParentNode;
}

/**
 * Tells the form of the payment: its session once it succeeded; where that is required, that it is missing. The styles
 * of the page learn of its phase. Nothing else changes what a form knows: neither a reset nor what a browser restores.
 */
export function report(host: FormHost, internals: ElementInternals): void {
  const { phase, sessionId } = host.snapshot;
  const isPaid = phase === 'success';
  const complaint = host.required ? catalogueFor(host).required : '';
  const card = host.renderRoot.querySelector('div') ?? undefined;
  internals.setFormValue(isPaid ? sessionId : null);
  internals.setValidity({ valueMissing: !isPaid && !!complaint }, complaint || undefined, card);
  internals.states.clear();
  internals.states.add(phase);
}
