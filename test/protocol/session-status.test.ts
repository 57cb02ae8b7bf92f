import { expect } from '../support/expect.js';
import { outcomeOf, readSessionStatus } from '../../src/protocol/session-status.js';

const SESSION = 'aadd08f2-83ce-456d-84ed-c68cfed4ee7b';

/** Every documented code. */
const CODES = ['EFT0101', 'EFT0301', 'EFT0302', 'EFT0401', 'EFT0402', 'EFT0403', 'EFT0404', 'EFT0501', 'EFT0601'];
/** Every known status, in both spellings where there are two. */
const STATUSES = ['Initiated', 'InProgress', 'Completed', 'Failed', 'Canceled', 'Cancelled', 'Expired'];
/** Codes that nobody documented. */
const UNKNOWN_CODES = ['EFT9999', 'EFT0405', 'EFT', 'E', 'whatever', 'eft0301', 'eft0402', ' EFT0301', 'EFT04011'];

/** What is documented, pair by pair. */
const DOCUMENTED = {
  'Initiated/EFT0101': 'waiting',
  'Completed/EFT0301': 'success',
  'Completed/EFT0302': 'signature',
  'Failed/EFT0401': 'declined',
  'Failed/EFT0402': 'declined',
  'Failed/EFT0403': 'declined',
  'Failed/EFT0404': 'declined',
  'Canceled/EFT0501': 'canceled',
  'Cancelled/EFT0501': 'canceled',
  'Expired/EFT0601': 'expired',
} as const;

const OWN_CODES: Partial<Record<string, string[]>> = {
  Initiated: ['EFT0101'],
  Completed: ['EFT0301', 'EFT0302'],
  Failed: ['EFT0401', 'EFT0402', 'EFT0403', 'EFT0404'],
  Canceled: ['EFT0501'],
  Cancelled: ['EFT0501'],
  Expired: ['EFT0601'],
};

describe('what a status and its code mean', () => {
  describe('as documented', () => {
    for (const [pair, outcome] of Object.entries(DOCUMENTED)) {
      const [status = '', code = ''] = pair.split('/');
      it(`${pair} is ${outcome}`, () => expect(outcomeOf(status, code)).to.equal(outcome));
    }
  });

  describe('a code of another status contradicts it: waiting', () => {
    for (const status of STATUSES) {
      for (const code of CODES.filter(each => !OWN_CODES[status]?.includes(each))) {
        it(`${status}/${code}`, () => expect(outcomeOf(status, code)).to.equal('waiting'));
      }
    }
  });

  describe('without a code', () => {
    const outcomes = {
      Initiated: 'waiting',
      InProgress: 'waiting',
      Completed: 'waiting',
      Failed: 'declined',
      Canceled: 'canceled',
      Cancelled: 'canceled',
      Expired: 'expired',
    };
    for (const [status, outcome] of Object.entries(outcomes)) {
      it(`${status} is ${outcome}`, () => expect(outcomeOf(status, null)).to.equal(outcome));
    }
  });

  describe('with a code not known, only Failed means anything', () => {
    for (const status of STATUSES) {
      const outcome = status === 'Failed' ? 'declined' : 'waiting';
      for (const code of UNKNOWN_CODES) {
        it(`${status}/“${code}” is ${outcome}`, () => expect(outcomeOf(status, code)).to.equal(outcome));
      }
    }
  });

  describe('Failed with a code not known is declined; with a code known of another status, it contradicts itself', () => {
    for (const code of ['EFT0102', 'EFT0303', 'EFT0400', 'EFT0405', 'EFT0499', 'EFT0502', 'EFT0701', 'EFT1401']) {
      it(`${code} is declined`, () => expect(outcomeOf('Failed', code)).to.equal('declined'));
    }
    for (const code of ['EFT0101', 'EFT0301', 'EFT0302', 'EFT0501', 'EFT0601']) {
      it(`${code} is waiting`, () => expect(outcomeOf('Failed', code)).to.equal('waiting'));
    }
  });

  describe('a status not known is waiting, whatever its code', () => {
    const variants = [
      'completed',
      'COMPLETED',
      'failed',
      'canceled',
      'CANCELLED',
      'expired',
      'initiated',
      'inProgress',
    ];
    const strangers = ['', ' ', 'Completed ', ' Completed', 'Complete', 'Success', 'Paused', 'Unknown', 'null'];
    const inherited = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];
    for (const status of [...variants, ...strangers, ...inherited]) {
      it(`“${status}”`, () => {
        for (const code of [...CODES, ...UNKNOWN_CODES, ...inherited, null]) {
          expect(outcomeOf(status, code), code ?? 'none').to.equal('waiting');
        }
      });
    }
  });

  it('names of inherited properties are no codes', () => {
    for (const code of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(outcomeOf('Completed', code), code).to.equal('waiting');
      expect(outcomeOf('Expired', code), code).to.equal('waiting');
    }
  });
});

