import { en } from '../../src/locale/en.js';
import { fr } from '../../src/locale/fr.js';
import {
  advance,
  endpoint,
  errors,
  freshSession,
  fullDetails,
  http,
  IN_PROGRESS,
  INITIATED,
  mount,
  NOT_ELIGIBLE,
  part,
  PHASES,
  reach,
  RELAY,
  relay,
  say,
  SCHEDULED,
  sessionId,
  settle,
  setUp,
  TAG,
  UNSIGNED,
  unreachable,
} from '../support/bench.js';
import { expect } from '../support/expect.js';
import { region, spoken, watchRegion, type Region } from '../support/regions.js';

setUp();

const URGENT: readonly string[] = ['declined', 'error'];

const other: Record<Region, Region> = { status: 'alert', alert: 'status' };

function regionOf(phase: string): Region {
  return URGENT.includes(phase) ? 'alert' : 'status';
}

/** Whether an assistive technology gets to see it. */
function isExposed(node: HTMLElement): boolean {
  for (let each: Element | null = node; each; each = each.parentElement) {
    const { display, visibility } = getComputedStyle(each);
    if (display === 'none' || visibility === 'hidden' || each.ariaHidden === 'true') return false;
  }
  return true;
}

describe('the live regions', () => {
  for (const phase of PHASES) {
    const speaking = regionOf(phase);

    it(`${phase} speaks in the ${speaking === 'alert' ? 'assertive' : 'polite'} one; the other is empty`, async () => {
      const element = await reach(phase);
      const words = [part(element, 'title')?.textContent.trim(), part(element, 'body')?.textContent.trim()];
      expect(spoken(element, speaking)).to.equal(words.join(' '));
      expect(words[0]).to.not.equal('');
      expect(region(element, other[speaking]).textContent.trim()).to.equal('');
      expect(region(element, other[speaking]).children.length).to.equal(0);
    });

    it(`${phase}: neither is ever taken out of what is exposed`, async () => {
      const element = await reach(phase);
      for (const role of ['status', 'alert'] as const) {
        expect(isExposed(region(element, role)), role).to.be.true;
        expect(region(element, role).matches('[aria-live], [aria-busy], [aria-busy] *'), role).to.be.false;
      }
    });
  }

  it('hold nothing but the words: no button, no step, no receipt, nothing of the page', async () => {
    const element = await reach('unconfirmed', {}, '<p slot="unconfirmed">Call us.</p>');
    element.details = fullDetails(sessionId());
    await settle();
    const parts = Array.from(region(element, 'status').querySelectorAll('*'), ({ part: of }) => of.value);
    expect(parts).to.deep.equal(['title', 'body']);
  });

  it('are there as soon as the element is', async () => {
    const element = document.createElement(TAG);
    document.body.append(element);
    await element.updateComplete;
    expect([region(element, 'status').isConnected, region(element, 'alert').isConnected]).to.deep.equal([true, true]);
  });

  it('are the same nodes from first to last', async () => {
    const element = await mount({ 'details-url': RELAY });
    const before = [region(element, 'status'), region(element, 'alert')];
    const same = (): void => {
      expect(region(element, 'status') === before[0]).to.be.true;
      expect(region(element, 'alert') === before[1]).to.be.true;
      expect(before.every(each => each.isConnected)).to.be.true;
    };
    await say('GUARANTEE_OFFERED');
    same();
    await say('GUARANTEE_FAILED');
    same();
    await say('SUCCESS');
    same();
    element.lang = 'fr';
    await settle();
    same();
    endpoint.says(NOT_ELIGIBLE);
    await advance(30);
    same();
    const section = document.body.appendChild(document.createElement('section'));
    section.append(element);
    await settle();
    same();
    element.remove();
    await settle();
    document.body.append(element);
    await settle();
    same();
    element.sessionId = null;
    await settle();
    same();
    element.sessionId = 'wrong';
    await settle();
    same();
    expect(element.phase).to.equal('error');
  });
});

