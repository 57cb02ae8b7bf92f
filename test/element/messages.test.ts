import {
  advance,
  details,
  endpoint,
  FLINKS,
  freshSession,
  mount,
  post,
  say,
  sessionId,
  settle,
  setUp,
  told,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

describe('the origin of a message', () => {
  const lookAlikes = [
    'https://payments.flinksapp.com.evil.example',
    'https://evil-payments.flinksapp.com',
    'https://evil.example/payments.flinksapp.com',
    'https://payments.flinksapp.co',
    'https://payments.flinksapp.com:8443',
    'https://payments-flinksapp.com',
    'https://paymentsxflinksapp.com',
    'http://payments.flinksapp.com',
    'https://payments.flinksapp.com.',
    'https://PAYMENTS.flinksapp.com.evil.example',
    'https://flinksapp.com',
    'https://payments-uat.flinksapp.com',
    location.origin,
    'null',
    '*',
    '',
  ];
  for (const origin of lookAlikes) {
    it(`“${origin === location.origin ? 'the page’s own' : origin}” is not the flow’s`, async () => {
      const element = await mount();
      const before = told(element).length;
      await say('GUARANTEE_FAILED', { origin });
      expect(element.phase).to.equal('waiting');
      expect(told(element).length).to.equal(before);
      expect(element.snapshot.step).to.equal(null);
    });
  }

  it('is enough where no window is known', async () => {
    const element = await mount();
    await say('GUARANTEE_FAILED', { source: window });
    expect(element.phase).to.equal('declined');
  });
});

describe('the data of a message', () => {
  const believed: Record<string, () => unknown> = {
    'an object with Step': () => ({ Step: 'SUCCESS' }),
    'an object with step': () => ({ step: 'SUCCESS' }),
    'a string of JSON with Step': () => '{"Step":"SUCCESS"}',
    'a string of JSON with step': () => JSON.stringify({ step: 'SUCCESS', institution: 'FlinksCapital' }),
    'the id of this session': () => ({ Step: 'SUCCESS', sessionId: sessionId() }),
    'the id of this session, in capitals': () => ({ Step: 'SUCCESS', sessionId: sessionId().toUpperCase() }),
    'the id of this session, in JSON': () => JSON.stringify({ step: 'SUCCESS', sessionId: sessionId() }),
  };
  for (const [name, data] of Object.entries(believed)) {
    it(`${name} is believed`, async () => {
      const element = await mount();
      post(data());
      await settle();
      expect(element.phase).to.equal('confirming');
      expect(details(element, 'geft-step')).to.deep.equal([{ step: 'SUCCESS', sessionId: sessionId() }]);
    });
  }

  const throwing = (): never => {
    throw new Error('No.');
  };
  const ignored: Record<string, () => unknown> = {
    nothing: () => undefined,
    null: () => null,
    'a number': () => 42,
    'a bare string': () => 'SUCCESS',
    'half a string of JSON': () => '{"Step":"SUCCESS"',
    'a list': () => ['SUCCESS'],
    'a step that is a number': () => ({ Step: 1 }),
    'a step that is an object': () => ({ Step: { toString: () => 'SUCCESS' } }),
    'an empty step': () => ({ Step: '' }),
    'no step': () => ({ flinksCode: 'SESSION_NONEXISTENT' }),
    'another widget’s chatter': () => ({ source: 'react-devtools', payload: {} }),
    'an inherited step': () => Object.create({ Step: 'SUCCESS' }) as unknown,
    'the id of another session': () => ({ Step: 'SUCCESS', sessionId: freshSession() }),
    'the id of another session, in JSON': () => JSON.stringify({ step: 'SUCCESS', sessionId: freshSession() }),
    'a huge string': () => `{"Step":"SUCCESS","x":"${'x'.repeat(5_000_000)}"}`,
    'a huge step': () => ({ Step: 'x'.repeat(5_000_000) }),
    'a deep string': () => '['.repeat(100_000),
    'a getter that throws': () => Object.defineProperty({}, 'Step', { get: throwing, enumerable: true }),
    'a proxy that throws': () => new Proxy({}, { get: throwing, has: throwing, getOwnPropertyDescriptor: throwing }),
  };
  for (const [name, data] of Object.entries(ignored)) {
    it(`${name} is ignored in silence`, async () => {
      const element = await mount();
      const { snapshot } = element;
      const before = told(element).length;
      post(data());
      await settle();
      expect(element.snapshot).to.equal(snapshot);
      expect(told(element).length).to.equal(before);
      await advance(30);
      expect(endpoint.times(), 'it puts nothing off').to.deep.equal([0, 30]);
    });
  }

  it('is never what every object was given', async () => {
    const element = await mount();
    Object.assign(Object.prototype, { Step: 'SUCCESS', step: 'SUCCESS' });
    try {
      for (const data of [{}, [], '{}', { other: 1 }, 'x', 1]) post(data);
      expect(told(element)).to.not.include('geft-step');
    } finally {
      Reflect.deleteProperty(Object.prototype, 'Step');
      Reflect.deleteProperty(Object.prototype, 'step');
    }
    expect(element.phase).to.equal('waiting');
  });
});

describe('a step that is not known', () => {
  for (const step of ['POPUP_BLOCKED', 'COMPONENT_LOAD_MFA', 'APP_OFFLINE', 'success', 'SUCCESS ', 'constructor']) {
    it(`“${step}” is handed on and changes nothing`, async () => {
      const element = await mount();
      await say('SUBMIT_MFA');
      const changes = details(element, 'geft-change').length;
      await say(step);
      expect(details(element, 'geft-step').at(-1)).to.deep.equal({ step, sessionId: sessionId() });
      expect(details(element, 'geft-change').length).to.equal(changes);
      expect(element.snapshot).to.include({ phase: 'waiting', step: 'SUBMIT_MFA' });
    });
  }
});

describe('a flood', () => {
  it('of strangers’ messages costs nothing', async () => {
    const element = await mount();
    const { snapshot } = element;
    const before = told(element).length;
    for (let count = 0; count < 20_000; count += 1) post({ Step: 'SUCCESS' }, { origin: 'https://evil.example' });
    for (let count = 0; count < 20_000; count += 1) post({ type: 'chatter', count });
    await settle();
    expect(element.snapshot).to.equal(snapshot);
    expect(element.isUpdatePending).to.be.false;
    expect(told(element).length).to.equal(before);
    expect(endpoint.times()).to.deep.equal([0]);
  });

  it('of the flow’s own is told of one by one, and asks no more than the floor allows', async () => {
    const element = await mount();
    for (let count = 0; count < 500; count += 1) post({ Step: count % 2 ? 'SUCCESS' : 'GUARANTEE_FAILED' });
    await advance(9);
    expect(details(element, 'geft-step').length).to.equal(500);
    expect(endpoint.times()).to.deep.equal([0]);
  });
});

describe('who listens', () => {
  it('nobody after the element is gone', async () => {
    const element = await mount();
    element.remove();
    await settle();
    await say('GUARANTEE_FAILED');
    expect(element.phase).to.equal('waiting');
  });

  it('the element for its own session only', async () => {
    const other = freshSession();
    const [one, two] = [await mount(), await mount({ 'session-id': other })];
    await say({ Step: 'GUARANTEE_FAILED', sessionId: other }, { origin: FLINKS });
    expect([one.phase, two.phase]).to.deep.equal(['waiting', 'declined']);
  });
});
