import { expect } from '../support/expect.js';
import { catalogueFor, resolveCatalogue } from '../../src/locale/resolve.js';

const FRENCH = ['fr', 'FR', 'Fr', 'fr-CA', 'fr-ca', 'FR_ca', 'fr_CA', 'fr-FR', 'fr-Latn-CA', 'fr-CA-x-private'];
const OTHERS = ['en', 'en-CA', 'EN_us', 'de', 'es', 'x-fr', 'en-FR', 'i-klingon', 'f', 'xx', '', ' ', '*'];
// Frisian, Friulian, Arpitan: languages of their own.
const NEIGHBOURS = ['fry', 'frr', 'fur', 'frp'];

describe('the language of a tag', () => {
  for (const tag of FRENCH) it(`“${tag}” is French`, () => expect(resolveCatalogue(tag).lang).to.match(/^fr/));
  for (const tag of [...OTHERS, ...NEIGHBOURS]) {
    it(`“${tag}” is English`, () => expect(resolveCatalogue(tag).lang).to.match(/^en/));
  }
});

describe('the language of an element', () => {
  const pageLang = document.documentElement.lang;

  afterEach(() => {
    document.documentElement.lang = pageLang;
    document.body.replaceChildren();
  });

  /** The language of the innermost element of some markup. */
  function languageOf(html: string): string {
    document.body.innerHTML = html;
    let innermost: Element = document.body;
    while (innermost.firstElementChild) innermost = innermost.firstElementChild;
    return catalogueFor(innermost).lang.slice(0, 2);
  }

  const cases: Record<string, [html: string, language: string]> = {
    'its own': ['<p lang="fr"></p>', 'fr'],
    'its own before its parent’s': ['<div lang="en"><p lang="fr-CA"></p></div>', 'fr'],
    'the parent’s': ['<div lang="fr"><p></p></div>', 'fr'],
    'the nearest ancestor’s': ['<div lang="fr"><div lang="en"><div><p></p></div></div></div>', 'en'],
    'an ancestor’s that is neither': ['<div lang="fr"><div lang="de"><p></p></div></div>', 'en'],
    'an ancestor’s that is empty: not known': ['<div lang="fr"><div lang=""><p></p></div></div>', 'en'],
  };
  for (const [name, [html, language]] of Object.entries(cases)) {
    it(name, () => expect(languageOf(html)).to.equal(language));
  }

  it('the page’s', () => {
    document.documentElement.lang = 'fr-CA';
    expect(languageOf('<p></p>')).to.equal('fr');
  });

  it('English where nothing says anything', () => {
    document.documentElement.removeAttribute('lang');
    expect(languageOf('<p></p>')).to.equal('en');
  });

  it('out of shadow roots, however many', () => {
    document.body.innerHTML = '<div lang="fr"><section></section></div>';
    const outer = document.querySelector('section')?.attachShadow({ mode: 'closed' });
    const middle = document.createElement('div');
    outer?.append(middle);
    const inner = middle.attachShadow({ mode: 'open' });
    const element = document.createElement('p');
    inner.append(element);
    expect(catalogueFor(element).lang).to.match(/^fr/);
  });

  it('inside a shadow root, before what is outside', () => {
    document.body.innerHTML = '<div lang="fr"><section></section></div>';
    const root = document.querySelector('section')?.attachShadow({ mode: 'open' });
    const wrapper = document.createElement('div');
    wrapper.lang = 'en';
    wrapper.append(document.createElement('p'));
    root?.append(wrapper);
    expect(catalogueFor(wrapper.children[0] ?? wrapper).lang).to.match(/^en/);
  });

  it('of an element that is nowhere', () => {
    expect(catalogueFor(document.createElement('p')).lang).to.match(/^en/);
  });
});
