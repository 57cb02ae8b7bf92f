import {
  advance,
  create,
  endpoint,
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
