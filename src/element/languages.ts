import type { ReactiveControllerHost } from 'lit';
import type { Catalogue } from '../locale/catalogue.js';
import { addCatalogue } from '../locale/resolve.js';

type Host = ReactiveControllerHost & Element;

// One observer for all: the browser walks every observer of a tree at every mutation in it.
const hosts = new Set<Host>();
let observer: MutationObserver | undefined;

/** Renders an element anew when the language that it stands in may be another one. Restarts nothing. */
export function followLang(host: Host): void {
  hosts.add(host);
  host.requestUpdate();
  observer ??= new MutationObserver(renderAll);
  for (let root = host.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { attributeFilter: ['lang'], subtree: true });
    if (!(root instanceof ShadowRoot)) break;
  }
}

/** Off the page, there is no language to follow. */
export function leaveLang(host: Host): void {
  hosts.delete(host);
  if (!hosts.size) observer?.disconnect();
}

/**
 * Gives the elements of this page another language, or other texts for one.
 *
 * @param lang Its language tag, e.g. `es` or `es-MX`: for elements in that language and its regions. What is no language
 *   tag throws a `RangeError`, and nothing is changed.
 * @param catalogue Its texts. Their type asks for all of them; what is missing all the same stays English.
 */
export function registerCatalogue(lang: string, catalogue: Omit<Catalogue, 'lang'>): void {
  addCatalogue(lang, catalogue);
  renderAll();
}

function renderAll(): void {
  for (const host of hosts) host.requestUpdate();
}
