import type { GuaranteeDetails, SessionDetails } from '../../src/index.js';
import {
  complaints,
  detailsOf,
  earlyDetails,
  endpoint,
  fullDetails,
  IN_PROGRESS,
  INITIATED,
  lineOf,
  advance,
  mount,
  part,
  PHASES,
  plainDetails,
  reach,
  receiptOf,
  RELAY,
  relay,
  say,
  secretsIn,
  sent,
  sessionId,
  settle,
  setUp,
} from '../support/bench.js';
import { consoleSays, hearConsole } from '../support/console.js';
import { expect } from '../support/expect.js';

setUp();

type Lines = readonly (readonly [label: string, value: string])[];

/** An element with details, in a language. */
async function withDetails(details: SessionDetails, lang = 'en'): Promise<HTMLElementTagNameMap['flinks-geft-status']> {
  const element = await mount({ lang });
  element.details = details;
  await settle();
  return element;
}

describe('what the payer sees of the reference page’s examples', () => {
  const examples: [name: string, make: (session: string) => SessionDetails, lang: string, lines: Lines][] = [
    [
      'the first, in English',
      fullDetails,
      'en',
      [
        ['Amount', '$500.00'],
        ['Bank', '014'],
        ['Account', 'Account (••••4567)'],
        ['Reference', 'USER12345'],
      ],
    ],
    [
      'the first, in French',
      fullDetails,
      'fr',
      [
        ['Montant', '500,00\u00A0$'],
        ['Institution financière', '014'],
        ['Compte', 'Account (••••4567)'],
        ['Référence', 'USER12345'],
      ],
    ],
    [
      'that of the schema, in English',
      plainDetails,
      'en',
      [
        ['Amount', '$100.00'],
        ['Bank', 'RBC'],
        ['Account', 'Checking (••••1234)'],
        ['Reference', 'USER12345'],
      ],
    ],
    [
      'that of the schema, in French',
      plainDetails,
      'fr-CA',
      [
        ['Montant', '100,00\u00A0$'],
        ['Institution financière', 'RBC'],
        ['Compte', 'Checking (••••1234)'],
        ['Référence', 'USER12345'],
      ],
    ],
    ['one from before the sign-in', earlyDetails, 'en', [['Reference', 'USER12345']]],
  ];
  for (const [name, make, lang, lines] of examples) {
    it(name, async () => {
      expect(receiptOf(await withDetails(make(sessionId()), lang))).to.deep.equal(lines);
    });
  }
});

describe('nothing that a payer is not to see', () => {
  const examples = {
    'the first example': fullDetails,
    'that of the schema': plainDetails,
    'an early one': earlyDetails,
  };

  /** Everything that an element shows, tells and writes. */
  function everything(element: Element): string {
    const { outerHTML, shadowRoot } = element;
    const events = sent(element).map(({ type, detail }) => [type, detail]);
    const all = [
      outerHTML,
      shadowRoot?.innerHTML,
      shadowRoot?.textContent,
      document.title,
      JSON.stringify(events),
      consoleSays(),
      complaints().join('\n'),
    ];
    // The session's id may be anything, and so may the time, and Lit's marks.
    return all
      .join('\n')
      .replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '')
      .replaceAll(/"checkedAt":\d+|lit\$\d+\$/g, '');
  }

  for (const [name, make] of Object.entries(examples)) {
    for (const phase of PHASES.filter(each => each !== 'idle')) {
      it(`is shown, told or written: ${name}, ${phase}`, async () => {
        hearConsole();
        const element = await reach(phase);
        element.details = make(sessionId());
        await settle();
        expect(receiptOf(element).length).to.be.greaterThan(0);
        expect(secretsIn(everything(element))).to.deep.equal([]);
      });
    }

    it(`is shown, told or written where the relay sends it all: ${name}`, async () => {
      hearConsole();
      relay.says(detailsOf(make(sessionId())), detailsOf({ ...make(sessionId()), sessionId: crypto.randomUUID() }));
      endpoint.says(INITIATED, IN_PROGRESS);
      const element = await mount({ 'details-url': RELAY });
      await say('GUARANTEE_OFFERED');
      element.messages = { waiting: { title: '{amount}', body: '{reference}' } };
      await advance(30);
      expect(relay.requests().length).to.equal(2);
      expect(sent(element).map(({ type }) => type)).to.include.members(['geft-step', 'geft-change', 'geft-error']);
      expect(secretsIn(everything(element))).to.deep.equal([]);
    });
  }

  it('is found where it is: the search itself', async () => {
    const element = await mount({ title: 'john.smith@example.com' });
    expect(secretsIn(everything(element))).to.deep.equal(['an e-mail address', 'a name']);
  });
});

describe('the amount', () => {
  const cases: [amount: number | null, english: string | undefined, french: string | undefined][] = [
    [500, '$500.00', '500,00\u00A0$'],
    [0.5, '$0.50', '0,50\u00A0$'],
    [1234567.891, '$1,234,567.89', '1\u00A0234\u00A0567,89\u00A0$'],
    [0, '$0.00', '0,00\u00A0$'],
    [null, undefined, undefined],
  ];
  for (const [amount, english, french] of cases) {
    it(`of ${String(amount)}`, async () => {
      const element = await withDetails({ sessionId: sessionId(), amount });
      expect(lineOf(element, 'Amount')).to.equal(english);
      element.lang = 'fr';
      await settle();
      expect(lineOf(element, 'Montant')).to.equal(french);
    });
  }

  it('in another currency is not shown: there is none', async () => {
    const details = { ...fullDetails(sessionId()), currency: 'USD' } as unknown as SessionDetails;
    expect(lineOf(await withDetails(details), 'Amount')).to.equal(undefined);
  });
});

