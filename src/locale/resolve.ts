import type { Catalogue } from './catalogue.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** The texts in the language that an element is in: its own `lang`, else its nearest ancestor's, out of shadow roots too. */
export function catalogueFor(element: Element): Catalogue {
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? undefined;
  const root = element.getRootNode();
  return lang === undefined && root instanceof ShadowRoot ? catalogueFor(root.host) : resolveCatalogue(lang ?? '');
}

/** The catalogue for a language tag in any spelling: `fr`, `fr-CA` and `FR_ca` are French, all else is English. */
export function resolveCatalogue(lang: string): Catalogue {
  return /^fr(?![a-z])/i.test(lang) ? fr : en;
}
