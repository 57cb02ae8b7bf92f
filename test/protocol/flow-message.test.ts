import { expect } from '../support/expect.js';
import { effectOf, isFlowStep, readFlowMessage } from '../../src/protocol/flow-message.js';

const SESSION = 'aadd08f2-83ce-456d-84ed-c68cfed4ee7b';
const OTHER = '11111111-2222-3333-4444-555555555555';

const read = (data: unknown): string | null => readFlowMessage(data, SESSION);

/** The stage that each documented step reaches, of the five in their order, or the end that it makes. */
describe('the documented steps', () => {
  const effects = {
    APP_MOUNTED: 0,
    CONSENT_DISABLED: 0,
    INSTITUTION_SELECTED: 1,
    SUBMIT_CREDENTIAL: 1,
    SUBMIT_MFA: 1,
    ACCOUNT_SELECTED: 2,
    COMPONENT_DEPOSIT_CONTINUE: 3,
    GUARANTEE_OFFERED: 3,
    COMPONENT_PAD_DOWNLOADED: 4,
    SUCCESS: 'confirming',
    GUARANTEE_FAILED: 'declined',
    COMPONENT_PAD_WARNING_SCREEN_EXIT: 'left',
    COMPONENT_OTHER_FUNDING_OPTIONS_SELECTED: 'left',
    COMPONENT_NBO_RETURN_TO_CLIENT_SELECTED: 'left',
  } as const;
  for (const [step, effect] of Object.entries(effects)) {
    it(`${step}: ${effect}`, () => {
      expect(isFlowStep(step)).to.be.true;
      expect(isFlowStep(step) && effectOf(step)).to.equal(effect);
    });
  }

  for (const step of ['POPUP_BLOCKED', 'COMPONENT_LOAD_MFA', 'APP_OFFLINE', 'success', 'Success', 'SUCCESS ', '']) {
    it(`“${step}” is none of them`, () => expect(isFlowStep(step)).to.be.false);
  }

  for (const step of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    it(`${step}, which every object has, is none of them`, () => expect(isFlowStep(step)).to.be.false);
  }
});

describe('the step in a message', () => {
  const messages: Record<string, unknown> = {
    'an object with Step': { Step: 'SUCCESS' },
    'an object with step': { step: 'SUCCESS' },
    'a string of JSON with Step': '{"Step":"SUCCESS"}',
    'a string of JSON with step': ' { "step": "SUCCESS" } ',
    'an object with no prototype': Object.assign(Object.create(null), { Step: 'SUCCESS' }),
    'other properties beside it': { Step: 'SUCCESS', flinksCode: 'X', url: 'https://example.com' },
    'both, and they agree': { Step: 'SUCCESS', step: 'SUCCESS' },
    'the id of this session': { Step: 'SUCCESS', sessionId: SESSION },
    'the id of this session in capitals': { Step: 'SUCCESS', SessionId: SESSION.toUpperCase() },
  };
  for (const [name, data] of Object.entries(messages)) {
    it(name, () => expect(read(data)).to.equal('SUCCESS'));
  }

  it('is handed on where it is not a documented one', () => {
    expect(read({ Step: 'POPUP_BLOCKED' })).to.equal('POPUP_BLOCKED');
    expect(read({ step: 'success' })).to.equal('success');
  });

  const noMessages: Record<string, unknown> = {
    null: null,
    undefined: undefined,
    true: true,
    'a number': 42,
    'a bigint': 42n,
    'a symbol': Symbol('SUCCESS'),
    'a function': Object.assign(() => {}, { Step: 'SUCCESS' }),
    'an empty object': {},
    'an empty string': '',
    'a bare string': 'SUCCESS',
    'a string of JSON in a string of JSON': JSON.stringify(JSON.stringify({ Step: 'SUCCESS' })),
    'JSON cut short': '{"Step":"SUCCESS"',
    'JSON of null': 'null',
    'an array': ['SUCCESS'],
    'an array of one': [{ Step: 'SUCCESS' }],
    'a Step in capitals': { STEP: 'SUCCESS' },
    'an empty Step': { Step: '' },
    'a Step that is a number': { Step: 1 },
    'a Step that is an object': { Step: { toString: () => 'SUCCESS' } },
    'a Step that is a String object': { Step: Object('SUCCESS') as unknown },
    'an inherited Step': Object.create({ Step: 'SUCCESS' }) as unknown,
    'a Step deeper down': { data: { Step: 'SUCCESS' } },
    'a huge Step': { Step: 'S'.repeat(1_000_000) },
    'a huge string': `{"Step":"SUCCESS","padding":"${'x'.repeat(1_000_000)}"}`,
    'a very deep string': '['.repeat(1_000_000),
    'a message with flinksCode alone': { flinksCode: 'SESSION_NONEXISTENT' },
    'the chatter of another widget': { type: 'webpackOk', source: 'react-devtools' },
    'the id of another session': { Step: 'SUCCESS', sessionId: OTHER },
    'the id of another session, in capitals': { Step: 'SUCCESS', SessionId: OTHER.toUpperCase() },
    'the id of this session, and another': { Step: 'SUCCESS', sessionId: SESSION, SessionId: OTHER },
    'an id that is none': { Step: 'SUCCESS', sessionId: 'x' },
  };
  for (const [name, data] of Object.entries(noMessages)) {
    it(`none: ${name}`, () => expect(read(data)).to.equal(null));
  }

  it('none: a getter that throws', () => {
    const data = {
      get Step(): string {
        throw new Error('No.');
      },
    };
    expect(read(data)).to.equal(null);
  });

  it('none: a proxy that throws at every touch', () => {
    const refuse = (): never => {
      throw new Error('No.');
    };
    const data = new Proxy({ Step: 'SUCCESS' }, { get: refuse, has: refuse, getOwnPropertyDescriptor: refuse });
    expect(read(data)).to.equal(null);
  });

  it('none: a Step given to every object', () => {
    Object.assign(Object.prototype, { Step: 'SUCCESS', step: 'SUCCESS' });
    try {
      for (const data of [{}, [], '{}', '[]', { other: 1 }]) expect(read(data)).to.equal(null);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'Step');
      Reflect.deleteProperty(Object.prototype, 'step');
    }
  });
});