describe('what is said', () => {
  it('is written once for each change of words: title and body, no more', async () => {
    const element = await mount();
    const polite = watchRegion(element, 'status');
    const assertive = watchRegion(element, 'alert');
    await say('SUCCESS');
    expect(polite.take()).to.deep.equal(en.texts.confirming);
    endpoint.says(SCHEDULED);
    await advance(30);
    expect(polite.take()).to.deep.equal(en.texts.success);
    expect(assertive.isStill()).to.be.true;
  });

  it('moves from one region to the other: written once there, gone here', async () => {
    const element = await mount();
    const polite = watchRegion(element, 'status');
    const assertive = watchRegion(element, 'alert');
    await say('GUARANTEE_FAILED');
    expect(assertive.take().join(' ')).to.equal(en.texts.declined.join(' '));
    expect(polite.take()).to.deep.equal([]);
    expect(spoken(element, 'status')).to.equal('');
    await say('SUCCESS');
    expect(polite.take().join(' ')).to.equal(en.texts.confirming.join(' '));
    expect(assertive.take()).to.deep.equal([]);
    expect(spoken(element, 'alert')).to.equal('');
  });

  it('where only one of the two is another, only that one is written', async () => {
    const element = await mount();
    await say('GUARANTEE_FAILED');
    const assertive = watchRegion(element, 'alert');
    endpoint.says(NOT_ELIGIBLE);
    await advance(30);
    expect(element.snapshot.confirmed).to.be.true;
    expect(en.texts.EFT0402[0]).to.equal(en.texts.declined[0]);
    expect(assertive.take()).to.deep.equal([en.texts.EFT0402[1]]);
  });

  it('is written once in another language', async () => {
    const element = await mount();
    const polite = watchRegion(element, 'status');
    element.lang = 'fr';
    await settle();
    expect(polite.take()).to.deep.equal(fr.texts.waiting);
  });

  it('is written once in own texts', async () => {
    const element = await mount();
    const polite = watchRegion(element, 'status');
    element.messages = { waiting: { title: '{amount}' } };
    await settle();
    expect(polite.take()).to.deep.equal(['$500.00']);
    element.details = { sessionId: sessionId(), amount: 700 };
    await settle();
    expect(polite.take()).to.deep.equal(['$700.00']);
  });

  type Happening = (element: HTMLElementTagNameMap['flinks-geft-status']) => unknown;
  const nothings: Record<string, Happening> = {
    'a step of the flow': () => say('GUARANTEE_OFFERED'),
    'a message that nobody knows': () => say('SOMETHING'),
    'the same answer again': () => advance(30),
    'another status of the same phase': async () => {
      endpoint.says(IN_PROGRESS);
      await advance(30);
    },
    'a check that fails': async element => {
      endpoint.says(unreachable);
      await advance(30);
      expect(errors(element)).to.deep.equal(['network']);
    },
    'a rendering': element => {
      element.requestUpdate();
    },
    'new details': element => (element.details = fullDetails(sessionId())),
    'new details that the relay has': element => (element.detailsUrl = RELAY),
    'details that cannot be had': element => {
      relay.says(http(500));
      element.detailsUrl = RELAY;
    },
    'no steps': element => (element.noSteps = true),
    'a form that needs it': element => (element.required = true),
    'the same language under another name': element => (element.lang = 'en-GB'),
    'own texts for something else': element => (element.messages = { success: { title: 'Own' } }),
    'a move within the page': element => {
      document.body.appendChild(document.createElement('section')).append(element);
    },
    'another session, which is as far': element => {
      element.sessionId = freshSession();
    },
  };
  for (const [name, happen] of Object.entries(nothings)) {
    it(`is not touched by ${name}`, async () => {
      const element = await mount();
      await say('APP_MOUNTED');
      const words = spoken(element, 'status');
      const polite = watchRegion(element, 'status');
      const assertive = watchRegion(element, 'alert');
      await happen(element);
      await settle();
      expect(spoken(element, 'status')).to.equal(words);
      expect([polite.isStill(), assertive.isStill()]).to.deep.equal([true, true]);
    });
  }

  it('is said anew when the payer signs at last, once', async () => {
    endpoint.says(INITIATED, UNSIGNED, UNSIGNED, SCHEDULED);
    const element = await mount();
    const polite = watchRegion(element, 'status');
    const said: (readonly string[])[] = [];
    for (let check = 0; check < 3; check += 1) {
      await advance(30);
      said.push(polite.take());
    }
    expect(said).to.deep.equal([en.texts.signature, [], en.texts.success]);
    expect(element.phase).to.equal('success');
  });

  it('“Check again” does not say anything by itself, and what comes of it once', async () => {
    const element = await reach('unconfirmed');
    const polite = watchRegion(element, 'status');
    await advance(20);
    expect(polite.isStill()).to.be.true;
    endpoint.says(SCHEDULED);
    element.shadowRoot?.querySelector('button')?.click();
    await settle();
    expect(polite.take().length).to.equal(2);
  });
});
