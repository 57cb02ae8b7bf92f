import type { Scenario } from './types.js';

/** The test users: what becomes of a payment is decided by who signs in. */

export const PASSWORD = 'Everyday';
export const SECOND_FACTOR = '246810';

export const SCENARIOS: readonly Scenario[] = ['Happy1', 'Happy2', 'Happy3', 'Unhappy1', 'Unhappy2', 'Unhappy3'];

export function scenarioNamed(name: string | null): Scenario | null {
  return SCENARIOS.find(scenario => scenario === name) ?? null;
}

export function usualAmount(scenario: Scenario): number {
  return scenario === 'Happy2' ? 1000 : 100;
}

export type Verdict =
  { kind: 'offered'; amount: number; full: boolean } | { kind: 'refused'; statusDetails: 'EFT0402' | 'EFT0404' };

/** Whether this amount is guaranteed, and how much of it. */
export function verdict(scenario: Scenario, amount: number): Verdict {
  switch (scenario) {
    case 'Unhappy1':
      return { kind: 'refused', statusDetails: 'EFT0402' };
    case 'Unhappy2':
      return { kind: 'refused', statusDetails: 'EFT0404' };
    case 'Happy2':
      return { kind: 'offered', amount: smallerAmount(amount), full: false };
    default:
      return { kind: 'offered', amount, full: true };
  }
}

/** Sixty percent, in round dollars where there are enough of them: $1,000 becomes $600. */
function smallerAmount(amount: number): number {
  return amount >= 50 ? Math.floor((amount * 0.6) / 10) * 10 : Math.round(amount * 60) / 100;
}

export interface Bank {
  code: string;
  name: string;
}

/** Institution numbers are the real ones, so that a page that names a bank by its number has something to name. */
export const BANKS: readonly Bank[] = [
  { code: '003', name: 'Royal Bank of Canada' },
  { code: '004', name: 'TD Canada Trust' },
  { code: '002', name: 'Scotiabank' },
  { code: '001', name: 'BMO Bank of Montreal' },
  { code: '010', name: 'CIBC' },
  { code: '006', name: 'National Bank of Canada' },
  { code: '815', name: 'Desjardins' },
  { code: '614', name: 'Tangerine' },
];

export interface BankAccount {
  transitNumber: string;
  accountNumber: string;
  accountLabel: string;
  /** What a French page says instead; the API knows only the label. */
  frenchLabel: string;
  availableBalance: number;
}

/** One number in the clear and one masked: the real API's examples have both. */
export const ACCOUNTS: readonly BankAccount[] = [
  {
    transitNumber: '58964',
    accountNumber: '1234567',
    accountLabel: 'Chequing (****4567)',
    frenchLabel: 'Compte de chèques (****4567)',
    availableBalance: 2841.17,
  },
  {
    transitNumber: '12345',
    accountNumber: '****1234',
    accountLabel: 'Savings (****1234)',
    frenchLabel: 'Compte d’épargne (****1234)',
    availableBalance: 5310.02,
  },
];
