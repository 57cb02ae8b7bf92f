import { element } from './dom.js';
import { words, type Word } from './words.js';

export type Language = 'en' | 'fr';

const memory = 'demo-shop-language';

export function currentLanguage(): Language {
  return document.documentElement.lang === 'fr' ? 'fr' : 'en';
}

/** An element whose text follows the page's language. */
export function spoken<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  word: Word,
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[Tag] {
  return say(element(tag, attributes), word);
}

/** Gives an element that is there already another text. */
export function say<Spoken extends HTMLElement>(spoken: Spoken, word: Word): Spoken {
  spoken.dataset['word'] = word;
  spoken.textContent = wordIn(currentLanguage(), word);
  return spoken;
}

/** An attribute that follows, too: `label(nav, 'pages')` is its `aria-label`. */
export function label<Labelled extends HTMLElement>(
  labelled: Labelled,
  word: Word,
  attribute = 'aria-label',
): Labelled {
  labelled.dataset['labelWord'] = word;
  labelled.dataset['labelAttribute'] = attribute;
  labelled.setAttribute(attribute, wordIn(currentLanguage(), word));
  return labelled;
}

/** An amount of dollars, written as the language has it. */
export function money(amount: number): HTMLDataElement {
  return element('data', { value: String(amount), 'data-money': '' }, moneyIn(currentLanguage(), amount));
}

/** The language asked for in the address, else the one chosen before. */
export function startLanguage(): void {
  const wanted = new URLSearchParams(location.search).get('lang') ?? readMemory();
  setLanguage(wanted?.toLowerCase().startsWith('fr') ? 'fr' : 'en');
}

/** `<html lang>` is what the payment element follows; the shop's own sentences are changed here. */
export function setLanguage(language: Language): void {
  document.documentElement.lang = language;
  writeMemory(language);
  for (const node of document.querySelectorAll<HTMLElement>('[data-fr]')) translate(node, language);
  for (const node of document.querySelectorAll<HTMLElement>('[data-word]')) {
    const word = node.dataset['word'];
    if (isWord(word)) say(node, word);
  }
  for (const node of document.querySelectorAll<HTMLElement>('[data-label-word]')) {
    const { labelWord, labelAttribute } = node.dataset;
    if (isWord(labelWord)) label(node, labelWord, labelAttribute);
  }
  for (const node of document.querySelectorAll<HTMLDataElement>('[data-money]')) {
    node.textContent = moneyIn(language, Number(node.value));
  }
  document.dispatchEvent(new Event('shop-language'));
}

/** The English is the page's own text; it is kept aside when the French takes its place. */
function translate(node: HTMLElement, language: Language): void {
  node.dataset['en'] ??= node.textContent;
  node.textContent = (language === 'fr' ? node.dataset['fr'] : node.dataset['en']) ?? '';
}

function wordIn(language: Language, word: Word): string {
  return words[word][language === 'fr' ? 1 : 0];
}

function moneyIn(language: Language, amount: number): string {
  return new Intl.NumberFormat(`${language}-CA`, { style: 'currency', currency: 'CAD' }).format(amount);
}

function isWord(name: string | undefined): name is Word {
  return name !== undefined && Object.hasOwn(words, name);
}

// Storage may be forbidden; the language is then that of the page alone.
function readMemory(): string | null {
  try {
    return localStorage.getItem(memory);
  } catch {
    return null;
  }
}

function writeMemory(language: Language): void {
  try {
    localStorage.setItem(memory, language);
  } catch {
    // See above.
  }
}
