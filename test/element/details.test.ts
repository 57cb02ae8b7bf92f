import type { SessionDetails, SessionStep } from '../../src/index.js';
import {
  advance,
  type Answer,
  body,
  button,
  create,
  currentStep,
  detailsOf,
  endpoint,
  errors,
  freshSession,
  fullDetails,
  held,
  http,
  INITIATED,
  IN_PROGRESS,
  json,
  lineOf,
  mount,
  mountHtml,
  payerReads,
  PHASES,
  reach,
  receiptOf,
  RELAY,
  relay,
  say,
  SCHEDULED,
  sent,
  sentences,
  sessionId,
  settle,
  setUp,
  silence,
  stalled,
  status,
  TAG,
  title,
  told,
  unreachable,
  UNSIGNED,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

function addressOf(session: string): string {
  return `/relay/${session}/details`;
}

describe('details that the page hands over', () => {
  it('are none by default', () => {
    const element = document.createElement(TAG);
    expect(element.details).to.equal(null);
    expect(element.detailsUrl).to.equal(null);
  });

  it('are shown', async () => {
    const element = await mount();
    expect(receiptOf(element)).to.deep.equal([]);
    element.details = fullDetails(sessionId());
    await settle();
    expect(lineOf(element, 'Amount')).to.equal('$500.00');
  });

  it('are shown before the endpoint has answered', async () => {
    endpoint.says(silence);
    const element = create();
    element.details = fullDetails(sessionId());
    document.body.append(element);
    await settle();
    expect(lineOf(element, 'Amount')).to.equal('$500.00');
  });

  it('that name no session are nobody’s where there is none', async () => {
    const element = await mount({ 'session-id': null });
    const { sessionId: _, ...anonymous } = fullDetails(sessionId());
    element.details = anonymous;
    await settle();
    expect(element.phase).to.equal('idle');
    expect(receiptOf(element)).to.deep.equal([]);
  });

  it('of this session in capitals are of this session', async () => {
    const element = await mount();
    element.details = fullDetails(sessionId().toUpperCase());
    await settle();
    expect(lineOf(element, 'Amount')).to.equal('$500.00');
  });

  it('of another session are not shown, and move nothing', async () => {
    const element = await mount();
    element.details = fullDetails(freshSession());
    await settle();
    expect(receiptOf(element)).to.deep.equal([]);
    expect(currentStep(element)).to.equal(-1);
  });

  it('are gone with a change of session', async () => {
    const element = await mount();
    element.details = fullDetails(sessionId());
    await settle();
    element.sessionId = freshSession();
    await settle();
    expect(receiptOf(element)).to.deep.equal([]);
    expect(currentStep(element)).to.equal(-1);
  });

  it('are shown when the session that they are of is the one', async () => {
    const next = freshSession();
    const element = await mount();
    element.details = fullDetails(next);
    await settle();
    element.sessionId = next;
    await settle();
    expect(lineOf(element, 'Amount')).to.equal('$500.00');
  });

  it('taken back, are gone', async () => {
    const element = await mount();
    element.details = fullDetails(sessionId());
    await settle();
    element.details = null;
    await settle();
    expect(receiptOf(element)).to.deep.equal([]);
  });

  it('newer ones take the place of older ones', async () => {
    const element = await mount();
    element.details = fullDetails(sessionId());
    await settle();
    element.details = { sessionId: sessionId(), amount: 123 };
    await settle();
    expect(receiptOf(element)).to.deep.equal([['Amount', '$123.00']]);
  });

  it('make no request, whatever details-url says', async () => {
    const element = create({ 'details-url': RELAY });
    element.details = fullDetails(sessionId());
    document.body.append(element);
    await settle();
    endpoint.says(SCHEDULED);
    await advance(30);
    expect(element.phase).to.equal('success');
    expect(relay.requests()).to.deep.equal([]);
    expect(lineOf(element, 'Amount')).to.equal('$500.00');
  });

  it('come before those of the relay, and end its request', async () => {
    const slow = held(detailsOf({ amount: 1 }));
    relay.says(slow.answer);
    const element = await mount({ 'details-url': RELAY });
    element.details = fullDetails(sessionId());
    await settle();
    expect(relay.last().signal.aborted).to.be.true;
    slow.release();
    await settle();
    expect(lineOf(element, 'Amount')).to.equal('$500.00');
    expect(errors(element)).to.deep.equal([]);
  });

  it('taken back, leave the word to the relay', async () => {
    relay.says(detailsOf({ amount: 1 }));
    const element = create({ 'details-url': RELAY });
    element.details = fullDetails(sessionId());
    document.body.append(element);
    await settle();
    element.details = null;
    await settle();
    expect(lineOf(element, 'Amount')).to.equal('$1.00');
  });

  it('are no attribute', async () => {
    const element = await mount({ details: JSON.stringify({ amount: 5 }) });
    expect(element.details).to.equal(null);
    expect(receiptOf(element)).to.deep.equal([]);
  });

  const strange: [name: string, value: unknown][] = [
    ['a text', 'details'],
    ['a number', 42],
    ['a list', []],
    ['undefined', undefined],
    ['what throws', new Proxy({}, { getOwnPropertyDescriptor: () => ({}) })],
  ];
  for (const [name, value] of strange) {
    it(`that are ${name} do no harm`, async () => {
      const element = await mount();
      const { snapshot } = element;
      const words = payerReads(element);
      Object.assign(element, { details: value });
      await settle();
      expect(element.snapshot).to.equal(snapshot);
      expect(payerReads(element)).to.equal(words);
    });
  }

  it('change neither the status nor what is told', async () => {
    const element = await mount();
    const { snapshot } = element;
    const before = told(element).length;
    element.details = { ...fullDetails(sessionId()), status: 'Failed' };
    await settle();
    expect(element.snapshot).to.deep.equal(snapshot);
    expect(told(element).length).to.equal(before);
  });

  for (const phase of PHASES.filter(each => each !== 'idle')) {
    it(`are there in ${phase}`, async () => {
      const element = await reach(phase);
      element.details = fullDetails(sessionId());
      await settle();
      expect(lineOf(element, 'Account')).to.equal('Account (••••4567)');
    });
  }

  it('are not shown while there is no session', async () => {
    const element = await reach('idle');
    element.details = fullDetails(sessionId());
    await settle();
    expect(receiptOf(element)).to.deep.equal([]);
  });
});

describe('the relay of details-url', () => {
  it('is asked once the first status is there', async () => {
    const slow = held(INITIATED);
    endpoint.says(slow.answer, INITIATED);
    const element = await mount({ 'details-url': RELAY });
    expect(element.detailsUrl).to.equal(RELAY);
    expect(relay.requests()).to.deep.equal([]);
    slow.release();
    await settle();
    expect(relay.requests().map(({ url }) => url)).to.deep.equal([addressOf(sessionId())]);
    expect(lineOf(element, 'Amount')).to.equal('$500.00');
  });

  it('is asked as the page itself: a GET with its own origin’s cookies, never from the cache', async () => {
    await mount({ 'details-url': RELAY });
    const { method = 'GET', credentials, ...init } = relay.last().init;
    expect([method, credentials]).to.deep.equal(['GET', 'same-origin']);
    expect(init.cache).to.equal('no-store');
    expect(Object.fromEntries(new Headers(init.headers))).to.deep.equal({ accept: 'application/json' });
    expect(init.body).to.equal(undefined);
  });

  const addresses: [url: string, expected: (session: string) => string][] = [
    ['/relay/{sessionId}/details', session => `/relay/${session}/details`],
    ['https://relay.example/{sessionId}?of={sessionId}', session => `https://relay.example/${session}?of=${session}`],
    ['/relay/mine', () => '/relay/mine'],
  ];
  for (const [url, expected] of addresses) {
    it(`at ${url}`, async () => {
      await mount({ 'details-url': url });
      expect(relay.last().url).to.equal(expected(sessionId()));
    });
  }

  for (const url of [null, '']) {
    it(`is not asked where details-url is ${JSON.stringify(url)}`, async () => {
      await mount({ 'details-url': url });
      await advance(30);
      expect(relay.requests()).to.deep.equal([]);
    });
  }

  it('is not asked without a session', async () => {
    await mount({ 'session-id': null, 'details-url': RELAY });
    expect(relay.requests()).to.deep.equal([]);
  });

  it('is not asked where the status endpoint refuses', async () => {
    await reach('error', { 'details-url': RELAY });
    expect(relay.requests()).to.deep.equal([]);
  });

  it('is asked after each change of status, and at no other time', async () => {
    endpoint.says(INITIATED, INITIATED, IN_PROGRESS, UNSIGNED, SCHEDULED);
    await mount({ 'details-url': RELAY });
    expect(relay.times()).to.deep.equal([0]);
    await say('SUBMIT_MFA');
    await advance(30);
    expect(relay.times(), 'nothing but a message, and the same status').to.deep.equal([0]);
    await advance(30);
    expect(relay.times(), 'another status').to.deep.equal([0, 60]);
    await advance(30);
    await advance(30);
    expect(relay.times(), 'another code').to.deep.equal([0, 60, 90, 120]);
    await advance(300);
    expect(relay.times(), 'and it is over').to.deep.equal([0, 60, 90, 120]);
  });

  it('is asked after a change of status that has no code before or after', async () => {
    endpoint.says(IN_PROGRESS, status('Paused'));
    await mount({ 'details-url': RELAY });
    await advance(60);
    expect(relay.times()).to.deep.equal([0, 30]);
  });

  it('is not asked again by a rendering', async () => {
    const element = await mount({ 'details-url': RELAY });
    element.lang = 'fr';
    element.messages = { waiting: { title: 'Own' } };
    element.noSteps = true;
    await settle();
    expect(relay.requests().length).to.equal(1);
  });

  it('named later, is asked at once', async () => {
    const element = await mount();
    await advance(5);
    element.detailsUrl = RELAY;
    await settle();
    expect(relay.times()).to.deep.equal([5]);
    expect(lineOf(element, 'Amount')).to.equal('$500.00');
  });

  it('for an element that comes late to a session that others watch, is asked at once', async () => {
    await mount();
    await advance(5);
    const late = await mount({ 'details-url': RELAY });
    expect(relay.times()).to.deep.equal([5]);
    expect(lineOf(late, 'Amount')).to.equal('$500.00');
  });

  it('newer details take the place of older ones', async () => {
    relay.says(detailsOf({ amount: 1 }), detailsOf({ amount: 2 }));
    endpoint.says(INITIATED, IN_PROGRESS);
    const element = await mount({ 'details-url': RELAY });
    expect(lineOf(element, 'Amount')).to.equal('$1.00');
    await advance(30);
    expect(lineOf(element, 'Amount')).to.equal('$2.00');
  });

  it('older details are shown while newer ones are asked for', async () => {
    relay.says(detailsOf({ amount: 1 }), silence);
    endpoint.says(INITIATED, IN_PROGRESS);
    const element = await mount({ 'details-url': RELAY });
    await advance(30);
    expect(lineOf(element, 'Amount')).to.equal('$1.00');
  });
});

describe('a request for details ends', () => {
  const slow: Record<string, Answer> = { 'of which nothing comes': silence, 'whose body never comes': stalled };
  for (const [name, answer] of Object.entries(slow)) {
    it(`${name}, with the element`, async () => {
      relay.says(answer);
      const element = await mount({ 'details-url': RELAY });
      const { signal } = relay.last();
      expect(signal.aborted).to.be.false;
      element.remove();
      await settle();
      expect(signal.aborted).to.be.true;
      expect(errors(element)).to.deep.equal([]);
    });
  }

  const ends: Record<string, (element: HTMLElementTagNameMap['flinks-geft-status']) => void> = {
    'with a change of session': element => (element.sessionId = freshSession()),
    'with the session': element => (element.sessionId = null),
    'when details are handed over': element => (element.details = fullDetails(sessionId())),
    'when there is no relay any more': element => (element.detailsUrl = null),
    'when there is another relay': element => (element.detailsUrl = '/other'),
  };
  for (const [name, end] of Object.entries(ends)) {
    it(name, async () => {
      relay.says(silence);
      const element = await mount({ 'details-url': RELAY });
      const { signal } = relay.last();
      end(element);
      await settle();
      expect(signal.aborted).to.be.true;
      expect(errors(element)).to.deep.equal([]);
    });
  }

  it('when newer ones are asked for', async () => {
    relay.says(silence);
    endpoint.says(INITIATED, IN_PROGRESS);
    const element = await mount({ 'details-url': RELAY });
    const { signal } = relay.last();
    await advance(30);
    expect(relay.requests().length).to.equal(2);
    expect(signal.aborted).to.be.true;
    expect(relay.last().signal.aborted).to.be.false;
    expect(errors(element)).to.deep.equal([]);
  });

  it('not when the element is moved within the page', async () => {
    const slowly = held(detailsOf());
    relay.says(slowly.answer);
    const element = await mount({ 'details-url': RELAY });
    const section = document.body.appendChild(document.createElement('section'));
    section.append(element);
    document.body.prepend(element);
    await settle();
    expect(relay.requests().length).to.equal(1);
    expect(relay.last().signal.aborted).to.be.false;
    slowly.release();
    await settle();
    expect(lineOf(element, 'Amount')).to.equal('$500.00');
    section.append(element);
    await settle();
    expect(relay.requests().length, 'moved once they are there').to.equal(1);
    expect(lineOf(element, 'Amount')).to.equal('$500.00');
  });

  it('and is made anew when the element comes back', async () => {
    relay.says(silence, detailsOf());
    const element = await mount({ 'details-url': RELAY });
    element.remove();
    await settle();
    document.body.append(element);
    await settle();
    expect(relay.requests().length).to.equal(2);
    expect(lineOf(element, 'Amount')).to.equal('$500.00');
  });
});

describe('an answer that comes too late', () => {
  const answers: Record<string, Answer> = { details: detailsOf({ amount: 1 }), 'a failure': http(500) };
  for (const [name, answer] of Object.entries(answers)) {
    it(`after a change of session, says nothing: ${name}`, async () => {
      const slow = held(answer);
      relay.says(slow.answer, silence);
      const element = await mount({ 'details-url': RELAY });
      element.sessionId = freshSession();
      await settle();
      slow.release();
      await settle();
      expect(receiptOf(element)).to.deep.equal([]);
      expect(errors(element)).to.deep.equal([]);
    });

    it(`after the element has gone, says nothing: ${name}`, async () => {
      const slow = held(answer);
      relay.says(slow.answer, silence);
      const element = await mount({ 'details-url': RELAY });
      element.remove();
      await settle();
      slow.release();
      await settle();
      expect(errors(element)).to.deep.equal([]);
      document.body.append(element);
      await settle();
      expect(receiptOf(element)).to.deep.equal([]);
    });

    it(`after a newer one, says nothing: ${name}`, async () => {
      const slow = held(answer);
      relay.says(slow.answer, detailsOf({ amount: 2 }));
      endpoint.says(INITIATED, IN_PROGRESS);
      const element = await mount({ 'details-url': RELAY });
      await advance(30);
      slow.release();
      await settle();
      expect(lineOf(element, 'Amount')).to.equal('$2.00');
      expect(errors(element)).to.deep.equal([]);
    });
  }

  it('of the session before, stays out when that session comes back', async () => {
    const first = sessionId();
    const slow = held(detailsOf({ amount: 1 }));
    relay.says(slow.answer, silence);
    const element = await mount({ 'details-url': RELAY });
    element.sessionId = freshSession();
    await settle();
    slow.release();
    await settle();
    element.sessionId = first;
    await settle();
    expect(receiptOf(element)).to.deep.equal([]);
  });

  it('what was shown of the session before, is gone at once', async () => {
    relay.says(detailsOf(), silence);
    const element = await mount({ 'details-url': RELAY });
    expect(receiptOf(element).length).to.be.greaterThan(0);
    element.sessionId = freshSession();
    await element.updateComplete;
    expect(receiptOf(element)).to.deep.equal([]);
    expect(currentStep(element)).to.equal(-1);
  });
});

describe('details that cannot be had', () => {
  const faults: Record<string, Answer> = {
    'no network': unreachable,
    'HTTP 404': http(404),
    'HTTP 401': http(401),
    'HTTP 429': http(429, { 'Retry-After': '60' }),
    'HTTP 500': http(500),
    'HTTP 500 with details': ({ sessionId: session }) =>
      new Response(JSON.stringify(fullDetails(session)), { status: 500 }),
    'no JSON': body('<!doctype html><title>Sign in</title>'),
    'an empty body': body(''),
    'JSON that is null': json(null),
    'JSON that is a text': json('details'),
    'another session’s': detailsOf({ sessionId: '00000000-0000-4000-8000-000000000000' }),
  };
  for (const [name, fault] of Object.entries(faults)) {
    it(`disturb nothing: ${name}`, async () => {
      const element = await mount();
      await say('SUBMIT_MFA');
      const { snapshot } = element;
      const words = payerReads(element);
      const before = told(element).length;
      relay.says(fault);
      element.detailsUrl = RELAY;
      await settle();
      expect(element.snapshot).to.equal(snapshot);
      expect(element.snapshot.error).to.equal(null);
      expect(payerReads(element)).to.equal(words);
      expect(receiptOf(element)).to.deep.equal([]);
      expect(button(element)?.localName).to.equal(undefined);
      expect(told(element).slice(before)).to.deep.equal(['geft-error']);
      const [error] = sent(element).slice(before);
      expect(error?.detail).to.deep.equal({
        code: 'details-unavailable',
        message: 'details-unavailable',
        retriable: true,
      });
      expect([error?.bubbles, error?.composed]).to.deep.equal([true, true]);
      await advance(60);
      expect(endpoint.times()).to.deep.equal([0, 30, 60]);
      expect(relay.requests().length, 'asked again only after a change of status').to.equal(1);
    });

    it(`leave what is shown: ${name}`, async () => {
      relay.says(detailsOf(), fault, fault);
      endpoint.says(INITIATED, IN_PROGRESS, SCHEDULED);
      const element = await mount({ 'details-url': RELAY });
      const before = receiptOf(element);
      expect(before.length).to.be.greaterThan(0);
      await advance(30);
      expect(receiptOf(element)).to.deep.equal(before);
      await advance(30);
      expect(receiptOf(element)).to.deep.equal(before);
      expect(element.phase).to.equal('success');
      expect(errors(element)).to.deep.equal(['details-unavailable', 'details-unavailable']);
    });
  }

  it('are had after the next change of status', async () => {
    relay.says(http(500), detailsOf());
    endpoint.says(INITIATED, IN_PROGRESS);
    const element = await mount({ 'details-url': RELAY });
    expect(receiptOf(element)).to.deep.equal([]);
    await advance(30);
    expect(lineOf(element, 'Amount')).to.equal('$500.00');
  });

  it('leave an error of the status what it is', async () => {
    relay.says(http(500));
    endpoint.says(INITIATED, unreachable);
    const element = await mount({ 'details-url': RELAY });
    await advance(30);
    expect(element.snapshot.error?.code).to.equal('network');
    element.detailsUrl = '/other';
    await settle();
    expect(element.snapshot.error?.code).to.equal('network');
    expect(errors(element)).to.deep.equal(['details-unavailable', 'network', 'details-unavailable']);
  });

  it('never settle a payment, nor keep it from settling', async () => {
    relay.says(unreachable);
    endpoint.says(SCHEDULED);
    const element = await mount({ 'details-url': RELAY });
    expect(element.snapshot).to.include({ phase: 'success', confirmed: true, error: null });
    expect(await element.settled).to.equal(element.snapshot);
  });

  it('that never come keep nothing waiting', async () => {
    relay.says(silence);
    endpoint.says(INITIATED, SCHEDULED);
    const element = await mount({ 'details-url': RELAY });
    await advance(30);
    expect(element.phase).to.equal('success');
  });
});

describe('the step that the details name', () => {
  function at(current: string): SessionDetails {
    const step = { current } as { current: SessionStep };
    return { ...fullDetails(sessionId()), step };
  }

  const cases: [step: string, stage: number][] = [
    ['Start', 0],
    ['Consent', 0],
    ['BankSelection', 0],
    ['BankConnection', 1],
    ['AccountSelection', 2],
    ['AmountSelection', 2],
    ['GuaranteeOffer', 3],
    ['Review', 4],
    ['Pad', 4],
    ['Complete', 4],
    ['Elsewhere', -1],
    ['toString', -1],
  ];
  for (const [step, stage] of cases) {
    it(`${step} is shown as ${stage < 0 ? 'none' : `stage ${stage}`}`, async () => {
      const element = await mount();
      element.details = at(step);
      await settle();
      expect(currentStep(element)).to.equal(stage);
    });
  }

  it('counts where the relay names it', async () => {
    relay.says(detailsOf({ step: { current: 'AccountSelection' } }));
    expect(currentStep(await mount({ 'details-url': RELAY }))).to.equal(2);
  });

  it('is no step of a message: nobody is told of it', async () => {
    const element = await mount();
    element.details = at('Review');
    await settle();
    expect(element.snapshot.step).to.equal(null);
    expect(told(element)).to.not.include('geft-step');
  });

  it('goes with the messages, whichever is further', async () => {
    const element = await mount();
    const seen: number[] = [];
    for (const each of ['APP_MOUNTED', at('BankConnection'), 'ACCOUNT_SELECTED', at('GuaranteeOffer'), at('Pad')]) {
      if (typeof each === 'string') await say(each);
      else element.details = each;
      await settle();
      seen.push(currentStep(element));
    }
    expect(seen).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('is not taken back by a late message', async () => {
    const element = await mount();
    element.details = at('Review');
    await settle();
    await say('SUBMIT_MFA');
    expect(currentStep(element)).to.equal(4);
  });

  it('takes nothing back that a message said', async () => {
    const element = await mount();
    await say('GUARANTEE_OFFERED');
    element.details = at('Start');
    await settle();
    expect(currentStep(element)).to.equal(3);
  });

  it('takes nothing back that other details said', async () => {
    const element = await mount();
    element.details = at('Review');
    await settle();
    element.details = at('BankSelection');
    await settle();
    expect(currentStep(element)).to.equal(4);
    element.details = null;
    await settle();
    expect(currentStep(element)).to.equal(4);
  });

  it('that nobody knows changes nothing', async () => {
    const element = await mount();
    await say('SUBMIT_MFA');
    element.details = at('Elsewhere');
    await settle();
    expect(currentStep(element)).to.equal(1);
  });

  it('is of the session: the next begins without one', async () => {
    const element = await mount();
    element.details = at('Review');
    await settle();
    element.sessionId = freshSession();
    await settle();
    expect(currentStep(element)).to.equal(-1);
    await say('APP_MOUNTED');
    expect(currentStep(element)).to.equal(0);
  });

  it('is one for all elements of a session', async () => {
    const [one, other] = [await mount(), await mount()];
    one.details = at('AccountSelection');
    await settle();
    expect([currentStep(one), currentStep(other)]).to.deep.equal([2, 2]);
  });

  it('is still there when the API is to be asked elsewhere', async () => {
    const element = await mount();
    element.details = at('GuaranteeOffer');
    await settle();
    element.baseUrl = 'https://other.example';
    await settle();
    expect(element.snapshot.sessionId).to.equal(sessionId());
    expect(currentStep(element)).to.equal(3);
  });

  it('is there again when the session is', async () => {
    const element = await mount();
    element.details = at('GuaranteeOffer');
    await settle();
    element.sessionId = null;
    await settle();
    element.sessionId = sessionId();
    await settle();
    expect(currentStep(element)).to.equal(3);
  });

  it('where the payer left and the flow mounts anew, does not hold: details from before are stale', async () => {
    const element = await mount();
    element.details = at('GuaranteeOffer');
    await settle();
    await say('COMPONENT_PAD_WARNING_SCREEN_EXIT');
    expect(element.phase).to.equal('left');
    await say('APP_MOUNTED');
    expect(element.phase).to.equal('waiting');
    expect(currentStep(element)).to.equal(0);
    await say('SUBMIT_CREDENTIAL');
    expect(currentStep(element)).to.equal(1);
    element.details = at('AccountSelection');
    await settle();
    expect(currentStep(element)).to.equal(2);
  });

  it('changes no words, and no phase', async () => {
    const element = await mount();
    const words = [title(element), sentences(element)];
    element.details = at('Complete');
    await settle();
    expect([title(element), sentences(element)]).to.deep.equal(words);
    expect(element.phase).to.equal('waiting');
  });
});

describe('details in plain HTML', () => {
  it('by details-url', async () => {
    const element = await mountHtml(
      `<flinks-geft-status session-id="${sessionId()}" details-url="${RELAY}"></flinks-geft-status>`,
    );
    expect(lineOf(element, 'Reference')).to.equal('USER12345');
  });

  it('a status that comes without a code is a status', async () => {
    endpoint.says(status('Failed'));
    await mount({ 'details-url': RELAY });
    expect(relay.requests().length).to.equal(1);
  });
});
