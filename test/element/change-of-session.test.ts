import type { FlinksGeftStatus } from '../../src/index.js';
import {
  advance,
  details,
  endpoint,
  errors,
  freshSession,
  held,
  INITIATED,
  listenedFor,
  mount,
  NOT_ELIGIBLE,
  phases,
  reach,
  say,
  SCHEDULED,
  sessionId,
  settle,
  setUp,
  silence,
  timers,
  unreachable,
} from '../support/bench.js';
import { expect } from '../support/expect.js';
import { once } from '../support/once.js';

setUp();

describe('another session', () => {
  it('starts afresh', async () => {
    const element = await mount();
    await advance(60);
    await say('SUCCESS');
    const next = freshSession();
    endpoint.says(silence);
    element.sessionId = next;
    await settle();
    expect(element.snapshot).to.deep.equal({
      sessionId: next,
      phase: 'waiting',
      status: null,
      statusDetails: null,
      step: null,
      amount: null,
      referenceId: null,
      confirmed: false,
      source: null,
      attempts: 1,
      checkedAt: null,
      error: null,
    });
    expect(endpoint.times(next)).to.deep.equal([60]);
  });

  it('starts afresh after a final phase, too', async () => {
    const element = await reach('declined');
    endpoint.says(INITIATED, SCHEDULED);
    element.setAttribute('session-id', freshSession());
    await settle();
    expect(element.phase).to.equal('waiting');
    await advance(30);
    expect(element.phase).to.equal('success');
    expect(details(element, 'geft-settled').map(({ phase }) => phase)).to.deep.equal(['declined', 'success']);
  });

  it('aborts the check of the old one', async () => {
    endpoint.says(silence, INITIATED);
    const element = await mount();
    const { signal } = endpoint.last();
    element.sessionId = freshSession();
    await settle();
    expect(signal.aborted).to.be.true;
    expect(errors(element)).to.deep.equal([]);
  });

  it('the old one’s answers never land', async () => {
    const late = held(SCHEDULED);
    endpoint.says(late.answer, INITIATED);
    const element = await mount();
    element.sessionId = freshSession();
    await settle();
    late.release();
    await settle();
    expect(element.phase).to.equal('waiting');
    expect(phases(element)).to.not.include('success');
    expect(details(element, 'geft-settled')).to.deep.equal([]);
  });

  it('the old one’s trouble never shows', async () => {
    const late = held(unreachable);
    endpoint.says(late.answer, INITIATED);
    const element = await mount();
    element.sessionId = freshSession();
    await settle();
    late.release();
    await settle();
    expect(errors(element)).to.deep.equal([]);
    expect(element.snapshot.error).to.equal(null);
  });

  it('the old one is asked for no more', async () => {
    const element = await mount();
    await say('SUCCESS');
    element.sessionId = freshSession();
    await advance(300);
    expect(endpoint.times(sessionId())).to.deep.equal([0]);
  });

  it('the old one’s messages are no longer heard', async () => {
    const element = await mount();
    element.sessionId = freshSession();
    await settle();
    await say({ Step: 'GUARANTEE_FAILED', sessionId: sessionId() });
    expect(element.phase).to.equal('waiting');
  });

  it('while a message is on its way through the page, does not hear it', async () => {
    const own = { 'flow-origin': location.origin };
    const next = freshSession();
    const late: { element?: FlinksGeftStatus } = {};
    const change = (): void => {
      if (late.element) late.element.sessionId = next;
    };
    // The page's own listener comes first; between two listeners of a real message, the element has time to update.
    window.addEventListener('message', change);
    const first = await mount({ ...own, 'session-id': freshSession() });
    const second = await mount(own);
    late.element = second;
    const heard = once(window, 'message');
    window.postMessage({ Step: 'GUARANTEE_FAILED' }, location.origin);
    await heard;
    window.removeEventListener('message', change);
    await settle();
    expect(first.phase).to.equal('declined');
    expect(second.snapshot).to.include({ sessionId: next, phase: 'waiting', step: null });
  });

  it('leaves one set of listeners and timers', async () => {
    const element = await mount();
    const [listeners, clocks] = [listenedFor().length, timers()];
    for (let count = 0; count < 20; count += 1) {
      element.sessionId = freshSession();
      await settle();
    }
    expect(listenedFor().length).to.equal(listeners);
    expect(timers()).to.equal(clocks);
  });

  it('makes another promise of its end; the old one is never kept', async () => {
    const element = await mount();
    const { settled } = element;
    let isKept = false;
    void settled.then(() => (isKept = true));
    endpoint.says(NOT_ELIGIBLE);
    element.sessionId = freshSession();
    await settle();
    expect(element.settled).to.not.equal(settled);
    expect(await element.settled).to.include({ phase: 'declined', sessionId: element.sessionId });
    await advance(60);
    expect(isKept).to.be.false;
  });

  it('has a promise of its own at once, before the element has looked', async () => {
    const element = await reach('success');
    endpoint.says(NOT_ELIGIBLE);
    element.sessionId = freshSession();
    const { settled } = element;
    expect(await settled).to.include({ phase: 'declined', sessionId: element.sessionId });
    expect(await element.settled).to.equal(await settled);
  });

  it('has one at once where nothing had settled and nobody had asked', async () => {
    const element = await mount();
    endpoint.says(SCHEDULED);
    element.sessionId = freshSession();
    const { settled } = element;
    expect(await settled).to.include({ phase: 'success', sessionId: element.sessionId });
  });

  it('asked about with check() at once, is the one that is told of', async () => {
    const element = await reach('success');
    endpoint.says(NOT_ELIGIBLE);
    element.sessionId = freshSession();
    expect(await element.check()).to.include({ phase: 'declined', sessionId: element.sessionId });
  });

  it('and back: the first one afresh, when the floor allows', async () => {
    const [first, second] = [sessionId(), freshSession()];
    const element = await mount();
    await say('SUCCESS');
    await advance(1);
    element.sessionId = second;
    await advance(1);
    element.sessionId = first;
    await advance(7.5);
    expect(element.snapshot).to.include({ sessionId: first, step: null, phase: 'waiting', attempts: 0 });
    expect(endpoint.times(first)).to.deep.equal([0]);
    await advance(0.5);
    expect(endpoint.times(first)).to.deep.equal([0, 10]);
  });

  it('and back to one that has ended: its end at once, told of once', async () => {
    const first = sessionId();
    const element = await reach('success');
    endpoint.says(INITIATED);
    element.sessionId = freshSession();
    await settle();
    element.sessionId = first;
    await settle();
    expect(element.phase).to.equal('success');
    expect((await element.settled).sessionId).to.equal(first);
    await advance(60);
    expect(endpoint.times(first)).to.deep.equal([0]);
    expect(details(element, 'geft-settled').map(({ sessionId: session }) => session)).to.deep.equal([first]);
  });

  it('and back to one that still awaits its signature: afresh, as that is no end', async () => {
    const first = sessionId();
    const element = await reach('signature');
    await advance(50);
    await element.check();
    element.sessionId = freshSession();
    await settle();
    element.sessionId = first;
    await settle();
    expect(element.snapshot).to.include({ sessionId: first, phase: 'waiting', status: null, attempts: 0 });
  });

  it('a setting that is wrong for a moment takes no end back', async () => {
    const element = await reach('success');
    element.flowOrigin = '*';
    await settle();
    expect(element.phase).to.equal('error');
    element.flowOrigin = null;
    await settle();
    expect(element.phase).to.equal('success');
  });

  it('and back in one breath is no change', async () => {
    const element = await mount();
    await say('SUBMIT_MFA');
    const { snapshot, settled } = element;
    element.sessionId = freshSession();
    element.sessionId = sessionId();
    await settle();
    expect(element.snapshot).to.equal(snapshot);
    expect(element.settled).to.equal(settled);
  });
});