describe('the bank', () => {
  const cases: [number: string, english: string, french: string][] = [
    ['001', 'BMO', 'BMO'],
    ['002', 'Scotiabank', 'Banque Scotia'],
    ['003', 'RBC', 'RBC'],
    ['004', 'TD', 'TD'],
    ['006', 'National Bank', 'Banque Nationale'],
    ['010', 'CIBC', 'CIBC'],
    ['039', 'Laurentian Bank', 'Banque Laurentienne'],
    ['219', 'ATB', 'ATB'],
    ['614', 'Tangerine', 'Tangerine'],
    ['815', 'Desjardins', 'Desjardins'],
    ['829', 'Desjardins', 'Desjardins'],
    // Nobody knows these: the number is what there is.
    ['014', '014', '014'],
    ['999', '999', '999'],
    ['000', '000', '000'],
  ];
  for (const [institutionCode, english, french] of cases) {
    it(institutionCode, async () => {
      const element = await withDetails({ sessionId: sessionId(), payor: { account: { institutionCode } } });
      expect(receiptOf(element)).to.deep.equal([['Bank', english]]);
      element.lang = 'fr';
      await settle();
      expect(receiptOf(element)).to.deep.equal([['Institution financière', french]]);
    });
  }

  for (const institutionCode of ['constructor', '__proto__', '1234567', 'length']) {
    it(`“${institutionCode}” is none`, async () => {
      const element = await withDetails({ sessionId: sessionId(), payor: { account: { institutionCode } } });
      expect(receiptOf(element)).to.deep.equal([]);
    });
  }
});

describe('the guarantee', () => {
  const cases: [name: string, guarantee: GuaranteeDetails, english: Lines, french: Lines][] = [
    ['of it all is not mentioned', { highestDebitAmountToGuarantee: 500, guaranteedEftType: 'Full' }, [], []],
    [
      'of less has its own line',
      { highestDebitAmountToGuarantee: 300, guaranteedEftType: 'Partial' },
      [['Guaranteed up to', '$300.00']],
      [['Garanti jusqu’à', '300,00\u00A0$']],
    ],
    [
      'of a part, nobody knows up to what',
      { guaranteedEftType: 'Partial' },
      [['Guarantee', 'Partial']],
      [['Garantie', 'Partielle']],
    ],
    [
      'of a small part, nobody knows up to what',
      { highestDebitAmountToGuarantee: null, guaranteedEftType: 'Minimal' },
      [['Guarantee', 'Partial']],
      [['Garantie', 'Partielle']],
    ],
    [
      'that was not taken is not mentioned',
      { guaranteeAccepted: false, highestDebitAmountToGuarantee: 300, guaranteedEftType: 'Partial' },
      [],
      [],
    ],
    ['that was not offered is not mentioned', { guaranteeOffered: false, guaranteedEftType: 'Partial' }, [], []],
  ];
  for (const [name, guaranteeDetails, english, french] of cases) {
    it(name, async () => {
      const element = await withDetails({ sessionId: sessionId(), amount: 500, guaranteeDetails });
      expect(receiptOf(element)).to.deep.equal([['Amount', '$500.00'], ...english]);
      element.lang = 'fr';
      await settle();
      expect(receiptOf(element)).to.deep.equal([['Montant', '500,00\u00A0$'], ...french]);
    });
  }
});

describe('the account', () => {
  it('is masked by the element, however it arrives', async () => {
    const account = { accountNumber: '1234567', accountLabel: 'Joint 1234567' };
    const element = await withDetails({ sessionId: sessionId(), payor: { account } });
    expect(lineOf(element, 'Account')).to.equal('Joint •••4567');
    expect(element.shadowRoot?.textContent).to.not.match(/\d{5}/);
  });
});

describe('what comes from outside', () => {
  it('is text, never markup', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const account = { accountLabel: `${markup} 4567` };
    const element = await withDetails({ sessionId: sessionId(), referenceId: markup, payor: { account } });
    expect(lineOf(element, 'Reference')).to.equal(markup);
    expect(lineOf(element, 'Account')).to.equal('<img src=x onerror=alert(•)> 4567');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });
});

describe('the receipt', () => {
  it('is not there where there is nothing to say', async () => {
    const element = await withDetails({ sessionId: sessionId() });
    expect(part(element, 'receipt')?.localName).to.equal(undefined);
  });

  it('is a list of names and values, each with its part', async () => {
    const element = await withDetails(fullDetails(sessionId()));
    const list = part(element, 'receipt');
    expect(list?.localName).to.equal('dl');
    const parts = Array.from(list?.children ?? [], ({ localName, part: of }) => `${localName} ${of.value}`);
    expect(parts).to.deep.equal(Array.from({ length: 4 }, () => ['dt label', 'dd value']).flat());
  });

  it('is no part of what is announced', async () => {
    const element = await withDetails(fullDetails(sessionId()));
    expect(part(element, 'receipt')?.matches('[role=status] *, [role=alert] *')).to.be.false;
  });
});
