import { registerCatalogue, type Catalogue } from '../../src/index.js';
import { en } from '../../src/locale/en.js';
import { fr } from '../../src/locale/fr.js';
import {
  advance,
  button,
  details,
  endpoint,
  mount,
  mountHtml,
  NOT_ELIGIBLE,
  part,
  PHASES,
  plainDetails,
  reach,
  receiptOf,
  say,
  sentences,
  sessionId,
  settle,
  setUp,
  title,
  told,
} from '../support/bench.js';
import { markedCatalogue } from '../support/catalogues.js';
import { expect } from '../support/expect.js';

setUp();

const ENGLISH = en.texts.waiting[0];
const FRENCH = fr.texts.waiting[0];

describe('another language', () => {
  it('is English until it is registered, and then at once that language; the watch goes on as it was', async () => {
    const element = await mount({ lang: 'eo' });
    expect(title(element)).to.equal(ENGLISH);
    await say('SUBMIT_MFA');
    await advance(5);
    const { snapshot } = element;
    const before = told(element).length;
    registerCatalogue('eo', markedCatalogue('EO'));
    await element.updateComplete;
    expect([title(element), sentences(element)]).to.deep.equal(['EO waiting title', 'EO waiting body']);
    expect(part(element, 'card')?.lang).to.equal('eo');
    expect(element.snapshot).to.equal(snapshot);
    expect(told(element).length).to.equal(before);
    await advance(25);
    expect(endpoint.times()).to.deep.equal([0, 30]);
  });

  for (const phase of PHASES) {
    it(`has its words in ${phase}`, async () => {
      registerCatalogue('eo', markedCatalogue('EO'));
      const element = await reach(phase, { lang: 'eo' });
      const key = phase === 'declined' ? 'EFT0402' : phase;
      expect([title(element), sentences(element)]).to.deep.equal([`EO ${key} title`, `EO ${key} body`]);
    });
  }

  it('has its words in the steps, the receipt, the button, the hint, the form', async () => {
    registerCatalogue('eo', markedCatalogue('EO'));
    const element = await mount({ lang: 'eo', 'max-attempts': '1', required: '' });
    element.details = { ...plainDetails(sessionId()), guaranteeDetails: { highestDebitAmountToGuarantee: 50 } };
    await settle();
    expect(receiptOf(element).map(([label]) => label)).to.deep.equal([
      'EO amount',
      'EO guaranteedUpTo',
      // The bank is called what the step is called that is about it.
      'EO 0',
      'EO account',
      'EO reference',
    ]);
    expect(receiptOf(element)[2]?.[1]).to.equal('EO bank 3');
    expect(button(element)?.innerText).to.equal('EO checkAgain');
    expect(part(element, 'hint')?.innerText).to.equal('EO checkSoon');
    expect(element.validationMessage).to.equal('EO required');
    element.sessionId = crypto.randomUUID();
    element.maxAttempts = 5;
    await settle();
    await say('SUBMIT_MFA');
    expect(part(element, 'steps')?.ariaLabel).to.equal('EO progress');
    const names = Array.from(part(element, 'steps')?.children ?? [], step => step.textContent);
    expect(names).to.deep.equal(['EO 0', 'EO 1', 'EO 2', 'EO 3', 'EO 4']);
  });

  it('writes amounts in its own way', async () => {
    registerCatalogue('es-ES', markedCatalogue('ES'));
    const element = await mount({ lang: 'es-ES' });
    element.details = { sessionId: sessionId(), amount: 12345.6 };
    await settle();
    const expected = (12345.6).toLocaleString('es-ES', { style: 'currency', currency: 'CAD' });
    expect(expected).to.match(/^12\.345,60/);
    expect(receiptOf(element)).to.deep.equal([['ES amount', expected]]);
  });

  it('leaves elements in other languages as they are', async () => {
    const [english, french] = [await mount({ lang: 'en' }), await mount({ lang: 'fr' })];
    registerCatalogue('cy', markedCatalogue('CY'));
    await settle();
    expect([title(english), title(french)]).to.deep.equal([ENGLISH, FRENCH]);
  });

  it('reaches elements whose page says it', async () => {
    const element = await mountHtml(
      `<div lang="ga"><flinks-geft-status session-id="${sessionId()}"></flinks-geft-status></div>`,
    );
    registerCatalogue('ga', markedCatalogue('GA'));
    await settle();
    expect(title(element)).to.equal('GA waiting title');
  });

  it('registered while an element is off the page, is there when it is back', async () => {
    const element = await mount({ lang: 'eu' });
    element.remove();
    await settle();
    registerCatalogue('eu', markedCatalogue('EU'));
    document.body.append(element);
    await settle();
    expect(title(element)).to.equal('EU waiting title');
  });

  it('registered again, has the newer words', async () => {
    const element = await mount({ lang: 'is' });
    registerCatalogue('is', markedCatalogue('Old'));
    registerCatalogue('is', markedCatalogue('New'));
    await settle();
    expect(title(element)).to.equal('New waiting title');
  });

  it('gives way to a merchant’s own texts', async () => {
    registerCatalogue('eo', markedCatalogue('EO'));
    const element = await mount({ lang: 'eo' });
    element.messages = { waiting: { title: 'Own' } };
    await settle();
    expect([title(element), sentences(element)]).to.deep.equal(['Own', 'EO waiting body']);
  });

  it('is text, never markup', async () => {
    registerCatalogue('mt', markedCatalogue('<img src=x onerror=alert(1)>'));
    const element = await mount({ lang: 'mt' });
    expect(title(element)).to.equal('<img src=x onerror=alert(1)> waiting title');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });
});

