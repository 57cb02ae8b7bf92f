import type { Phase } from '../../src/index.js';
import {
  advance,
  endpoint,
  freshSession,
  isSeen,
  mount,
  part,
  PHASES,
  reach,
  say,
  SCHEDULED,
  settle,
  setUp,
  status,
  TAG,
  UNSIGNED,
  unreachable,
} from '../support/bench.js';
import { expect } from '../support/expect.js';
import { toneOf } from '../support/tones.js';

setUp();

/** The phases whose `:state()` an element matches. */
function states(element: Element): readonly Phase[] {
  return PHASES.filter(phase => element.matches(`:state(${phase})`));
}

describe(':state()', () => {
  for (const phase of PHASES) {
    it(`${phase} is the only one in ${phase}`, async () => {
      expect(states(await reach(phase))).to.deep.equal([phase]);
    });
  }

  it('goes with the phase', async () => {
    const element = await mount();
    const seen = [...states(element)];
    await say('COMPONENT_PAD_WARNING_SCREEN_EXIT');
    seen.push(...states(element));
    await say('APP_MOUNTED');
    seen.push(...states(element));
    endpoint.says(UNSIGNED);
    await advance(30);
    seen.push(...states(element));
    endpoint.says(SCHEDULED);
    await advance(30);
    seen.push(...states(element));
    element.sessionId = null;
    await settle();
    seen.push(...states(element));
    expect(seen).to.deep.equal(['waiting', 'left', 'waiting', 'signature', 'success', 'idle']);
  });

  it('is, at each event, what the event says', async () => {
    const element = await mount();
    const wrong: unknown[] = [];
    for (const type of ['geft-change', 'geft-settled'] as const) {
      element.addEventListener(type, ({ detail }) => {
        if (states(element).join() !== detail.phase) wrong.push([type, detail.phase, states(element)]);
      });
    }
    await say('SUCCESS');
    endpoint.says(UNSIGNED, UNSIGNED, UNSIGNED, SCHEDULED);
    await advance(90);
    expect(element.phase).to.equal('success');
    expect(wrong).to.deep.equal([]);
  });

  it('is none before the element is on the page', () => {
    expect(states(document.createElement(TAG))).to.deep.equal([]);
  });

  it('styles an element from the page', async () => {
    const sheet = document.createElement('style');
    sheet.textContent = `${TAG}:state(declined) { border-top: 7px solid; }`;
    document.body.append(sheet);
    const [declined, waiting] = [await reach('declined'), await reach('waiting', { 'session-id': freshSession() })];
    expect(getComputedStyle(declined).borderTopWidth).to.equal('7px');
    expect(getComputedStyle(waiting).borderTopWidth).to.equal('0px');
  });
});

describe('the tone', () => {
  const tones: Record<Phase, string> = {
    idle: '--geft-accent',
    waiting: '--geft-accent',
    confirming: '--geft-accent',
    signature: '--geft-careful',
    success: '--geft-good',
    declined: '--geft-bad',
    left: '--geft-careful',
    canceled: '--geft-accent',
    expired: '--geft-accent',
    unconfirmed: '--geft-careful',
    // The payment may well have gone through: nothing of failure.
    error: '--geft-careful',
  };
  for (const phase of PHASES) {
    it(`${phase}: ${tones[phase]}`, async () => expect(toneOf(await reach(phase))).to.equal(tones[phase]));
  }

  it('of a failure that only the flow told of is that of a failure', async () => {
    const element = await mount();
    await say('GUARANTEE_FAILED');
    expect(toneOf(element)).to.equal('--geft-bad');
  });

  it('of a success that is not confirmed is careful', async () => {
    const element = await mount();
    await advance(20);
    endpoint.says(unreachable);
    await say('SUCCESS');
    await advance(120);
    expect(element.snapshot).to.include({ phase: 'success', confirmed: false });
    expect(toneOf(element)).to.equal('--geft-careful');
  });

  it('is not what a code says that nobody knows', async () => {
    endpoint.says(status('InProgress', 'success'));
    expect(toneOf(await mount())).to.equal('--geft-accent');
  });
});

describe('the icon', () => {
  for (const phase of PHASES) {
    it(`${phase}: is seen, and for the eye only`, async () => {
      const icon = part(await reach(phase), 'icon');
      expect(isSeen(icon)).to.be.true;
      expect(icon?.getAttribute('aria-hidden')).to.equal('true');
      expect(icon?.querySelector('title, desc, text')).to.equal(null);
      expect(icon?.matches('[role=status] *, [role=alert] *')).to.be.false;
    });
  }

  it('is another one for each tone: colour alone says nothing', async () => {
    const drawings: (string | undefined)[] = [];
    for (const phase of ['waiting', 'success', 'declined', 'left', 'canceled', 'unconfirmed'] as const) {
      const element = await reach(phase, { 'session-id': freshSession() });
      drawings.push(part(element, 'icon')?.outerHTML.replaceAll(/<!--.*?-->/g, ''));
    }
    expect(new Set(drawings).size).to.equal(6);
  });

  it('of a success that is not confirmed is not that of a success', async () => {
    const drawing = (element: Element): string | undefined =>
      part(element, 'icon')?.outerHTML.replaceAll(/<!--.*?-->/g, '');
    const success = drawing(await reach('success'));
    endpoint.says(status('Initiated'));
    const element = await mount({ 'session-id': freshSession() });
    await advance(20);
    endpoint.says(unreachable);
    await say('SUCCESS');
    await advance(120);
    expect(element.phase).to.equal('success');
    expect(drawing(element)).to.not.equal(success);
  });
});
