import { readSessionDetails, type PayerDetails } from '../../src/protocol/session-details.js';
import { expect } from '../support/expect.js';
import { earlyDetails, fullDetails, plainDetails, secretsIn } from '../support/session-details.js';

const SESSION = 'aadd08f2-83ce-456d-84ed-c68cfed4ee7b';
const OTHER = 'bbdd08f2-83ce-456d-84ed-c68cfed4ee7b';

/** Nothing is known but whose details they are. */
const NOTHING: PayerDetails = {
  sessionId: SESSION,
  amount: null,
  referenceId: null,
  institutionCode: null,
  account: null,
  guaranteedUpTo: null,
  isPartial: false,
  stage: -1,
};

function read(body: unknown): PayerDetails | null {
  return readSessionDetails(body, SESSION);
}

/** What is read of the payer's account. */
function accountIn(account: unknown): string | null | undefined {
  return read({ sessionId: SESSION, payor: { account } })?.account;
}

describe('the details of the reference page', () => {
  const cases: [name: string, body: object, expected: Partial<PayerDetails>][] = [
    [
      'the first example',
      fullDetails(SESSION),
      { amount: 500, referenceId: 'USER12345', institutionCode: '014', account: 'Account (••••4567)', stage: 4 },
    ],
    [
      'the example of the schema',
      plainDetails(SESSION),
      { amount: 100, referenceId: 'USER12345', institutionCode: '003', account: 'Checking (••••1234)', stage: 4 },
    ],
    ['before the sign-in', earlyDetails(SESSION), { referenceId: 'USER12345', stage: 0 }],
  ];
  for (const [name, body, expected] of cases) {
    it(`${name}: what the payer may see`, () => {
      expect(read(body)).to.deep.equal({ ...NOTHING, ...expected });
    });

    it(`${name}: nothing else gets through`, () => {
      expect(secretsIn(JSON.stringify(body)).length, 'what there is to give away').to.be.greaterThan(3);
      expect(secretsIn(JSON.stringify(read(body)))).to.deep.equal([]);
    });
  }
});

describe('whose they are', () => {
  const cases: [name: string, body: unknown, isRead: boolean][] = [
    ['this session’s', { sessionId: SESSION }, true],
    ['this session’s in capitals', { sessionId: SESSION.toUpperCase() }, true],
    ['nobody’s: the server left it out', { amount: 5 }, true],
    ['nobody’s: null', { sessionId: null }, true],
    ['another’s', { sessionId: OTHER }, false],
    ['another’s, with everything in it', fullDetails(OTHER), false],
    ['no text', { sessionId: 42 }, false],
    ['empty', { sessionId: '' }, false],
    ['this one’s and more', { sessionId: `${SESSION} ` }, false],
    ['in a list', { sessionId: [SESSION] }, false],
  ];
  for (const [name, body, isRead] of cases) {
    it(name, () => expect(read(body) !== null).to.equal(isRead));
  }

  it('they are read as this session’s, in its own spelling', () => {
    expect(read({ sessionId: SESSION.toUpperCase() })?.sessionId).to.equal(SESSION);
  });
});

describe('what is no details at all', () => {
  for (const body of [null, undefined, '', 'text', JSON.stringify(fullDetails(SESSION)), 0, 42, true, () => {}]) {
    it(`${typeof body}: ${String(body).slice(0, 20)}`, () => expect(read(body)).to.equal(null));
  }
});

