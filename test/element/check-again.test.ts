import {
  advance,
  button,
  endpoint,
  held,
  http,
  INITIATED,
  mount,
  part,
  payerReads,
  PHASES,
  press,
  reach,
  say,
  SCHEDULED,
  setUp,
  settle,
  unreachable,
  UNSIGNED,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

describe('check()', () => {
  it('resolves with the snapshot after the check', async () => {
    const element = await mount();
    await advance(20);
    endpoint.says(SCHEDULED);
    const snapshot = await element.check();
    expect(snapshot).to.include({ phase: 'success', statusDetails: 'EFT0301' });
    expect(snapshot).to.equal(element.snapshot);
    expect(endpoint.times()).to.deep.equal([0, 20]);
  });

  it('waits for the floor', async () => {
    const element = await mount();
    await advance(3);
    let isDone = false;
    void element.check().then(() => (isDone = true));
    await advance(6);
    expect(isDone).to.be.false;
    await advance(1);
    expect(isDone).to.be.true;
    expect(endpoint.times()).to.deep.equal([0, 10]);
  });

  it('called often, asks once', async () => {
    const element = await mount();
    await advance(20);
    const snapshots = await Promise.all([element.check(), element.check(), element.check()]);
    expect(new Set(snapshots).size).to.equal(1);
    expect(endpoint.times()).to.deep.equal([0, 20]);
  });

  it('resolves after a check that failed, too', async () => {
    const element = await mount();
    await advance(20);
    endpoint.says(unreachable);
    expect((await element.check()).error).to.include({ code: 'network' });
  });

  it('resolves with what is known where no check can be made', async () => {
    const idle = await mount({ 'session-id': null });
    expect((await idle.check()).phase).to.equal('idle');
    const wrong = await mount({ 'session-id': 'wrong' });
    expect((await wrong.check()).phase).to.equal('error');
    const elsewhere = document.createElement('flinks-geft-status');
    expect((await elsewhere.check()).phase).to.equal('idle');
    const over = await reach('expired');
    expect((await over.check()).phase).to.equal('expired');
    expect(endpoint.requests().length).to.equal(1);
  });

  it('resolves when the element goes meanwhile', async () => {
    const element = await mount();
    const snapshot = element.check();
    await settle();
    element.remove();
    await settle();
    expect((await snapshot).phase).to.equal('waiting');
  });

  it('resolves when the session changes meanwhile', async () => {
    const element = await mount();
    const snapshot = element.check();
    await settle();
    element.sessionId = crypto.randomUUID();
    await settle();
    expect(await snapshot).to.have.property('phase');
  });

  it('asked for before the element has rendered, is answered', async () => {
    const element = document.createElement('flinks-geft-status');
    element.sessionId = crypto.randomUUID();
    document.body.append(element);
    expect((await element.check()).status).to.equal('Initiated');
  });
});

describe('“Check again”', () => {
  for (const phase of PHASES.filter(each => each !== 'unconfirmed')) {
    it(`is not there in ${phase}`, async () => expect(button(await reach(phase))).to.equal(null));
  }

  it('is there in unconfirmed, and where an error can be retried', async () => {
    expect(button(await reach('unconfirmed'))?.innerText).to.equal('Check again');
    endpoint.says(http(404));
    const element = await mount({ 'session-id': crypto.randomUUID() });
    await advance(60);
    expect(element.phase).to.equal('error');
    expect(button(element)?.innerText).to.equal('Check again');
  });

  it('is in French, too', async () => {
    expect(button(await reach('unconfirmed', { lang: 'fr' }))?.innerText).to.match(/^Vérifier/);
  });

  it('is disabled, with the reason, while the floor runs', async () => {
    const element = await reach('unconfirmed');
    await advance(9);
    expect(button(element)?.disabled).to.be.true;
    const hint = part(element, 'hint');
    expect(hint?.innerText).to.not.equal('');
    expect(button(element)?.getAttribute('aria-describedby')).to.equal(hint?.id);
    await advance(1);
    expect(button(element)?.disabled).to.be.false;
    expect(part(element, 'hint')?.innerText ?? '').to.equal('');
  });

  it('asks at once when the floor allows, and gives all attempts back', async () => {
    const element = await mount({ 'max-attempts': '2' });
    await advance(100);
    expect(element.phase).to.equal('unconfirmed');
    button(element)?.click();
    await settle();
    expect(endpoint.times()).to.deep.equal([0, 30, 100]);
    expect(element.snapshot.attempts).to.equal(1);
    expect(element.phase).to.equal('waiting');
    await advance(100);
    expect(endpoint.times()).to.deep.equal([0, 30, 100, 130]);
    expect(element.phase).to.equal('unconfirmed');
  });

  it('stays where a check failed, for as long as the outcome is unknown', async () => {
    const element = await mount({ 'max-attempts': '3' });
    await advance(200);
    expect(element.phase).to.equal('unconfirmed');
    endpoint.says(unreachable);
    button(element)?.click();
    await settle();
    for (const seconds of [0, 9.5]) {
      await advance(seconds);
      expect(element.phase).to.equal('unconfirmed');
      expect(button(element)?.disabled, `${seconds} s after`).to.be.true;
      expect(part(element, 'hint')?.innerText).to.not.equal('');
    }
    // Tried again by itself after 10 to 12.5 s, and next 20 to 25 s after that: the floor opens in between.
    await advance(15);
    expect(endpoint.times().length).to.equal(5);
    expect(element.phase).to.equal('unconfirmed');
    expect(button(element)?.disabled).to.be.false;
    endpoint.says(SCHEDULED);
    button(element)?.click();
    await settle();
    expect(endpoint.times().length).to.equal(6);
    expect(element.phase).to.equal('success');
  });

  it('is disabled from the moment at which a check begins by itself', async () => {
    const slow = held(INITIATED);
    const element = await mount({ 'max-attempts': '3' });
    await advance(200);
    endpoint.says(unreachable, unreachable, slow.answer);
    button(element)?.click();
    // Tried again after 10 s, and 20 s after that; the floor opens in between.
    await advance(29);
    expect(button(element)?.disabled).to.be.false;
    await advance(1);
    expect(endpoint.times().slice(-3)).to.deep.equal([200, 210, 230]);
    expect(button(element)?.disabled).to.be.true;
    slow.release();
    await settle();
  });

  it('stays in an error that has become another one', async () => {
    endpoint.says(http(404), http(404), http(404), http(503));
    const element = await mount();
    await advance(60);
    button(element)?.click();
    await settle();
    expect(element.snapshot).to.include({ phase: 'error' });
    expect(element.snapshot.error).to.include({ code: 'server' });
    expect(button(element)?.disabled).to.be.true;
  });

  it('pressed twice, asks once', async () => {
    const slow = held(INITIATED);
    const element = await reach('unconfirmed');
    await advance(60);
    endpoint.says(slow.answer);
    button(element)?.click();
    button(element)?.click();
    await settle();
    button(element)?.click();
    await settle();
    expect(endpoint.times()).to.deep.equal([0, 60]);
    slow.release();
  });

  it('shows what comes of it', async () => {
    const element = await reach('unconfirmed');
    await advance(60);
    endpoint.says(SCHEDULED);
    button(element)?.click();
    await settle();
    expect(element.phase).to.equal('success');
    expect(button(element)).to.equal(null);
    expect(payerReads(element)).to.match(/scheduled/);
  });

  for (const key of ['Enter', ' ']) {
    it(`works by keyboard: ${key === ' ' ? 'Space' : key}`, async () => {
      const element = await reach('unconfirmed');
      await advance(60);
      endpoint.says(UNSIGNED);
      button(element)?.focus();
      await press(key);
      expect(endpoint.times()).to.deep.equal([0, 60]);
      expect(element.phase).to.equal('signature');
    });
  }

  it('keeps the focus within the element when it goes', async () => {
    const element = await reach('unconfirmed');
    await advance(60);
    const slow = held(SCHEDULED);
    endpoint.says(slow.answer);
    button(element)?.focus();
    button(element)?.click();
    await settle();
    expect(document.activeElement).to.equal(element);
    slow.release();
    await settle();
    expect(document.activeElement).to.equal(element);
    expect(element.shadowRoot?.activeElement).to.not.equal(null);
  });

  it('never takes the focus from elsewhere', async () => {
    const element = await reach('unconfirmed');
    const field = document.body.appendChild(document.createElement('input'));
    await advance(60);
    field.focus();
    endpoint.says(SCHEDULED);
    await say('SUCCESS');
    expect(element.phase).to.equal('success');
    expect(document.activeElement).to.equal(field);
  });
});
