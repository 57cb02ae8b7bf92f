import { expect } from '../support/expect.js';
import fc from 'fast-check';
import { effectOf, isFlowStep, readFlowMessage } from '../../src/protocol/flow-message.js';
import { readSessionDetails } from '../../src/protocol/session-details.js';
import { isSessionId } from '../../src/protocol/session-id.js';
import { outcomeOf, readSessionStatus } from '../../src/protocol/session-status.js';
import { fullDetails, plainDetails, secretsIn } from '../support/session-details.js';

const SESSION = 'aadd08f2-83ce-456d-84ed-c68cfed4ee7b';
const OUTCOMES = ['waiting', 'signature', 'success', 'declined', 'canceled', 'expired'];

const STATUSES = ['Initiated', 'InProgress', 'Completed', 'Failed', 'Canceled', 'Cancelled', 'Expired', 'completed'];
const CODES = ['EFT0101', 'EFT0301', 'EFT0302', 'EFT0401', 'EFT0402', 'EFT0403', 'EFT0404', 'EFT0501', 'EFT0601'];
const KEYS = ['status', 'statusDetails', 'sessionId', 'amount', 'referenceId', 'Step', 'step', 'SessionId'];

/** Anything there is. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Texts near to what is documented. */
const word = fc.oneof(fc.constantFrom(...STATUSES, ...CODES, SESSION, SESSION.toUpperCase(), 'SUCCESS'), fc.string());

/** Objects near to what is documented, some of which fight back. */
const nearly = fc
  .record(Object.fromEntries(KEYS.map(key => [key, fc.oneof(word, word, anything)])), { requiredKeys: [] })
  .chain(plain => fc.constantFrom(plain, throwing(plain), inheriting(plain), JSON.stringify(plain, harmless)));

function harmless(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

function inheriting(plain: object): unknown {
  return Object.create(plain);
}

function throwing(plain: object): unknown {
  const get = (): never => {
    throw new TypeError('No.');
  };
  return new Proxy(plain, { get });
}

const input = fc.oneof(nearly, nearly, anything, fc.string({ maxLength: 20_000 }));

/** Details near to what is documented, some of which fight back, at any depth. */
const details = fc
  .tuple(fc.constantFrom(fullDetails(SESSION), plainDetails(SESSION)), anything, fc.nat(), fc.nat())
  .map(([plain, other, where, how]) => disturbed(plain, other, where, how));

/** A copy with something else in one place. */
function disturbed(plain: object, other: unknown, where: number, how: number): unknown {
  const copy: unknown = structuredClone(plain);
  const places: [parent: Record<string, unknown>, key: string][] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const parent = value as Record<string, unknown>;
    for (const key of Object.keys(parent)) {
      places.push([parent, key]);
      look(parent[key]);
    }
  };
  look(copy);
  const place = places[where % places.length];
  if (!place) return copy;
  const [parent, key] = place;
  const value = parent[key];
  const ways: (() => void)[] = [
    () => (parent[key] = other),
    () => Object.defineProperty(parent, key, { get: () => throwing({}) }),
    () => Object.defineProperty(parent, key, { get: refuse, enumerable: true }),
    () => (parent[key] = typeof value === 'object' && value ? throwing(value) : throwing({})),
    () => (parent[key] = typeof value === 'object' && value ? inheriting(value) : null),
    () => Reflect.deleteProperty(parent, key),
  ];
  ways[how % ways.length]?.();
  return copy;
}

function refuse(): never {
  throw new TypeError('No.');
}

const FIELDS = [
  'sessionId',
  'amount',
  'referenceId',
  'institutionCode',
  'account',
  'guaranteedUpTo',
  'isPartial',
  'stage',
];

/** Texts with many digits, of several kinds, with anything between them. */
const digits = fc
  .array(
    fc.oneof(fc.constantFrom(...Array.from('0123456789'), '٤', '४', '４', '𝟒', '②'), fc.string({ maxLength: 2 })),
    {
      maxLength: 40,
    },
  )
  .map(parts => parts.join(''));