describe('an account', () => {
  const cases: [name: string, accountNumber: unknown, accountLabel: unknown, shown: string | null][] = [
    ['of the first example', '1234567', 'Account (****4567)', 'Account (••••4567)'],
    ['of the schema', '****1234', 'Checking (****1234)', 'Checking (••••1234)'],
    ['unmasked number alone', '1234567', null, '•••4567'],
    ['masked number alone', '****1234', null, '••••1234'],
    ['label alone', null, 'Account (****4567)', 'Account (••••4567)'],
    ['unmasked label alone', null, 'Account 1234567', 'Account •••4567'],
    ['unmasked label and number', '1234567', 'Account 1234567', 'Account •••4567'],
    ['unmasked label, masked number', '***4567', 'Account 1234567', 'Account •••4567'],
    ['a label without the number', '1234567', 'Chequing', 'Chequing •••4567'],
    ['a label with another number', '1234567', 'Card 5191230000009876', 'Card •••••••••••••••• •••4567'],
    ['a label with some digits more', '1234567', '2 to sign: 1234567', '• to sign: •••4567'],
    ['a label with digits after the number', '1234567', '1234567 (of 2)', '••••567 (of 2)'],
    ['a label that has the digits spread', '1234567', '1 2 3 4 5 6 7', '• • • • • • • •••4567'],
    ['spaces in the number', '12 34 567', null, '•• •4 567'],
    ['dashes in the number', '001-234-4567', null, '•••-•••-4567'],
    ['spaces that do not break, and none at all', '12\u00A034\u200B567', null, '••\u00A0•4\u200B567'],
    ['Arabic digits', '١٢٣٤٥٦٧', null, '•••٤٥٦٧'],
    ['Devanagari digits', '१२३४५६७', null, '•••४५६७'],
    ['wide digits', '１２３４５６７', null, '•••４５６７'],
    ['digits beyond the sixteenth bit', '𝟏𝟐𝟑𝟒𝟓𝟔𝟕', null, '•••𝟒𝟓𝟔𝟕'],
    ['digits of several kinds', '1２३4567', null, '•••4567'],
    ['raised and ringed digits', '¹②③4567', null, '•••4567'],
    ['digits in rings of their own', '1\uFE0F\u20E32\uFE0F\u20E334567', null, '•\uFE0F\u20E3•\uFE0F\u20E3•4567'],
    ['four digits', '1234', null, '1234'],
    ['three digits', '123', null, '123'],
    ['five digits', '12345', null, '•2345'],
    ['a number masked with something else', 'XXX4567', null, 'XXX4567'],
    ['empty texts', '', '', null],
    ['nothing but spaces', ' ', '  ', null],
    ['a number that is no text', 1234567, null, null],
    ['a label that is no text', '1234567', { toString: () => '7654321' }, '•••4567'],
    ['lists', ['1234567'], ['1234567'], null],
    ['markup', null, '<b>Joint</b> 1234567', '<b>Joint</b> •••4567'],
    ['several lines', '123\n4567', 'Joint\n1234567', 'Joint\n•••4567'],
  ];
  for (const [name, accountNumber, accountLabel, shown] of cases) {
    it(name, () => expect(accountIn({ accountNumber, accountLabel })).to.equal(shown));
  }

  for (const account of [null, undefined, {}, [], '1234567', 1234567, () => '1234567']) {
    it(`that is ${typeof account} ${JSON.stringify(account)}`, () => expect(accountIn(account)).to.equal(null));
  }

  for (const payor of [undefined, null, [], 'John Smith', { email: 'john.smith@example.com' }]) {
    it(`of a payer who is ${JSON.stringify(payor)}`, () => {
      expect(read({ sessionId: SESSION, payor })).to.deep.equal(NOTHING);
    });
  }

  it('of the payee is not the payer’s', () => {
    const { payee } = fullDetails(SESSION);
    expect(read({ sessionId: SESSION, payee, account: payee?.account })).to.deep.equal(NOTHING);
  });

  it('of enormous length takes no time', () => {
    const long = `${'1'.repeat(50_000)}${'x'.repeat(50_000)}123`;
    expect(accountIn({ accountNumber: long })?.replaceAll(/[•x]/g, '')).to.equal('1123');
  });
});

describe('a bank', () => {
  const cases: [code: unknown, institutionCode: string | null][] = [
    ['003', '003'],
    ['3', '3'],
    ['829', '829'],
    ['', null],
    [null, null],
    [3, null],
    // Anything may stand in a field that is not what it should be.
    ['1234567', null],
    ['john.smith@example.com', null],
    ['0x3', null],
  ];
  for (const [institutionCode, expected] of cases) {
    it(`${JSON.stringify(institutionCode)} is ${expected ?? 'none'}`, () => {
      const body = { sessionId: SESSION, payor: { account: { institutionCode } } };
      expect(read(body)?.institutionCode).to.equal(expected);
    });
  }
});

describe('an amount', () => {
  const cases: [amount: unknown, currency: unknown, expected: number | null][] = [
    [500, 'CAD', 500],
    [500, undefined, 500],
    [500, null, 500],
    [0, 'CAD', 0],
    [0.01, 'CAD', 0.01],
    [500, 'USD', null],
    [500, 'cad', null],
    [500, '', null],
    [500, 124, null],
    [null, 'CAD', null],
    [undefined, 'CAD', null],
    [-1, 'CAD', null],
    [NaN, 'CAD', null],
    [Infinity, 'CAD', null],
    ['500', 'CAD', null],
    [[500], 'CAD', null],
    [500n, 'CAD', null],
  ];
  for (const [amount, currency, expected] of cases) {
    it(`${String(amount)} (${typeof amount}) of ${String(currency)}: ${String(expected)}`, () => {
      expect(read({ sessionId: SESSION, amount, currency })?.amount).to.equal(expected);
    });
  }
});

describe('a reference', () => {
  const cases: [referenceId: unknown, expected: string | null][] = [
    ['USER12345', 'USER12345'],
    ['<b>$&</b>', '<b>$&</b>'],
    ['', null],
    [null, null],
    [12345, null],
    [{}, null],
  ];
  for (const [referenceId, expected] of cases) {
    it(`${JSON.stringify(referenceId)}: ${String(expected)}`, () => {
      expect(read({ sessionId: SESSION, referenceId })?.referenceId).to.equal(expected);
    });
  }
});

