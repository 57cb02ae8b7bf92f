import type { Phase } from '../../src/index.js';
import {
  advance,
  create,
  elapsed,
  endpoint,
  freshSession,
  goOffline,
  goOnline,
  hide,
  held,
  INITIATED,
  mount,
  post,
  reach,
  say,
  sessionId,
  settle,
  setUp,
  show,
  comeBack,
  store,
  unreachable,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

// After each test the gaps between all checks of a session are looked at too: see the bench.
setUp();

describe('two checks of one session are never less than 10 s apart', () => {
  it('whatever messages come', async () => {
    await mount({ 'poll-interval': '10' });
    for (let second = 0; second < 60; second += 1) {
      for (const step of ['SUCCESS', 'GUARANTEE_FAILED', 'APP_MOUNTED', 'POPUP_BLOCKED']) post({ Step: step });
      await advance(1);
    }
    expect(endpoint.times()).to.deep.equal([0, 10, 20, 30, 40, 50, 60]);
  });

  it('whoever calls check(), and however often', async () => {
    const element = await mount();
    const checks: Promise<unknown>[] = [];
    for (let second = 0; second < 25; second += 0.5) {
      checks.push(element.check(), element.check());
      await advance(0.5);
    }
    await advance(10);
    expect(endpoint.times()).to.deep.equal([0, 10, 20, 30]);
    await Promise.all(checks);
  });

  it('taken out and put back', async () => {
    const element = await mount();
    for (let second = 0; second < 25; second += 1) {
      element.remove();
      await advance(0.5);
      document.body.append(element);
      await advance(0.5);
    }
    expect(endpoint.times()).to.deep.equal([0, 10, 20]);
  });

  it('replaced by another element, again and again', async () => {
    let element = await mount();
    for (let second = 0; second < 25; second += 1) {
      const next = create();
      if (second % 2) {
        element.replaceWith(next);
      } else {
        element.remove();
        await advance(0.5);
        document.body.append(next);
      }
      element = next;
      await advance(1);
    }
    const gaps = endpoint.times().slice(1);
    expect(gaps.length).to.be.within(1, 3);
  });

  it('taken out during a check', async () => {
    const slow = held(INITIATED);
    endpoint.says(slow.answer, INITIATED);
    const element = await mount();
    await advance(1);
    element.remove();
    await advance(1);
    document.body.append(element);
    await advance(7);
    expect(endpoint.times()).to.deep.equal([0]);
    await advance(1);
    expect(endpoint.times()).to.deep.equal([0, 10]);
    slow.release();
  });

  it('attributes that flip', async () => {
    const element = await mount();
    for (let second = 0; second < 25; second += 1) {
      element.setAttribute('poll-interval', String(10 + (second % 3)));
      element.setAttribute('flow-origin', `https://payments${second % 2}.example`);
      element.setAttribute('max-attempts', String(20 + (second % 2)));
      element.lang = second % 2 ? 'fr' : 'en';
      await advance(1);
    }
    expect(endpoint.times().length).to.be.within(2, 3);
  });

  it('a base-url that flips', async () => {
    const element = await mount();
    for (let second = 0; second < 25; second += 1) {
      element.baseUrl = second % 2 ? 'https://one.example' : 'https://two.example';
      await advance(1);
    }
    expect(endpoint.times()).to.deep.equal([0, 10, 20]);
  });

  it('a session that is wrong for a moment', async () => {
    const element = await mount();
    for (let second = 0; second < 25; second += 1) {
      element.sessionId = second % 2 ? sessionId() : 'wrong';
      await advance(1);
    }
    expect(endpoint.times()).to.deep.equal([0, 10, 20]);
  });

  it('from one session to another and back', async () => {
    const [one, two] = [sessionId(), freshSession()];
    const element = await mount();
    for (let second = 0; second < 40; second += 1) {
      element.sessionId = second % 2 ? one : two;
      await advance(1);
    }
    expect(endpoint.times(one)[0]).to.equal(0);
    expect(endpoint.times(one).length).to.be.within(2, 5);
    expect(endpoint.times(two).length).to.be.within(2, 5);
  });

  it('the same session in another case', async () => {
    const element = await mount();
    await advance(1);
    element.sessionId = sessionId().toUpperCase();
    await advance(1);
    element.sessionId = sessionId();
    await advance(9);
    expect(endpoint.times(sessionId())[1] ?? 10).to.be.at.least(10);
  });

  it('several elements', async () => {
    const elements = [await mount(), await mount(), await mount({ 'poll-interval': '10' })];
    for (let second = 0; second < 25; second += 1) {
      await advance(1);
      for (const element of elements) void element.check();
      await settle();
    }
    expect(endpoint.times()).to.deep.equal([0, 10, 20]);
  });

  it('in a shadow root and outside of it', async () => {
    const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    await mount();
    await mount({}, '', root);
    await advance(9);
    expect(endpoint.times()).to.deep.equal([0]);
  });

  it('a tab that comes and goes', async () => {
    await mount();
    for (let second = 0; second < 25; second += 1) {
      hide();
      await advance(0.5);
      show();
      await advance(0.5);
    }
    expect(endpoint.times()).to.deep.equal([0, 10, 20]);
  });

  it('a connection that comes and goes, a page put by and brought back', async () => {
    await mount();
    for (let second = 0; second < 25; second += 1) {
      goOffline();
      await advance(0.25);
      goOnline();
      await advance(0.25);
      store();
      await advance(0.25);
      comeBack();
      await advance(0.25);
    }
    expect(endpoint.times()).to.deep.equal([0, 10, 20]);
  });

  for (const phase of ['unconfirmed', 'error'] satisfies Phase[]) {
    it(`“Check again” in ${phase}`, async () => {
      endpoint.says(unreachable);
      const element = await reach(phase);
      for (let second = 0; second < 25; second += 1) {
        element.shadowRoot?.querySelector('button')?.click();
        await advance(1);
      }
      const times = endpoint.times();
      expect(times.length).to.be.at.most(3);
      expect(elapsed()).to.equal(25);
    });
  }

  it('all of it together', async () => {
    const [one, two] = [sessionId(), freshSession()];
    const element = await mount({ 'poll-interval': '10' });
    const acts = [
      () => void element.check(),
      () => post({ Step: 'SUCCESS' }),
      () => {
        element.remove();
      },
      () => {
        document.body.append(element);
      },
      hide,
      () => {
        element.sessionId = element.sessionId === one ? two : one;
      },
      show,
      () => post({ Step: 'GUARANTEE_FAILED' }),
      () => document.body.append(create()),
      () => {
        document.body.lastElementChild?.remove();
      },
      () => {
        document.body.append(element);
      },
    ];
    for (let turn = 0; turn < 200; turn += 1) {
      acts[(turn * 7 + (turn >> 3)) % acts.length]?.();
      await (turn % 5 ? advance(0.7) : settle());
    }
    await say('APP_MOUNTED');
    expect(endpoint.requests().length).to.be.greaterThan(5);
  });
});