describe('whatever comes in', () => {
  it('reading a status never throws, and gives a report or a known fault', () => {
    const given = (value: unknown): void => {
      const result = readSessionStatus(value, SESSION);
      if (typeof result === 'string') {
        expect(['malformed-response', 'session-mismatch']).to.include(result);
        return;
      }
      expect(Object.keys(result)).to.have.members(['status', 'statusDetails', 'amount', 'referenceId']);
      expect(OUTCOMES).to.include(outcomeOf(result.status, result.statusDetails));
    };
    fc.assert(fc.property(input, given), { numRuns: 500 });
  });

  it('only Completed with EFT0301 is success', () => {
    const given = (status: string, code: string | null): void => {
      const isSuccess = status === 'Completed' && code === 'EFT0301';
      expect(outcomeOf(status, code) === 'success').to.equal(isSuccess);
    };
    fc.assert(fc.property(word, fc.option(word), given), { numRuns: 1000 });
  });

  it('only a body that says so itself, about this session, reads as success', () => {
    const given = (value: unknown): void => {
      const result = readSessionStatus(value, SESSION);
      if (typeof result === 'string' || outcomeOf(result.status, result.statusDetails) !== 'success') return;
      const { status, statusDetails, sessionId } = Object(value) as Record<string, unknown>;
      expect([status, statusDetails]).to.deep.equal(['Completed', 'EFT0301']);
      expect(String(sessionId).toLowerCase()).to.equal(SESSION);
    };
    fc.assert(fc.property(input, given), { numRuns: 500 });
  });

  it('reading a message never throws, and gives a step or nothing', () => {
    const given = (value: unknown): void => {
      const step = readFlowMessage(value, SESSION);
      if (step === null) return;
      expect(typeof step).to.equal('string');
      expect(step).to.not.equal('');
      if (isFlowStep(step)) expect(effectOf(step)).to.not.equal(undefined);
    };
    fc.assert(fc.property(input, given), { numRuns: 500 });
  });

  it('reading details never throws, and gives what a payer may see or nothing', () => {
    const given = (value: unknown): void => {
      const result = readSessionDetails(value, SESSION);
      if (result === null) return;
      expect(Object.keys(result)).to.have.members(FIELDS);
      expect(result.sessionId).to.equal(SESSION);
      for (const text of [result.referenceId, result.institutionCode, result.account]) {
        expect(text === null || (typeof text === 'string' && text !== '')).to.be.true;
      }
      for (const amount of [result.amount, result.guaranteedUpTo]) {
        expect(amount === null || (amount >= 0 && amount < Infinity)).to.be.true;
      }
      expect([-1, 0, 1, 2, 3, 4]).to.include(result.stage);
      expect(typeof result.isPartial).to.equal('boolean');
    };
    fc.assert(fc.property(fc.oneof(details, input), given), { numRuns: 1000 });
  });

  it('whatever is wrong with details, they give nothing away', () => {
    const given = (value: unknown): void => {
      expect(secretsIn(JSON.stringify(readSessionDetails(value, SESSION)))).to.deep.equal([]);
    };
    // Anything at all could be a reference, and is one then.
    const tame = fc
      .tuple(fc.constantFrom(fullDetails(SESSION), plainDetails(SESSION)), fc.nat(), fc.nat())
      .map(([plain, where, how]) => disturbed(plain, null, where, how));
    fc.assert(fc.property(tame, given), { numRuns: 500 });
  });

  it('of any account number and label, four digits at most are to be seen: the last', () => {
    const given = (accountNumber: string, accountLabel: string): void => {
      const body = { sessionId: SESSION, payor: { account: { accountNumber, accountLabel } } };
      const shown = readSessionDetails(body, SESSION)?.account ?? '';
      const seen = shown.match(/\p{N}/gu) ?? [];
      expect(seen.length).to.be.at.most(4);
      const ends = [accountLabel, `${accountLabel}${accountNumber}`].map(text =>
        text.match(/\p{N}/gu)?.slice(-4).join(''),
      );
      expect(ends).to.include(seen.join('') || undefined);
    };
    const number = fc.oneof(digits, fc.stringMatching(/^\d{5,12}$/), fc.string());
    const both = fc.oneof(
      fc.tuple(number, number),
      number.map((same): [string, string] => [same, `Account ${same}`]),
      number.map((same): [string, string] => [same, same.replaceAll(/(.)/gu, '$1 ')]),
    );
    fc.assert(
      fc.property(both, ([accountNumber, accountLabel]) => {
        given(accountNumber, accountLabel);
      }),
      { numRuns: 1000 },
    );
  });

  it('a session id is one whatever else it is', () => {
    fc.assert(fc.property(fc.uuid(), id => isSessionId(id)));
    fc.assert(fc.property(anything, value => typeof isSessionId(value) === 'boolean'));
  });

  it('what every object was given counts for nothing', () => {
    const poison = {
      status: 'Completed',
      statusDetails: 'EFT0301',
      sessionId: SESSION,
      Step: 'SUCCESS',
      EFT9: 'success',
    };
    Object.assign(Object.prototype, poison);
    try {
      for (const value of [{}, [], Object.create(null), 'x', 42, null, undefined, '{}', () => {}]) {
        expect(readSessionStatus(value, SESSION)).to.equal('malformed-response');
        expect(readFlowMessage(value, SESSION)).to.equal(null);
      }
      expect(readSessionStatus({ status: 'Expired', sessionId: SESSION }, SESSION)).to.include({ statusDetails: null });
      expect(outcomeOf('Completed', 'EFT9')).to.equal('waiting');
      expect(outcomeOf('Step', 'EFT0301')).to.equal('waiting');
      expect(isFlowStep('status')).to.be.false;
    } finally {
      for (const key of Object.keys(poison)) Reflect.deleteProperty(Object.prototype, key);
    }
  });
});
