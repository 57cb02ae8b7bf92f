import {
  advance,
  create,
  ENDINGS,
  endpoint,
  freshSession,
  held,
  hide,
  IN_PROGRESS,
  INITIATED,
  mount,
  say,
  sessionId,
  settle,
  setUp,
  show,
  title,
  UNSIGNED,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

describe('when a check is made', () => {
  it('at once on connect', async () => {
    await mount();
    expect(endpoint.times()).to.deep.equal([0]);
  });

  it('is on its way when the first rendering is complete', async () => {
    const element = create();
    document.body.append(element);
    await element.updateComplete;
    expect(endpoint.times()).to.deep.equal([0]);
    await settle();
  });

  it('words come before the network: of elements put on the page together, all have theirs', async () => {
    const elements = [create(), create({ 'session-id': freshSession() }), create({ lang: 'fr' })];
    const read: (readonly string[])[] = [];
    endpoint.tells(() => read.push(elements.map(title)));
    document.body.append(...elements);
    await settle();
    const titles = ['Your payment is in progress', 'Your payment is in progress', 'Votre paiement est en cours'];
    expect(read).to.deep.equal([titles, titles]);
  });

  it('a check that begins has nothing rendered anew, its answer has', async () => {
    const [first, second] = [held(INITIATED), held(UNSIGNED)];
    endpoint.says(first.answer, second.answer);
    const element = create();
    let renderings = 0;
    element.addController({ hostUpdate: () => (renderings += 1) });
    const lived = () => ({ attempts: element.snapshot.attempts, renderings });
    document.body.append(element);
    await settle();
    expect(lived()).to.deep.equal({ attempts: 1, renderings: 1 });
    first.release();
    await advance(30);
    expect(lived()).to.deep.equal({ attempts: 2, renderings: 2 });
    second.release();
    await settle();
    expect(lived()).to.deep.equal({ attempts: 2, renderings: 3 });
    expect(title(element)).to.equal('Your agreement is not signed yet');
  });

  it('taken out by a listener before the check has begun, and put back on a hidden page: nothing is asked until it is seen', async () => {
    const element = create();
    element.addEventListener(
      'geft-change',
      () => {
        element.remove();
      },
      { once: true },
    );
    document.body.append(element);
    await advance(60);
    hide();
    document.body.append(element);
    await advance(60);
    expect(endpoint.times()).to.deep.equal([]);
    show();
    await settle();
    expect(endpoint.times()).to.deep.equal([120]);
  });

  it('never before there is a session', async () => {
    await mount({ 'session-id': null });
    await advance(600);
    expect(endpoint.times()).to.deep.equal([]);
  });

  it('after 30 seconds of silence, again and again', async () => {
    await mount();
    await advance(119);
    expect(endpoint.times()).to.deep.equal([0, 30, 60, 90]);
  });

  it('silence is counted from the answer, not from the question', async () => {
    const slow = held(INITIATED);
    endpoint.says(slow.answer, INITIATED);
    await mount();
    await advance(8);
    slow.release();
    await settle();
    await advance(29);
    expect(endpoint.times()).to.deep.equal([0]);
    await advance(1);
    expect(endpoint.times()).to.deep.equal([0, 38]);
  });

  it('goes on while the agreement is unsigned', async () => {
    endpoint.says(UNSIGNED);
    await mount();
    await advance(60);
    expect(endpoint.times()).to.deep.equal([0, 30, 60]);
  });

  for (const step of ['APP_MOUNTED', 'SUBMIT_MFA', 'GUARANTEE_OFFERED', 'POPUP_BLOCKED']) {
    it(`a trusted message puts it off: ${step}`, async () => {
      await mount();
      await advance(20);
      await say(step);
      await advance(29);
      expect(endpoint.times()).to.deep.equal([0]);
      await advance(1);
      expect(endpoint.times()).to.deep.equal([0, 50]);
    });
  }

  it('every trusted message puts it off, however many come', async () => {
    await mount();
    for (let messages = 0; messages < 20; messages += 1) {
      await advance(25);
      await say('SUBMIT_MFA');
    }
    expect(endpoint.times()).to.deep.equal([0]);
    await advance(30);
    expect(endpoint.times()).to.deep.equal([0, 530]);
  });

  it('no other message puts it off', async () => {
    await mount();
    await advance(20);
    await say('SUBMIT_MFA', { origin: 'https://example.com' });
    await say({ Step: 'SUBMIT_MFA', sessionId: crypto.randomUUID() });
    await say('');
    await advance(10);
    expect(endpoint.times()).to.deep.equal([0, 30]);
  });
});

describe('a message that ends the flow', () => {
  for (const step of ENDINGS) {
    it(`${step}: at once, at the floor’s pace until the third answer, then as before`, async () => {
      await mount();
      await advance(20);
      await say(step);
      expect(endpoint.times()).to.deep.equal([0, 20]);
      await advance(100);
      expect(endpoint.times()).to.deep.equal([0, 20, 30, 40, 70, 100]);
    });
  }

  it('as soon as the floor allows', async () => {
    await mount();
    await advance(4);
    await say('SUCCESS');
    expect(endpoint.times()).to.deep.equal([0]);
    await advance(6);
    expect(endpoint.times()).to.deep.equal([0, 10]);
  });

  it('the answer to a question from before the message is none of the three', async () => {
    const slow = held(INITIATED);
    endpoint.says(slow.answer, INITIATED);
    await mount();
    await advance(2);
    await say('SUCCESS');
    slow.release();
    await advance(58);
    expect(endpoint.times()).to.deep.equal([0, 10, 20, 30, 60]);
  });

  it('a failure is no answer', async () => {
    endpoint.says(INITIATED, INITIATED, () => Promise.reject(new TypeError('Failed to fetch')), IN_PROGRESS);
    await mount();
    await advance(20);
    await say('SUCCESS');
    await advance(70);
    expect(endpoint.times()).to.deep.equal([0, 20, 30, 40, 50, 80]);
  });
});

describe('poll-interval', () => {
  const cases: [value: string, seconds: number][] = [
    ['30', 30],
    ['45', 45],
    ['10', 10],
    ['9', 10],
    ['0', 10],
    ['-30', 10],
    ['12.5', 12.5],
    ['often', 30],
  ];
  for (const [value, seconds] of cases) {
    it(`“${value}” is a check every ${seconds} seconds`, async () => {
      await mount({ 'poll-interval': value });
      await advance(2 * seconds);
      expect(endpoint.times()).to.deep.equal([0, seconds, 2 * seconds]);
    });
  }

  it('takes another value without a check or a new start', async () => {
    const element = await mount();
    await advance(10);
    element.pollInterval = 60;
    await advance(49);
    expect(endpoint.times()).to.deep.equal([0]);
    await advance(1);
    expect(endpoint.times()).to.deep.equal([0, 60]);
    element.setAttribute('poll-interval', '15');
    await advance(15);
    expect(endpoint.times()).to.deep.equal([0, 60, 75]);
    expect(element.snapshot.sessionId).to.equal(sessionId());
  });

  it('huge, it is never', async () => {
    await mount({ 'poll-interval': '1e9' });
    await advance(100_000);
    expect(endpoint.times()).to.deep.equal([0]);
  });
});