describe('a guarantee', () => {
  const whole = fullDetails(SESSION).guaranteeDetails;
  const cases: [name: string, guarantee: unknown, guaranteedUpTo: number | null, isPartial: boolean][] = [
    ['of it all', whole, null, false],
    ['of less than is asked', { ...whole, highestDebitAmountToGuarantee: 300 }, 300, false],
    [
      'of a part, up to an amount',
      { ...whole, highestDebitAmountToGuarantee: 300, guaranteedEftType: 'Partial' },
      300,
      true,
    ],
    ['of a part', { ...whole, guaranteedEftType: 'Partial' }, null, true],
    ['of a small part', { ...whole, guaranteedEftType: 'Minimal' }, null, true],
    ['of more than is asked', { ...whole, highestDebitAmountToGuarantee: 900 }, null, false],
    ['of a cent less', { ...whole, highestDebitAmountToGuarantee: 499.99 }, 499.99, false],
    ['of nothing', { ...whole, highestDebitAmountToGuarantee: 0 }, null, false],
    ['not decided yet', { ...whole, guaranteeAccepted: null, highestDebitAmountToGuarantee: 300 }, 300, false],
    [
      'not accepted',
      { ...whole, guaranteeAccepted: false, highestDebitAmountToGuarantee: 300, guaranteedEftType: 'Partial' },
      null,
      false,
    ],
    [
      'not offered',
      { ...whole, guaranteeOffered: false, highestDebitAmountToGuarantee: 300, guaranteedEftType: 'Partial' },
      null,
      false,
    ],
    ['of an amount that is none', { ...whole, highestDebitAmountToGuarantee: '300' }, null, false],
    ['of less than nothing', { ...whole, highestDebitAmountToGuarantee: -300 }, null, false],
    ['of a kind that nobody knows', { ...whole, guaranteedEftType: 'partial!' }, null, false],
    ['that is null', null, null, false],
    ['that is missing', undefined, null, false],
    ['that is no object', 'Partial', null, false],
  ];
  for (const [name, guaranteeDetails, guaranteedUpTo, isPartial] of cases) {
    it(name, () => {
      const read = readSessionDetails({ sessionId: SESSION, amount: 500, guaranteeDetails }, SESSION);
      expect(read).to.deep.equal({ ...NOTHING, amount: 500, guaranteedUpTo, isPartial });
    });
  }

  it('of an amount, where the amount asked is not known', () => {
    const guaranteeDetails = { ...whole, highestDebitAmountToGuarantee: 300 };
    expect(read({ sessionId: SESSION, guaranteeDetails })?.guaranteedUpTo).to.equal(null);
  });
});

describe('a step', () => {
  const cases: [current: unknown, stage: number][] = [
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
    ['complete', -1],
    ['constructor', -1],
    ['__proto__', -1],
    ['', -1],
    [null, -1],
    [4, -1],
    [['Complete'], -1],
  ];
  for (const [current, stage] of cases) {
    it(`${JSON.stringify(current)} is of stage ${stage}`, () => {
      expect(read({ sessionId: SESSION, step: { current } })?.stage).to.equal(stage);
    });
  }

  for (const step of [undefined, null, 'Complete', []]) {
    it(`in ${JSON.stringify(step)} is none`, () => expect(read({ step })?.stage).to.equal(-1));
  }
});

describe('hostile details', () => {
  it('a getter that throws is a field that is missing', () => {
    const body = {
      ...fullDetails(SESSION),
      get payor(): never {
        throw new TypeError('No.');
      },
      get step(): never {
        throw new TypeError('No.');
      },
    };
    expect(read(body)).to.deep.equal({ ...NOTHING, amount: 500, referenceId: 'USER12345' });
  });

  it('a proxy that refuses everything has nothing to say', () => {
    const refuse = (): never => {
      throw new TypeError('No.');
    };
    const body = new Proxy(fullDetails(SESSION), { get: refuse, has: refuse, getOwnPropertyDescriptor: refuse });
    expect(read(body)).to.deep.equal(NOTHING);
  });

  it('what an object inherits is not its own', () => {
    expect(read(Object.create(fullDetails(SESSION)))).to.deep.equal(NOTHING);
    expect(read({ payor: Object.create({ account: { accountNumber: '4567' } }) })).to.deep.equal(NOTHING);
  });

  it('what every object was given counts for nothing', () => {
    const poison = { ...fullDetails(OTHER), account: '1234567', current: 'Pad', accountNumber: '1234567' };
    Object.assign(Object.prototype, poison);
    try {
      expect(read({})).to.deep.equal(NOTHING);
    } finally {
      for (const key of Object.keys(poison)) Reflect.deleteProperty(Object.prototype, key);
    }
  });

  it('are left as they were', () => {
    const body = fullDetails(SESSION);
    read(body);
    expect(body).to.deep.equal(fullDetails(SESSION));
  });
});
