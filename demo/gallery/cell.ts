import type { FlinksGeftStatus } from '../../src/index.js';
import { element } from '../shop/dom.js';
import { bilingual, inLanguage, type Phrase } from './bilingual.js';
import { languages, themes, type Variant } from './variants.js';

/** What a merchant offers the payer at each end, by slot. */
const OFFERS: Readonly<Record<string, Phrase>> = {
  signature: ['Go back and sign', 'Retourner signer'],
  success: ['See your order', 'Voir votre commande'],
  declined: ['Pay another way', 'Payer autrement'],
  left: ['Pay another way', 'Payer autrement'],
  canceled: ['Pay another way', 'Payer autrement'],
  expired: ['Pay another way', 'Payer autrement'],
  unconfirmed: ['Write to us', 'Nous écrire'],
  error: ['Write to us', 'Nous écrire'],
};

/** One element in its surroundings: a box of this width, in this language and theme. */
export function cell(caseId: string, variant: Variant, status: FlinksGeftStatus): HTMLElement {
  const { lang, theme, width } = variant;
  for (const [slot, phrase] of Object.entries(OFFERS)) {
    status.append(element('a', { slot, href: '#' }, inLanguage(phrase, lang)));
  }
  const [english, french] = languages[lang];
  const [light, clair] = themes[theme];
  return element(
    'figure',
    { class: 'variant', 'data-lang': lang, 'data-theme': theme, 'data-width': String(width) },
    bilingual('figcaption', [`${english} · ${light} · ${width} px`, `${french} · ${clair} · ${width} px`]),
    element(
      'div',
      { class: `cell ${theme} width-${width}`, lang, 'data-test': `cell-${caseId}-${lang}-${theme}-${width}` },
      status,
    ),
  );
}
