import { byId, element } from './dom.js';
import { currentLanguage, label, setLanguage, spoken, startLanguage, type Language } from './language.js';
import type { Word } from './words.js';

const pages: readonly (readonly [address: string, name: Word])[] = [
  ['/', 'home'],
  ['/demo/checkout.html', 'checkout'],
  ['/demo/popup.html', 'popup'],
  ['/demo/return.html', 'returnPage'],
  ['/demo/gallery.html', 'gallery'],
  ['/demo/themes.html', 'themes'],
  ['/demo/docs/', 'documentation'],
];

const languages: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['fr', 'Français'],
];

/** What every page begins with: its language, the bar with the shop's name, pages and languages, and a last line. */
export function startPage(): void {
  startLanguage();
  byId('site-header').append(
    element(
      'a',
      { class: 'brand', href: '/' },
      element('span', { class: 'brand-mark', 'aria-hidden': 'true' }),
      'Tilleul',
    ),
    navigation(),
    languageSwitch(),
  );
  document.body.append(element('footer', { class: 'site-footer' }, spoken('p', 'demoOnly')));
}

function navigation(): HTMLElement {
  const here = location.pathname.replace(/index\.html$/, '');
  const links = pages.map(([href, name]) =>
    element('li', {}, spoken('a', name, href === here ? { href, 'aria-current': 'page' } : { href })),
  );
  return label(element('nav', {}, element('ul', {}, ...links)), 'pages');
}

function languageSwitch(): HTMLElement {
  const buttons = languages.map(([language, name]) =>
    element('button', { type: 'button', lang: language, value: language, 'data-test': `language-${language}` }, name),
  );
  const showChoice = (): void => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.value === currentLanguage()));
  };
  languages.forEach(([language], index) => {
    buttons[index]?.addEventListener('click', () => {
      setLanguage(language);
      showChoice();
    });
  });
  showChoice();
  return label(element('div', { class: 'languages', role: 'group' }, ...buttons), 'languages');
}