describe('a language and its regions', () => {
  const cases: [registered: string, lang: string, isIt: boolean][] = [
    ['gl', 'gl', true],
    ['gl', 'GL', true],
    ['gl', 'gl-ES', true],
    ['gl', 'gl_ES', true],
    ['gl', 'gl-Latn-ES', true],
    ['gl', 'glk', false],
    ['gl', 'g', false],
    ['oc-FR', 'oc-FR', true],
    ['oc-FR', 'OC_fr', true],
    ['oc-FR', 'oc-FR-x-private', true],
    ['oc-FR', 'oc', false],
    ['oc-FR', 'oc-ES', false],
    ['OC-fr', 'oc-fr', true],
  ];
  for (const [registered, lang, isIt] of cases) {
    it(`${registered} is ${isIt ? '' : 'not '}for “${lang}”`, async () => {
      registerCatalogue(registered, markedCatalogue(registered.toUpperCase()));
      const element = await mount({ lang });
      expect(title(element)).to.equal(isIt ? `${registered.toUpperCase()} waiting title` : ENGLISH);
    });
  }

  it('the nearer one is used: the region’s before the language’s', async () => {
    registerCatalogue('pt-BR', markedCatalogue('PT-BR'));
    registerCatalogue('pt', markedCatalogue('PT'));
    const titles = [];
    for (const lang of ['pt-BR', 'pt-PT', 'pt']) titles.push(title(await mount({ lang })));
    expect(titles).to.deep.equal(['PT-BR waiting title', 'PT waiting title', 'PT waiting title']);
  });

  it('a region of French comes before French, and leaves the rest of it French', async () => {
    registerCatalogue('fr-CH', markedCatalogue('CH'));
    const titles = [];
    for (const lang of ['fr-CH', 'fr', 'fr-CA', 'fr-FR']) titles.push(title(await mount({ lang })));
    expect(titles).to.deep.equal(['CH waiting title', FRENCH, FRENCH, FRENCH]);
  });
});

describe('what is no language tag', () => {
  for (const tag of ['', ' ', 'e', 'es_MX', 'español', '-', 'es-', '*', 'es mx', 'x'.repeat(9)]) {
    it(`“${tag}” is refused, and changes nothing`, async () => {
      const element = await mount({ lang: tag });
      expect(() => {
        registerCatalogue(tag, markedCatalogue('No'));
      }).to.throw(RangeError);
      await settle();
      expect(title(element)).to.equal(ENGLISH);
    });
  }
});

describe('a catalogue with something missing', () => {
  const partOf = (catalogue: object): Catalogue => catalogue as Catalogue;

  it('says the rest in English', async () => {
    registerCatalogue('sw', partOf({ texts: { waiting: ['SW title', 'SW body'] }, amount: 'SW amount' }));
    const element = await mount({ lang: 'sw' });
    element.details = plainDetails(sessionId());
    await say('SUBMIT_MFA');
    expect([title(element), sentences(element)]).to.deep.equal(['SW title', 'SW body']);
    expect(receiptOf(element).map(([label]) => label)).to.deep.equal([
      'SW amount',
      en.stages[0],
      en.account,
      en.reference,
    ]);
    expect(part(element, 'steps')?.ariaLabel).to.equal(en.progress);
    await say('SUCCESS');
    expect(title(element)).to.equal(en.texts.confirming[0]);
  });

  it('with nothing in it, is English', async () => {
    registerCatalogue('zu', partOf({}));
    endpoint.says(NOT_ELIGIBLE);
    const element = await mount({ lang: 'zu', required: '' });
    expect(title(element)).to.equal(en.texts.EFT0402[0]);
    expect(element.validationMessage).to.equal(en.required);
    expect(details(element, 'geft-settled').length).to.equal(1);
  });

  it('cannot say that it is in another language than the one it is registered for', async () => {
    registerCatalogue('xh', partOf({ ...markedCatalogue('XH'), lang: 'en' }));
    expect(part(await mount({ lang: 'xh' }), 'card')?.lang).to.equal('xh');
  });
});

describe('the built-in languages', () => {
  it('are what they were, after all this', async () => {
    const titles = [];
    for (const lang of ['en', 'en-CA', 'fr', 'fr-CA', 'de']) titles.push(title(await mount({ lang })));
    expect(titles).to.deep.equal([ENGLISH, ENGLISH, FRENCH, FRENCH, ENGLISH]);
  });
});

// The last of this page: from here on, Canadian French is another one.
describe('French of Canada', () => {
  it('registered, comes before French; the rest of it stays', async () => {
    registerCatalogue('fr-CA', markedCatalogue('CA'));
    const titles = [];
    for (const lang of ['fr-CA', 'FR_ca', 'fr', 'fr-FR']) titles.push(title(await mount({ lang })));
    expect(titles).to.deep.equal(['CA waiting title', 'CA waiting title', FRENCH, FRENCH]);
  });
});
