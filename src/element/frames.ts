import type { ReactiveControllerHost } from 'lit';

// One observer for all: it costs more than all else that an element needs to look for its iframe.
const roots = new Map<ReactiveControllerHost, Node>();
let observer: MutationObserver | undefined;

/** Renders an element anew whenever an iframe in there may be another one, or have another address. */
export function followFrames(host: ReactiveControllerHost, root: Node): void {
  if (roots.get(host) === root) return;
  roots.set(host, root);
  observer ??= new MutationObserver(renderConcerned);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['src', 'slot', 'id'] });
}

/** Off the page, no iframe matters. */
export function leaveFrames(host: ReactiveControllerHost): void {
  roots.delete(host);
  if (!roots.size) observer?.disconnect();
}

function renderConcerned(records: readonly MutationRecord[]): void {
  for (const [host, root] of roots) if (records.some(({ target }) => root.contains(target))) host.requestUpdate();
}
