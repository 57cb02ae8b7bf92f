import type { Messages } from '../../src/index.js';
import { en } from '../../src/locale/en.js';
import {
  advance,
  create,
  endpoint,
  freshSession,
  fullDetails,
  http,
  NOT_ELIGIBLE,
  isSeen,
  mount,
  mountHtml,
  part,
  payerReads,
  PHASES,
  reach,
  say,
  SCHEDULED,
  sentences,
  sessionId,
  settle,
  setUp,
  status,
  title,
  told,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

describe('the language', () => {
  const pageLang = document.documentElement.lang;
  afterEach(() => {
    document.documentElement.lang = pageLang;
  });

  const french = /Votre/;
  const english = /Your/;
  const cases: [lang: string, words: RegExp][] = [
    ['fr', french],
    ['fr-CA', french],
    ['FR_ca', french],
    ['fr_CA', french],
    ['en', english],
    ['en-CA', english],
    ['de', english],
    ['', english],
  ];
  for (const [lang, words] of cases) {
    it(`“${lang}”`, async () => {
      const element = await mount({ lang });
      expect(title(element)).to.match(words);
      expect(part(element, 'card')?.lang).to.match(words === french ? /^fr/ : /^en/);
    });
  }

  it('is the nearest ancestor’s', async () => {
    const element = await mountHtml(
      `<div lang="fr"><p><flinks-geft-status session-id="${sessionId()}"></flinks-geft-status></p></div>`,
    );
    expect(title(element)).to.match(french);
  });

  it('is found through shadow roots', async () => {
    const outer = document.body.appendChild(document.createElement('div'));
    outer.lang = 'fr-CA';
    const middle = outer.attachShadow({ mode: 'closed' }).appendChild(document.createElement('div'));
    const element = await mount({}, '', middle.attachShadow({ mode: 'open' }));
    expect(title(element)).to.match(french);
    outer.lang = 'en';
    await settle();
    expect(title(element)).to.match(english);
  });

  const changes: [name: string, change: (element: HTMLElement) => void][] = [
    ['its own lang', element => (element.lang = 'fr')],
    ['the page’s', () => (document.documentElement.lang = 'fr-CA')],
    ['an ancestor’s', element => element.parentElement?.setAttribute('lang', 'fr')],
  ];
  for (const [name, change] of changes) {
    it(`changed, renders anew and never restarts the watch: ${name}`, async () => {
      const element = await mountHtml(`<flinks-geft-status session-id="${sessionId()}"></flinks-geft-status>`);
      await say('SUBMIT_MFA');
      await advance(5);
      const { snapshot } = element;
      const before = told(element).length;
      change(element);
      await settle();
      expect(title(element)).to.match(french);
      expect(element.snapshot).to.equal(snapshot);
      expect(told(element).length).to.equal(before);
      await advance(25);
      expect(endpoint.times()).to.deep.equal([0, 30]);
    });
  }

  it('moved into another language, speaks it', async () => {
    const element = await mount();
    const section = document.body.appendChild(document.createElement('section'));
    section.lang = 'fr';
    section.append(element);
    await settle();
    expect(title(element)).to.match(french);
  });
});

describe('the words', () => {
  for (const lang of ['en', 'fr']) {
    for (const phase of PHASES) {
      it(`${phase}, ${lang}: a title and a sentence or two, no code, no reason`, async () => {
        const element = await reach(phase, { lang });
        expect(title(element)).to.not.equal('');
        expect(sentences(element)).to.match(/\.$/);
        expect(payerReads(element)).to.not.match(/EFT|risk|risqu|fraud|NSF|HTTP|undefined|null|\[object/i);
      });
    }

    it(`identity and eligibility stay generic: ${lang}`, async () => {
      const read: string[] = [];
      for (const code of ['EFT0402', 'EFT0403', 'EFT0404']) {
        endpoint.says(status('Failed', code));
        read.push(payerReads(await mount({ lang, 'session-id': crypto.randomUUID() })));
      }
      expect(new Set(read).size).to.equal(1);
    });
  }

  it('an unconfirmed outcome says not to pay again before checking', async () => {
    expect(payerReads(await reach('unconfirmed'))).to.match(/do not pay again/i);
    expect(payerReads(await reach('unconfirmed', { lang: 'fr', 'session-id': crypto.randomUUID() }))).to.match(
      /ne pas payer de nouveau/i,
    );
  });
});

describe('own texts', () => {
  it('are none by default', async () => expect((await mount()).messages).to.deep.equal({}));

  it('of a code come before those of its phase, and those before the catalogue’s', async () => {
    endpoint.says(NOT_ELIGIBLE);
    const element = await mount();
    const before = [title(element), sentences(element)];
    element.messages = { declined: { title: 'Phase', body: 'Of the phase.' } };
    await settle();
    expect([title(element), sentences(element)]).to.deep.equal(['Phase', 'Of the phase.']);
    element.messages = {
      declined: { title: 'Phase', body: 'Of the phase.' },
      EFT0402: { title: 'Code', body: 'Of the code.' },
    };
    await settle();
    expect([title(element), sentences(element)]).to.deep.equal(['Code', 'Of the code.']);
    element.messages = {};
    await settle();
    expect([title(element), sentences(element)]).to.deep.equal(before);
  });

  it('that are no texts give way', async () => {
    const element = await mount();
    const before = title(element);
    // As a page without types may hand them over.
    element.messages = JSON.parse('{"waiting":{"title":7,"body":"Of the page."}}') as Messages;
    await settle();
    expect([title(element), sentences(element)]).to.deep.equal([before, 'Of the page.']);
  });

  for (const phase of PHASES) {
    it(`may be had for ${phase}`, async () => {
      const element = create();
      element.remove();
      const reached = await reach(phase);
      reached.messages = { [phase]: { title: 'Own title', body: 'Own body.' } };
      await settle();
      expect([title(reached), sentences(reached)]).to.deep.equal(['Own title', 'Own body.']);
    });
  }

  it('may be a title alone, or a body alone', async () => {
    const element = await mount();
    const body = sentences(element);
    element.messages = { waiting: { title: 'Own title' } };
    await settle();
    expect([title(element), sentences(element)]).to.deep.equal(['Own title', body]);
  });

  it('of another code or phase say nothing', async () => {
    const element = await mount();
    const before = payerReads(element);
    element.messages = { EFT0402: { title: 'Code' }, success: { title: 'Phase' }, constructor: { title: 'No' } };
    await settle();
    expect(payerReads(element)).to.equal(before);
  });

  it('of EFT0301 or success do not speak for a success that is not confirmed', async () => {
    const element = await mount();
    element.messages = { success: { title: 'Paid!' }, EFT0301: { title: 'Paid!' } };
    await advance(20);
    endpoint.says(() => Promise.reject(new TypeError('Failed to fetch')));
    await say('SUCCESS');
    await advance(120);
    expect(element.snapshot).to.include({ phase: 'success', confirmed: false });
    expect(payerReads(element)).to.match(/submitted/);
  });

  it('are text, never markup', async () => {
    const element = await mount();
    element.messages = { waiting: { title: '<img src=x onerror=alert(1)>', body: '<b>bold</b>' } };
    await settle();
    expect(title(element)).to.equal('<img src=x onerror=alert(1)>');
    expect(element.shadowRoot?.querySelector('img, b')).to.equal(null);
  });

  it('changed, ask for nothing and tell of nothing', async () => {
    const element = await mount();
    const before = told(element).length;
    element.messages = { waiting: { title: 'Own title' } };
    await settle();
    expect(told(element).length).to.equal(before);
    expect(endpoint.times()).to.deep.equal([0]);
  });
});

describe('own texts with places', () => {
  type Own = Record<string, { title?: string; body?: string }>;
  type Known = { amount: unknown; referenceId: unknown };

  /** The words of a declined payment (EFT0402), of which the endpoint knows so much. */
  async function declined(own: Own, known: Partial<Known> = {}, lang = 'en'): Promise<[string, string]> {
    endpoint.says(status('Failed', 'EFT0402', known));
    const element = await mount({ lang });
    element.messages = own;
    await settle();
    return [part(element, 'title')?.textContent ?? '', part(element, 'body')?.textContent ?? ''];
  }

  const cases: [text: string, known: Partial<Known>, lang: string, shown: string][] = [
    ['{amount}', {}, 'en', '$500.00'],
    ['{amount}', {}, 'fr', '500,00\u00A0$'],
    ['{amount}', { amount: 0 }, 'en', '$0.00'],
    ['{reference}', {}, 'en', 'USER12345'],
    ['{reference}: {amount}, {reference}!', {}, 'en', 'USER12345: $500.00, USER12345!'],
    ['No places', { amount: null, referenceId: null }, 'en', 'No places'],
    ['{other} {Amount} { amount } {} {', {}, 'en', '{other} {Amount} { amount } {} {'],
    ['{{amount}}', {}, 'en', '{$500.00}'],
    ['$& {reference}', { referenceId: '$& $1 $$ $`' }, 'en', '$& $& $1 $$ $`'],
    ['{reference}', { referenceId: '{amount}' }, 'en', '{amount}'],
    ['{amount} {reference}', { referenceId: '{reference}' }, 'en', '$500.00 {reference}'],
    ['{reference}', { referenceId: '<img src=x onerror=alert(1)>' }, 'en', '<img src=x onerror=alert(1)>'],
  ];
  for (const [text, known, lang, shown] of cases) {
    it(`“${text}” of ${JSON.stringify(known)}, ${lang}: “${shown}”`, async () => {
      const words = await declined({ EFT0402: { title: text, body: text } }, known, lang);
      expect(words).to.deep.equal([shown, shown]);
      expect(document.querySelector('flinks-geft-status')?.shadowRoot?.querySelector('img')).to.equal(null);
    });
  }

  const unknowns: [place: string, known: Partial<Known>][] = [
    ['{amount}', { amount: null }],
    ['{amount}', { amount: '500' }],
    ['{reference}', { referenceId: null }],
    ['{reference}', { referenceId: '' }],
    ['{amount} {reference}', { amount: null }],
    ['{amount} {reference}', { referenceId: null }],
  ];
  for (const [place, known] of unknowns) {
    describe(`“${place}” of ${JSON.stringify(known)}`, () => {
      it('gives way to the phase’s', async () => {
        const words = await declined({ EFT0402: { title: `Code ${place}` }, declined: { title: 'Phase' } }, known);
        expect(words[0]).to.equal('Phase');
      });

      it('gives way to the catalogue’s, where the phase’s has it too', async () => {
        const own = { EFT0402: { title: `Code ${place}` }, declined: { title: `Phase ${place}` } };
        expect((await declined(own, known))[0]).to.equal(en.texts.EFT0402[0]);
      });

      it('title and body each for itself', async () => {
        const words = await declined({ EFT0402: { title: `Code ${place}`, body: 'Of the code.' } }, known);
        expect(words).to.deep.equal([en.texts.EFT0402[0], 'Of the code.']);
      });
    });
  }

  it('take them from the details, before the endpoint’s', async () => {
    const element = await mount();
    element.messages = { waiting: { title: '{amount}', body: '{reference}' } };
    element.details = { sessionId: sessionId(), amount: 700, referenceId: 'ORDER-7' };
    await settle();
    expect([title(element), sentences(element)]).to.deep.equal(['$700.00', 'ORDER-7']);
    element.details = { sessionId: sessionId(), amount: null, referenceId: null };
    await settle();
    expect([title(element), sentences(element)]).to.deep.equal(['$500.00', 'USER12345']);
    element.details = fullDetails(freshSession());
    await settle();
    expect([title(element), sentences(element)]).to.deep.equal(['$500.00', 'USER12345']);
  });

  it('take them from the details where the endpoint knows nothing', async () => {
    endpoint.says(http(500));
    const element = await mount();
    const before = title(element);
    element.messages = { waiting: { title: '{amount}' } };
    await settle();
    expect(title(element)).to.equal(before);
    element.details = fullDetails(sessionId());
    await settle();
    expect(title(element)).to.equal('$500.00');
  });

  it('change with the language', async () => {
    const element = await mount();
    element.messages = { waiting: { title: '{amount}' } };
    await settle();
    expect(title(element)).to.equal('$500.00');
    element.lang = 'fr';
    await settle();
    expect(part(element, 'title')?.textContent).to.equal('500,00\u00A0$');
  });

  it('forget what the session before was about', async () => {
    const element = await mount();
    element.messages = { waiting: { title: '{reference}' } };
    await settle();
    endpoint.says(status('Initiated', 'EFT0101', { referenceId: null }));
    element.sessionId = freshSession();
    await settle();
    expect(title(element)).to.equal(en.texts.waiting[0]);
  });
});

describe('the words of a code', () => {
  for (const code of ['EFT0401', 'EFT0402', 'EFT0403', 'EFT0404'] as const) {
    it(`Failed/${code}: its own, and that no money was taken`, async () => {
      endpoint.says(status('Failed', code));
      const element = await mount();
      expect([title(element), sentences(element)]).to.deep.equal(en.texts[code]);
      expect(sentences(element)).to.match(/No money was taken\b/);
    });
  }

  for (const code of ['EFT0499', null]) {
    it(`Failed/${String(code)}: nothing about money`, async () => {
      endpoint.says(status('Failed', code));
      const element = await mount();
      expect(element.phase).to.equal('declined');
      expect([title(element), sentences(element)]).to.deep.equal(en.texts.declined);
    });
  }

  it('a failure that only the flow told of: nothing about money', async () => {
    const element = await mount();
    await say('GUARANTEE_FAILED');
    expect([title(element), sentences(element)]).to.deep.equal(en.texts.declined);
  });

  it('are not those of a code that lags behind the flow', async () => {
    const element = await mount();
    element.messages = { EFT0101: { title: 'Just begun' }, confirming: { title: 'Confirming' } };
    await settle();
    expect(title(element)).to.equal('Just begun');
    await say('SUCCESS');
    expect(title(element)).to.equal('Confirming');
  });

  for (const phase of ['success', 'submitted', 'expired', 'toString', '__proto__']) {
    it(`a code that is called “${phase}” says nothing`, async () => {
      endpoint.says(status('InProgress', phase));
      const element = await mount();
      expect(element.phase).to.equal('waiting');
      expect(title(element)).to.equal(en.texts.waiting[0]);
      element.messages = { success: { title: 'Paid!' }, submitted: { title: 'Paid!' }, expired: { title: 'Expired' } };
      await settle();
      expect(title(element)).to.equal(en.texts.waiting[0]);
    });

    it(`a failure whose code is called “${phase}” is no more than a failure`, async () => {
      endpoint.says(status('Failed', phase));
      const element = await mount();
      expect(element.phase).to.equal('declined');
      expect(title(element)).to.equal(en.texts.declined[0]);
      element.messages = { success: { title: 'Paid!' }, submitted: { title: 'Paid!' }, expired: { title: 'Expired' } };
      await settle();
      expect(title(element)).to.equal(en.texts.declined[0]);
    });
  }
});

describe('the steps', () => {
  it('are there while it runs, the current one marked', async () => {
    const element = await mount();
    await say('APP_MOUNTED');
    expect(isSeen(part(element, 'steps'))).to.be.true;
    const current = (): number =>
      Array.from(element.shadowRoot?.querySelectorAll('li') ?? []).findIndex(each => each.ariaCurrent === 'step');
    const seen: number[] = [current()];
    for (const step of ['SUBMIT_MFA', 'ACCOUNT_SELECTED', 'GUARANTEE_OFFERED', 'COMPONENT_PAD_DOWNLOADED']) {
      await say(step);
      seen.push(current());
    }
    expect(seen).to.deep.equal([0, 1, 2, 3, 4]);
    endpoint.says(SCHEDULED);
    await advance(30);
    expect(part(element, 'steps')).to.equal(null);
  });

  it('are left out with no-steps', async () => {
    const element = await mount({ 'no-steps': '' });
    await say('SUBMIT_MFA');
    expect(element.noSteps).to.be.true;
    expect(part(element, 'steps')).to.equal(null);
    element.noSteps = false;
    await settle();
    expect(isSeen(part(element, 'steps'))).to.be.true;
  });
});
