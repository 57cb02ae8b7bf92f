/** Session details as the reference page “Session Details” shows them, and what of them no payer may ever see. */
import type { SessionDetails } from '../../src/index.js';

/** The page's first example: signed in, guaranteed, the account number unmasked. */
export function fullDetails(sessionId: string): SessionDetails {
  return {
    sessionId,
    status: 'Completed',
    step: {
      current: 'Complete',
      aggregationRequestId: '6b29fc40-ca47-1067-b31d-00dd010662da',
      padId: '0e984725-c51c-4bf4-9960-e1c80e27aba0',
    },
    referenceId: 'USER12345',
    amount: 500,
    type: 'EFT',
    direction: 'DEBIT',
    currency: 'CAD',
    options: {
      guarantee: { enable: true },
      showConsentScreen: true,
      limits: { minimumAmount: 10, maximumAmount: 1000 },
    },
    payor: {
      email: 'john.smith@example.com',
      firstName: 'John',
      lastName: 'Smith',
      account: {
        institutionCode: '014',
        transitNumber: '58964',
        accountNumber: '1234567',
        accountLabel: 'Account (****4567)',
        availableBalance: 8642.15,
      },
      address: {
        addressLine1: '123 Main Street',
        city: 'Toronto',
        province: 'ON',
        country: 'CA',
        postalCode: 'M5V3A8',
      },
    },
    payee: {
      account: {
        institutionCode: '999',
        transitNumber: '30265',
        accountNumber: '9876541',
        accountLabel: 'Settlement Account',
      },
    },
    guaranteeDetails: {
      guaranteeOffered: true,
      guaranteeAccepted: true,
      highestDebitAmountToGuarantee: 500,
      overallRiskLevel: 'Low',
      transactionRiskLevel: 'Low',
      userRiskLevel: 'Low',
      otherRiskLevel: 'Unknown',
      guaranteedEftType: 'Full',
    },
    userDetails: { matchingPerformed: true, nameMatch: 95 },
  };
}

/** The example of the page's schema: no guarantee, the account number masked. */
export function plainDetails(sessionId: string): SessionDetails {
  return {
    sessionId,
    status: 'Completed',
    step: {
      current: 'Complete',
      aggregationRequestId: '6b29fc40-ca47-1067-b31d-00dd010662da',
      padId: '0e984725-c51c-4bf4-9960-e1c80e27aba0',
    },
    referenceId: 'USER12345',
    amount: 100,
    type: 'EFT',
    direction: 'DEBIT',
    currency: 'CAD',
    options: {
      guarantee: { enable: false },
      showConsentScreen: false,
      limits: { minimumAmount: 50, maximumAmount: 10000 },
      amountModification: true,
      redirectPreferences: { mode: 'JsEvents' },
    },
    payor: {
      email: 'sara.ahmad@example.com',
      firstName: 'Sara',
      lastName: 'Ahmad',
      account: {
        institutionCode: '003',
        transitNumber: '12345',
        accountNumber: '****1234',
        accountLabel: 'Checking (****1234)',
      },
      address: { addressLine1: '123 Street', city: 'Toronto', province: 'ON', country: 'CA', postalCode: 'M5H2N2' },
      userDetails: { matchingPerformed: true, nameMatch: 95 },
    },
    createdAt: '2026-06-04T14:30:00Z',
  };
}

/** As the first, before the payer has signed in to their bank. */
export function earlyDetails(sessionId: string): SessionDetails {
  const { status, guaranteeDetails, userDetails, payor, ...rest } = fullDetails(sessionId);
  const step = { current: 'BankSelection', aggregationRequestId: null, padId: null } as const;
  return { ...rest, status: 'Initiated', step, amount: null, payor: { ...payor, account: null } };
}

/** What none of it may show through: e-mail, names, addresses, transit, balance, risk, scores, whole numbers, ids. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'an e-mail address': /@|example\.com/,
  'a name': /john|smith|sara|ahmad/i,
  'an address': /street|toronto|\bON\b|M5V|M5H/,
  'a transit number': /58964|12345\b(?<!USER12345)|30265/,
  'an account number': /1234567|9876541/,
  'the payee’s account': /settlement|\b999\b/i,
  'a balance': /8\W?642/,
  'a risk level': /risk|\b(?:low|medium|high|unknown)\b/i,
  'a score': /nameMatch|\b95\b/,
  'another id': /6b29fc40|0e984725/,
};

/** What a text gives away. */
export function secretsIn(text: string): readonly string[] {
  return Object.keys(SECRETS).filter(name => SECRETS[name]?.test(text));
}
