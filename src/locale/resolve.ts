import type { Catalogue } from './catalogue.js';
import { en } from './en.js';
import { fr } from './fr.js';

const catalogues = new Map<string, Catalogue>([
  ['en', en],
  ['fr', fr],
]);

/** A catalogue in another language; what a script without types leaves out stays in English. */
export function addCatalogue(lang: string, catalogue: Omit<Catalogue, 'lang'>): void {
  const [tag = lang] = Intl.getCanonicalLocales(lang);
  const texts = { ...en.texts, ...catalogue.texts };
  catalogues.set(tag.toLowerCase(), { ...en, ...catalogue, texts, lang: tag });
}

/** The texts in the language that an element is in: its own `lang`, else its nearest ancestor's, out of shadow roots too. */
export function catalogueFor(element: Element): Catalogue {
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? undefined;
  const root = element.getRootNode();
  return lang === undefined && root instanceof ShadowRoot ? catalogueFor(root.host) : resolveCatalogue(lang ?? '');
}

/** The catalogue for a language tag in any spelling: `fr-CA` and `FR_ca` are `fr-ca`, else `fr`; all else is English. */
export function resolveCatalogue(lang: string): Catalogue {
  let tag = lang.toLowerCase().replaceAll('_', '-');
  while (tag && !catalogues.has(tag)) tag = tag.replace(/(^|-)[^-]*$/, '');
  return catalogues.get(tag) ?? en;
}
