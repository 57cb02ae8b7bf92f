import type { Phase } from '../../src/index.js';
import {
  advance,
  button,
  currentStep,
  freshSession,
  fullDetails,
  part,
  PHASES,
  reach,
  settle,
  setUp,
} from '../support/bench.js';
import { violations } from '../support/axe.js';
import { expect } from '../support/expect.js';
import { pageIs, pageIsPlain, THEMES, type Theme } from '../support/theme.js';

setUp();

const LANGUAGES = ['en', 'fr'] as const;

/** A page of that language and theme, with an element in every phase, and everything that it may show. */
async function openPage(lang: string, theme: Theme): Promise<readonly HTMLElement[]> {
  pageIs(theme);
  document.documentElement.lang = lang;
  const main = document.createElement('main');
  main.innerHTML = '<h1>Checkout</h1>';
  document.body.append(main);
  const elements: HTMLElement[] = [];
  for (const phase of PHASES) {
    const element = await inPhase(phase);
    const section = main.appendChild(document.createElement('section'));
    section.innerHTML = `<h2>${phase}</h2>`;
    section.append(element);
    elements.push(element);
  }
  await settle();
  return elements;
}

async function inPhase(phase: Phase): Promise<HTMLElement> {
  const session = freshSession();
  const own = `<p slot="${phase}"><a href="/elsewhere">Another way</a></p>`;
  const attributes = { 'session-id': phase === 'idle' ? null : session, name: phase, required: '' };
  const element = await reach(phase, attributes, own);
  element.details = {
    ...fullDetails(session),
    step: { current: 'AccountSelection' },
    guaranteeDetails: { highestDebitAmountToGuarantee: 300, guaranteedEftType: 'Partial' },
  };
  return element;
}

describe('axe', () => {
  const pageLang = document.documentElement.lang;

  afterEach(() => {
    pageIsPlain();
    document.documentElement.lang = pageLang;
  });

  for (const lang of LANGUAGES) {
    for (const theme of THEMES) {
      it(`has nothing to object to in any phase: ${lang}, ${theme}`, async function () {
        this.timeout(60_000);
        const elements = await openPage(lang, theme);
        expect(elements.length).to.equal(PHASES.length);
        expect(elements.some(element => currentStep(element) === 2)).to.be.true;
        expect(elements.filter(element => part(element, 'receipt')).length).to.equal(PHASES.length - 1);
        expect(elements.map(button).filter(each => each?.disabled).length).to.equal(1);
        expect(await violations()).to.deep.equal([]);
      });
    }
  }

  it('has nothing to object to in “Check again” that waits no longer', async function () {
    this.timeout(60_000);
    pageIs('light');
    const main = document.body.appendChild(document.createElement('main'));
    main.innerHTML = '<h1>Checkout</h1>';
    const element = await reach('unconfirmed');
    main.append(element);
    await advance(20);
    expect(button(element)?.disabled).to.be.false;
    expect(await violations()).to.deep.equal([]);
  });

  it('looks into the element: it would have', async function () {
    this.timeout(60_000);
    pageIs('light');
    const main = document.body.appendChild(document.createElement('main'));
    main.innerHTML = '<h1>Checkout</h1>';
    const element = await reach('waiting');
    element.style.setProperty('--geft-text', '#bbb');
    element.style.setProperty('--geft-background', '#fff');
    main.append(element);
    await settle();
    expect((await violations()).join('\n')).to.match(/^color-contrast: .*flinks-geft-status.*body/m);
  });
});
