import {
  advance,
  CANCELED,
  create,
  details,
  endpoint,
  freshSession,
  INITIATED,
  listenedFor,
  mount,
  payerReads,
  say,
  SCHEDULED,
  sessionId,
  settle,
  setUp,
  silence,
  told,
  unreachable,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

describe('several elements with one session', () => {
  it('make one check between them, and all settle', async () => {
    const elements = [await mount(), await mount(), await mount({ lang: 'fr' })];
    expect(endpoint.times()).to.deep.equal([0]);
    endpoint.says(SCHEDULED);
    await advance(30);
    expect(endpoint.times()).to.deep.equal([0, 30]);
    for (const element of elements) {
      expect(element.phase).to.equal('success');
      expect(details(element, 'geft-settled').length).to.equal(1);
      expect(await element.settled).to.equal(element.snapshot);
    }
  });

  it('put on the page at the same moment', async () => {
    document.body.append(create(), create());
    await settle();
    expect(endpoint.times()).to.deep.equal([0]);
  });

  it('all tell of each message', async () => {
    const elements = [await mount(), await mount()];
    await say('SUCCESS');
    for (const element of elements) {
      expect(details(element, 'geft-step').map(({ step }) => step)).to.deep.equal(['SUCCESS']);
      expect(element.phase).to.equal('confirming');
    }
  });

  it('one comes back to what it knew, whoever was there meanwhile', async () => {
    const one = await mount();
    await advance(1);
    await say('SUCCESS');
    one.remove();
    const two = await mount();
    await advance(11);
    expect(endpoint.times()).to.deep.equal([0, 10]);
    two.remove();
    await advance(3);
    await mount({ 'session-id': freshSession() });
    await advance(6);
    document.body.append(one);
    await settle();
    expect(one.snapshot).to.include({ phase: 'confirming', step: 'SUCCESS' });
  });

  it('all tell of a failed check', async () => {
    endpoint.says(unreachable, INITIATED);
    document.body.append(create(), create());
    await settle();
    const elements = Array.from(document.querySelectorAll('flinks-geft-status'));
    expect(elements.map(element => details(element, 'geft-error').length)).to.deep.equal([1, 1]);
  });

  it('a late one shows at once what is known', async () => {
    await mount();
    await say('GUARANTEE_FAILED');
    const late = await mount();
    expect(late.phase).to.equal('declined');
    expect(payerReads(late)).to.not.equal('');
    expect(told(late)).to.include('geft-change');
  });

  it('one that goes leaves the check to the others', async () => {
    endpoint.says(silence, INITIATED);
    const [one, two] = [await mount(), await mount()];
    const { signal } = endpoint.last();
    one.remove();
    await settle();
    expect(signal.aborted).to.be.false;
    two.remove();
    await settle();
    expect(signal.aborted).to.be.true;
    expect(listenedFor()).to.deep.equal([]);
  });

  it('one that turns to another session leaves the others theirs', async () => {
    const [one, two] = [await mount(), await mount()];
    one.sessionId = freshSession();
    await settle();
    endpoint.says(SCHEDULED);
    await advance(30);
    expect([one.phase, two.phase]).to.deep.equal(['success', 'success']);
    expect(endpoint.times(sessionId())).to.deep.equal([0, 30]);
  });

  it('with sessions of their own, have nothing to do with each other', async () => {
    const [one, two] = [await mount(), await mount({ 'session-id': freshSession() })];
    expect(endpoint.requests().length).to.equal(2);
    await say({ Step: 'GUARANTEE_FAILED', sessionId: sessionId() });
    expect([one.phase, two.phase]).to.deep.equal(['declined', 'waiting']);
  });

  it('a window that one of them knows is not got around through another', async () => {
    await mount();
    const knowing = create();
    const frame = document.body.appendChild(document.createElement('iframe'));
    knowing.flowWindow = frame.contentWindow;
    document.body.append(knowing);
    await settle();
    await say('GUARANTEE_FAILED', { source: window });
    expect(knowing.phase).to.equal('waiting');
    await say('GUARANTEE_FAILED', { source: frame.contentWindow });
    expect(knowing.phase).to.equal('declined');
  });
});

describe('one after another, with one session', () => {
  it('the next knows the end without asking again too soon', async () => {
    endpoint.says(SCHEDULED);
    const first = await mount();
    first.remove();
    await advance(1);
    const second = await mount();
    await advance(30);
    expect(second.phase).to.equal('success');
    expect(details(second, 'geft-settled').length).to.equal(1);
  });

  for (const [phase, answer] of [
    ['success', SCHEDULED],
    ['canceled', CANCELED],
  ] as const) {
    it(`the next shows at once a confirmed end, ${phase}, and asks for nothing`, async () => {
      endpoint.says(answer);
      const first = await mount();
      first.remove();
      await advance(2);
      const second = await mount();
      expect(second.phase).to.equal(phase);
      expect(details(second, 'geft-settled').map(snapshot => snapshot.confirmed)).to.deep.equal([true]);
      await advance(60);
      expect(endpoint.times()).to.deep.equal([0]);
    });
  }

  it('the next asks again where the end could not be confirmed', async () => {
    const first = await mount();
    endpoint.says(unreachable);
    await say('SUCCESS');
    await advance(40);
    expect([first.phase, first.snapshot.confirmed]).to.deep.equal(['success', false]);
    endpoint.says(CANCELED);
    first.remove();
    const second = await mount();
    await advance(10);
    expect(second.phase).to.equal('canceled');
  });

  it('come to rest where they name different bases', async () => {
    const first = await mount({ 'base-url': 'https://one.example' });
    const second = await mount({ 'base-url': 'https://two.example' });
    await second.updateComplete;
    await advance(20);
    expect([first.phase, second.phase]).to.deep.equal(['waiting', 'waiting']);
    expect(endpoint.times()).to.deep.equal([0]);
  });

  it('keep their turns where they name different bases: the wishes of the last one count', async () => {
    await mount({ 'base-url': 'https://one.example' });
    const second = await mount({ 'base-url': 'https://two.example', 'poll-interval': '60' });
    await mount({ 'base-url': 'https://one.example', 'poll-interval': '40' });
    second.lang = 'fr';
    await advance(45);
    expect(endpoint.times()).to.deep.equal([0, 40]);
  });
});
