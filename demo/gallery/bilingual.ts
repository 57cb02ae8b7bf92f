import { element } from '../shop/dom.js';
import { currentLanguage, type Language } from '../shop/language.js';

export type Phrase = readonly [english: string, french: string];

/** An element whose text follows the page's language, for sentences that stand beside what they are about. */
export function bilingual<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  phrase: Phrase,
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[Tag] {
  return rephrase(element(tag, attributes), phrase);
}

/** Gives an element that is there already another phrase. */
export function rephrase<Rephrased extends HTMLElement>(node: Rephrased, phrase: Phrase): Rephrased {
  const [english, french] = phrase;
  Object.assign(node.dataset, { en: english, fr: french });
  node.textContent = inLanguage(phrase, currentLanguage());
  return node;
}

export function inLanguage([english, french]: Phrase, language: Language): string {
  return language === 'fr' ? french : english;
}
