import { element } from '../shop/dom.js';
import { bilingual, type Phrase } from './bilingual.js';
import { cases } from './cases.js';
import { languages, themes, widths } from './variants.js';

/** What is shown: by case, language, theme and width. An empty value is all of them. The address says the same. */

const NAMES = ['case', 'lang', 'theme', 'width'] as const;
type Name = (typeof NAMES)[number];
export type Filters = Readonly<Record<Name, string>>;

const ALL: Phrase = ['All', 'Tout'];

const FIELDS: Readonly<Record<Name, { label: Phrase; options: readonly (readonly [string, Phrase])[] }>> = {
  case: {
    label: ['Case', 'Cas'],
    options: cases.map(({ id, title: [english, french] }) => [id, [`${id}: ${english}`, `${id}\u00a0: ${french}`]]),
  },
  lang: { label: ['Language', 'Langue'], options: Object.entries(languages) },
  theme: { label: ['Theme', 'Thème'], options: Object.entries(themes) },
  width: { label: ['Width', 'Largeur'], options: widths.map(width => [String(width), [`${width} px`, `${width} px`]]) },
};

/** Fills the fieldset, and calls back with what to show: now, and at every change. */
export function startFilters(fieldset: HTMLElement, apply: (filters: Filters) => void): void {
  const selects = NAMES.map(name => {
    const select = selectFor(name);
    fieldset.append(
      element('div', { class: 'field' }, bilingual('label', FIELDS[name].label, { for: select.id }), select),
    );
    return select;
  });
  const read = (): Filters => {
    const [id = '', lang = '', theme = '', width = ''] = selects.map(({ value }) => value);
    return { case: id, lang, theme, width };
  };
  fieldset.addEventListener('change', () => {
    history.replaceState(null, '', address(read()));
    apply(read());
  });
  apply(read());
}

function selectFor(name: Name): HTMLSelectElement {
  const select = element('select', { id: `filter-${name}`, 'data-test': `filter-${name}` });
  const { options } = FIELDS[name];
  select.append(
    bilingual('option', ALL, { value: '' }),
    ...options.map(([value, phrase]) => bilingual('option', phrase, { value })),
  );
  const wanted = new URLSearchParams(location.search).get(name) ?? '';
  select.value = options.some(([value]) => value === wanted) ? wanted : '';
  return select;
}

function address(filters: Filters): string {
  const chosen = Object.entries(filters).filter(([, value]) => value);
  const query = new URLSearchParams(chosen).toString();
  return query ? `?${query}` : location.pathname;
}
