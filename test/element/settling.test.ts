import {
  advance,
  type Answer,
  button,
  details,
  endpoint,
  errors,
  http,
  INITIATED,
  LEAVINGS,
  listenedFor,
  mount,
  payerReads,
  PHASES,
  reach,
  say,
  SCHEDULED,
  hide,
  show,
  goOffline,
  goOnline,
  setUp,
  settle,
  silence,
  timers,
  title,
  told,
  unreachable,
  UNSIGNED,
  body,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

describe('three failed confirmations of SUCCESS', () => {
  const troubles: [name: string, answer: Answer][] = [
    ['nothing gets through', unreachable],
    ['no answer ever comes', silence],
    ['HTTP 503', http(503)],
    ['HTTP 429', http(429)],
    ['no JSON', body('<!doctype html>')],
  ];
  for (const [name, answer] of troubles) {
    it(`settle as success, unconfirmed: ${name}`, async () => {
      const element = await mount();
      await advance(20);
      endpoint.says(answer);
      await say('SUCCESS');
      await advance(9);
      expect(element.phase).to.equal('confirming');
      await advance(120);
      expect(element.snapshot).to.include({ phase: 'success', confirmed: false });
      expect(endpoint.times().length).to.equal(4);
      expect(details(element, 'geft-settled')).to.deep.equal([element.snapshot]);
      expect(await element.settled).to.equal(element.snapshot);
    });
  }

  it('are worded “submitted”, not “scheduled”', async () => {
    endpoint.says(INITIATED, unreachable);
    const element = await mount();
    await advance(20);
    await say('SUCCESS');
    await advance(120);
    expect(payerReads(element)).to.match(/submitted/i);
    expect(payerReads(element)).to.not.match(/scheduled/i);
    element.lang = 'fr';
    await settle();
    expect(payerReads(element)).to.match(/transmis/i);
    expect(payerReads(element)).to.not.match(/prévu/i);
  });

  it('are not two', async () => {
    endpoint.says(INITIATED, unreachable, unreachable, INITIATED);
    const element = await mount();
    await advance(20);
    await say('SUCCESS');
    await advance(300);
    expect(element.phase).to.equal('confirming');
  });

  it('are three in a row', async () => {
    endpoint.says(INITIATED, unreachable, unreachable, INITIATED, unreachable, unreachable, INITIATED);
    const element = await mount();
    await advance(20);
    await say('SUCCESS');
    await advance(300);
    expect(element.phase).to.equal('confirming');
  });

  it('do not count what failed before SUCCESS', async () => {
    endpoint.says(unreachable, unreachable, unreachable, SCHEDULED);
    const element = await mount();
    await advance(30);
    await say('SUCCESS');
    await advance(9);
    expect(element.phase).to.equal('confirming');
    await advance(200);
    expect(element.snapshot).to.include({ phase: 'success', confirmed: true });
  });

  for (const step of ['GUARANTEE_FAILED', ...LEAVINGS]) {
    it(`say nothing of success after ${step}`, async () => {
      endpoint.says(INITIATED, unreachable);
      const element = await mount({ 'max-attempts': '5' });
      await advance(20);
      await say(step);
      await advance(1000);
      expect(element.phase).to.not.equal('success');
    });
  }
});

describe('attempts', () => {
  it('are 20 by default; spent, the element gives up', async () => {
    const element = await mount();
    await advance(10_000);
    expect(endpoint.requests().length).to.equal(20);
    expect(element.phase).to.equal('unconfirmed');
    expect(element.snapshot.attempts).to.equal(20);
    expect(errors(element)).to.deep.equal(['attempts-spent']);
    expect(element.snapshot.error).to.include({ code: 'attempts-spent', retriable: true });
    expect(told(element)).to.not.include('geft-settled');
  });

  for (const [value, number] of [
    ['3', 3],
    ['1', 1],
    ['many', 20],
  ] as const) {
    it(`max-attempts “${value}” is ${number}`, async () => {
      await mount({ 'max-attempts': value });
      await advance(10_000);
      expect(endpoint.requests().length).to.equal(number);
    });
  }

  it('failed checks count too', async () => {
    endpoint.says(unreachable);
    const element = await mount({ 'max-attempts': '4' });
    await advance(10_000);
    expect(endpoint.requests().length).to.equal(4);
    expect(element.phase).to.equal('unconfirmed');
  });

  for (const step of ['SUBMIT_MFA', 'POPUP_BLOCKED']) {
    it(`are given back in full by a trusted message: ${step}`, async () => {
      const element = await mount({ 'max-attempts': '3' });
      await advance(35);
      expect(element.snapshot.attempts).to.equal(2);
      await say(step);
      expect(element.snapshot.attempts).to.equal(0);
      await advance(10_000);
      expect(endpoint.requests().length).to.equal(5);
    });
  }

  it('are not given back to one that is taken out and put in again', async () => {
    const element = await mount({ 'max-attempts': '3' });
    for (let count = 0; count < 6; count += 1) {
      await advance(10);
      element.remove();
      await settle();
      document.body.append(element);
      await settle();
    }
    expect(endpoint.times()).to.deep.equal([0, 10, 20]);
    expect(element.phase).to.equal('unconfirmed');
  });

  it('are not given back to a page that asks while checks go on', async () => {
    const element = await mount({ 'max-attempts': '3' });
    for (let count = 0; count < 2; count += 1) {
      await advance(10);
      await element.check();
    }
    expect(endpoint.times()).to.deep.equal([0, 10, 20]);
    await advance(30);
    expect(element.phase).to.equal('unconfirmed');
    expect(endpoint.requests().length).to.equal(3);
  });

  it('are not given back by any other message', async () => {
    await mount({ 'max-attempts': '3' });
    await advance(35);
    await say('SUBMIT_MFA', { origin: 'https://example.com' });
    await advance(10_000);
    expect(endpoint.requests().length).to.equal(3);
  });

  it('may be raised in time', async () => {
    const element = await mount({ 'max-attempts': '3' });
    await advance(35);
    element.maxAttempts = 5;
    await advance(10_000);
    expect(endpoint.requests().length).to.equal(5);
  });
});

describe('attempts spent', () => {
  it('after SUCCESS: unconfirmed, and the payer is told not to pay again', async () => {
    const element = await mount({ 'max-attempts': '4' });
    await advance(20);
    await say('SUCCESS');
    await advance(10_000);
    expect(element.phase).to.equal('unconfirmed');
    expect(payerReads(element)).to.match(/do not pay again/i);
    expect(told(element)).to.not.include('geft-settled');
  });

  it('after GUARANTEE_FAILED: declined, settled unconfirmed', async () => {
    const element = await mount({ 'max-attempts': '4' });
    await advance(20);
    await say('GUARANTEE_FAILED');
    await advance(10_000);
    expect(element.snapshot).to.include({ phase: 'declined', confirmed: false });
    expect(details(element, 'geft-settled')).to.deep.equal([element.snapshot]);
    expect(listenedFor()).to.deep.equal([]);
  });

  it('after the payer left: unconfirmed', async () => {
    const element = await mount({ 'max-attempts': '4' });
    await advance(20);
    await say('COMPONENT_PAD_WARNING_SCREEN_EXIT');
    await advance(10_000);
    expect(element.phase).to.equal('unconfirmed');
  });

  it('unsigned: settled as signature, confirmed', async () => {
    endpoint.says(UNSIGNED);
    const element = await mount({ 'max-attempts': '2' });
    await advance(10_000);
    expect(element.snapshot).to.include({ phase: 'signature', confirmed: true });
    expect(details(element, 'geft-settled')).to.deep.equal([element.snapshot]);
    expect(button(element)).to.equal(null);
  });

  it('unsigned, then signed after all: settled once', async () => {
    endpoint.says(UNSIGNED, UNSIGNED, SCHEDULED);
    const element = await mount({ 'max-attempts': '2' });
    await advance(100);
    await say('SUCCESS');
    await advance(10);
    expect(element.phase).to.equal('success');
    const announced = details(element, 'geft-settled');
    expect(announced.map(({ phase }) => phase)).to.deep.equal(['signature']);
    expect(await element.settled, 'asked for afterwards').to.equal(announced[0]);
  });

  for (const step of ['APP_MOUNTED', 'SUBMIT_MFA', 'SUCCESS', 'GUARANTEE_FAILED']) {
    it(`a message brings the watch back: ${step}`, async () => {
      const element = await mount({ 'max-attempts': '3' });
      await advance(600);
      expect(element.phase).to.equal('unconfirmed');
      expect(endpoint.requests().length).to.equal(3);
      await say(step);
      expect(element.phase).to.not.equal('unconfirmed');
      endpoint.says(SCHEDULED);
      await advance(30);
      expect(element.phase).to.equal('success');
    });
  }
});

describe('after a final phase', () => {
  const FINAL = PHASES.filter(phase => ['success', 'declined', 'canceled', 'expired'].includes(phase));

  for (const phase of FINAL) {
    it(`${phase}: no request, no timer, no listener, whatever happens`, async () => {
      const element = await reach(phase);
      const { snapshot } = element;
      const before = told(element).length;
      expect(timers()).to.equal(0);
      expect(listenedFor()).to.deep.equal([]);
      for (const step of ['SUCCESS', 'GUARANTEE_FAILED', 'APP_MOUNTED', ...LEAVINGS]) await say(step);
      for (const act of [hide, show, goOffline, goOnline]) act();
      expect(await element.check()).to.equal(snapshot);
      element.pollInterval = 10;
      element.maxAttempts = 40;
      element.lang = 'fr';
      await advance(1000);
      expect(element.snapshot).to.equal(snapshot);
      expect(told(element).length).to.equal(before);
      expect(endpoint.requests().length).to.equal(1);
      expect(timers()).to.equal(0);
      expect(listenedFor()).to.deep.equal([]);
    });
  }

  it('the phase is final only once it is confirmed', async () => {
    const element = await mount();
    await say('GUARANTEE_FAILED');
    expect(listenedFor()).to.include('message');
    expect(title(element)).to.not.equal('');
    endpoint.says(SCHEDULED);
    await advance(10);
    expect(element.phase).to.equal('success');
    expect(listenedFor()).to.deep.equal([]);
  });
});