describe('reading a status answer', () => {
  const body = {
    sessionId: SESSION,
    referenceId: 'USER12345',
    amount: 500,
    status: 'Completed',
    statusDetails: 'EFT0301',
  };
  const report = { referenceId: 'USER12345', amount: 500, status: 'Completed', statusDetails: 'EFT0301' };

  it('takes the documented fields', () => expect(readSessionStatus(body, SESSION)).to.deep.equal(report));

  it('takes nothing else', () => {
    expect(readSessionStatus({ ...body, riskLevel: 'High' }, SESSION)).to.deep.equal(report);
  });

  it('takes a session id in another case', () => {
    expect(readSessionStatus({ ...body, sessionId: SESSION.toUpperCase() }, SESSION)).to.deep.equal(report);
    expect(readSessionStatus(body, SESSION.toUpperCase())).to.deep.equal(report);
  });

  it('takes a status and a code that it does not know', () => {
    const strange = { ...body, status: 'Paused', statusDetails: 'EFT9999' };
    expect(readSessionStatus(strange, SESSION)).to.deep.equal({
      ...report,
      status: 'Paused',
      statusDetails: 'EFT9999',
    });
  });

  const optional = {
    'statusDetails: null': [{ statusDetails: null }, { statusDetails: null }],
    'statusDetails: undefined': [{ statusDetails: undefined }, { statusDetails: null }],
    'statusDetails: ""': [{ statusDetails: '' }, { statusDetails: null }],
    'statusDetails: 301': [{ statusDetails: 301 }, { statusDetails: null }],
    'statusDetails: ["EFT0301"]': [{ statusDetails: ['EFT0301'] }, { statusDetails: null }],
    'amount: null': [{ amount: null }, { amount: null }],
    'amount: 0': [{ amount: 0 }, { amount: 0 }],
    'amount: 12.34': [{ amount: 12.34 }, { amount: 12.34 }],
    'amount: -1': [{ amount: -1 }, { amount: null }],
    'amount: "500"': [{ amount: '500' }, { amount: null }],
    'amount: NaN': [{ amount: NaN }, { amount: null }],
    'amount: Infinity': [{ amount: Infinity }, { amount: null }],
    'referenceId: null': [{ referenceId: null }, { referenceId: null }],
    'referenceId: 7': [{ referenceId: 7 }, { referenceId: null }],
    'referenceId: ""': [{ referenceId: '' }, { referenceId: null }],
  };
  for (const [name, [change, expected]] of Object.entries(optional)) {
    it(name, () =>
      expect(readSessionStatus({ ...body, ...change }, SESSION)).to.deep.equal({ ...report, ...expected }),
    );
  }

  it('the answer for another session is a mismatch', () => {
    const other = '11111111-2222-3333-4444-555555555555';
    expect(readSessionStatus({ ...body, sessionId: other }, SESSION)).to.equal('session-mismatch');
    expect(readSessionStatus({ ...body, sessionId: `${SESSION} ` }, SESSION)).to.equal('session-mismatch');
  });

  const noReports: Record<string, unknown> = {
    null: null,
    undefined: undefined,
    true: true,
    'a number': 42,
    'a string': 'Completed',
    'a string of JSON': JSON.stringify(body),
    'an array': [body],
    'an empty object': {},
    'an error': { error: 'not_found', error_description: 'Session not found' },
    'no status': { ...body, status: undefined },
    'an empty status': { ...body, status: '' },
    'a status that is a number': { ...body, status: 3 },
    'a status that is an object': { ...body, status: { toString: () => 'Completed' } },
    'a String object': { ...body, status: Object('Completed') as unknown },
    'fields in another case': { SessionId: SESSION, Status: 'Completed', StatusDetails: 'EFT0301' },
    'inherited fields': Object.create(body) as unknown,
  };
  for (const [name, value] of Object.entries(noReports)) {
    it(`${name} is malformed`, () => expect(readSessionStatus(value, SESSION)).to.equal('malformed-response'));
  }
});
