import type { FlowStage } from './flow-message.js';
import { hasKey, ownAmount, ownProperty, ownText } from './own-property.js';
import { isSameSession } from './session-id.js';

/** A bank account (reference page “Session Details”). */
export interface AccountInfo {
  readonly institutionCode?: string | null;
  readonly transitNumber?: string | null;
  /** Masked by Flinks, as a rule; one of its own examples is not. */
  readonly accountNumber?: string | null;
  readonly accountLabel?: string | null;
  readonly availableBalance?: number | null;
}

/** A postal address. */
export interface Address {
  readonly addressLine1?: string;
  readonly addressLine2?: string | null;
  readonly unit?: string | null;
  readonly city?: string;
  readonly province?: string;
  readonly country?: string;
  readonly postalCode?: string;
}

/** Whether the payer's name is the account holder's. */
export interface UserDetails {
  readonly matchingPerformed?: boolean;
  /** From 0 to 100. */
  readonly nameMatch?: number;
}

/** The payer, or the payee. */
export interface Party {
  readonly email?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly middleName?: string | null;
  /** `null` until the payer has signed in to their bank. */
  readonly account?: AccountInfo | null;
  readonly address?: Address | null;
  /** Here in the example of the page's schema; beside the payer in its first example. */
  readonly userDetails?: UserDetails | null;
}

export type RiskLevel = 'Unknown' | 'Low' | 'Medium' | 'High';

/** What is guaranteed, and why. */
export interface GuaranteeDetails {
  readonly guaranteeOffered?: boolean;
  /** `null` while the payer has not decided. */
  readonly guaranteeAccepted?: boolean | null;
  /** In dollars. */
  readonly highestDebitAmountToGuarantee?: number | null;
  readonly overallRiskLevel?: RiskLevel;
  readonly transactionRiskLevel?: RiskLevel;
  readonly userRiskLevel?: RiskLevel;
  readonly otherRiskLevel?: RiskLevel;
  readonly guaranteedEftType?: 'Full' | 'Partial' | 'Minimal' | null;
}

/** What the session was created with. */
export interface SessionOptions {
  readonly guarantee?: { readonly enable: boolean };
  readonly notificationPreferences?: { readonly language?: 'EN' | 'FR' } | null;
  readonly showConsentScreen?: boolean | null;
  readonly limits?: { readonly minimumAmount?: number | null; readonly maximumAmount?: number | null } | null;
  readonly amountModification?: boolean;
  readonly redirectPreferences?: {
    readonly mode?: 'JsEvents' | 'RedirectUri';
    readonly urlSuccess?: string | null;
    readonly urlExit?: string | null;
  } | null;
}

/**
 * The steps of a session (reference page “Session Details”, `step.current`), and the stage of the flow that each is part
 * of: bank, sign-in, account and amount, guarantee, agreement.
 */
const SESSION_STEPS = {
  Start: 0,
  Consent: 0,
  BankSelection: 0,
  BankConnection: 1,
  AccountSelection: 2,
  AmountSelection: 2,
  GuaranteeOffer: 3,
  Review: 4,
  Pad: 4,
  Complete: 4,
} as const satisfies Record<string, FlowStage>;

export type SessionStep = keyof typeof SESSION_STEPS;

/**
 * The body of `GET /api/v2/sessions/{sessionId}/details` (reference page “Session Details”), in both of the forms that
 * the page shows. What a merchant's server leaves out is not shown; only a browser's needs should leave that server.
 */
export interface SessionDetails {
  readonly sessionId?: string;
  readonly status?: 'Initiated' | 'Completed' | 'Failed' | 'Canceled' | 'Cancelled' | 'Expired';
  readonly step?: {
    readonly current?: SessionStep;
    readonly aggregationRequestId?: string | null;
    readonly padId?: string | null;
  } | null;
  readonly referenceId?: string | null;
  /** In dollars; `null` until it is set. */
  readonly amount?: number | null;
  readonly type?: 'EFT';
  readonly direction?: 'DEBIT';
  readonly currency?: 'CAD';
  readonly options?: SessionOptions;
  readonly payor?: Party | null;
  readonly payee?: Party | null;
  readonly guaranteeDetails?: GuaranteeDetails | null;
  readonly userDetails?: UserDetails | null;
  readonly schedule?: {
    readonly transactions?: readonly { readonly id?: string; readonly status?: string | null }[] | null;
  } | null;
  /** ISO 8601. */
  readonly createdAt?: string;
}

/** What a payer may see of their session's details. Nothing else of them goes any further. */
export interface PayerDetails {
  readonly sessionId: string;
  /** In dollars. */
  readonly amount: number | null;
  readonly referenceId: string | null;
  /** The number of the payer's bank; what is no number of a bank is left out. */
  readonly institutionCode: string | null;
  /** The payer's account: its label, its number, or both, with every digit masked but the last four. */
  readonly account: string | null;
  /** What the guarantee covers, in dollars, where that is less than the amount. */
  readonly guaranteedUpTo: number | null;
  /** Whether the guarantee covers a part only. */
  readonly isPartial: boolean;
  /** The stage of the flow; -1 where the step is none that is known. */
  readonly stage: FlowStage | -1;
}

/** Reads session details, `null` where they are none, or another session's. Takes anything, throws never. */
export function readSessionDetails(body: unknown, sessionId: string): PayerDetails | null {
  if (typeof body !== 'object' || !body || !isSameSession(ownProperty(body, 'sessionId') ?? sessionId, sessionId)) {
    return null;
  }
  const account = ownProperty(ownProperty(body, 'payor'), 'account');
  const step = ownText(ownProperty(body, 'step'), 'current') ?? '';
  const amount = (ownProperty(body, 'currency') ?? 'CAD') === 'CAD' ? ownAmount(body, 'amount') : null;
  return {
    sessionId,
    amount,
    referenceId: ownText(body, 'referenceId'),
    institutionCode: /^\d{1,4}$/.exec(ownText(account, 'institutionCode') ?? '')?.[0] ?? null,
    account: readAccount(account),
    ...readGuarantee(ownProperty(body, 'guaranteeDetails'), amount),
    stage: hasKey(SESSION_STEPS, step) ? SESSION_STEPS[step] : -1,
  };
}

function readAccount(account: unknown): string | null {
  const number = ownText(account, 'accountNumber') ?? '';
  const label = ownText(account, 'accountLabel') ?? '';
  // A label often ends in the number already.
  const whole = number && label.includes(number.slice(-4)) ? label : `${label} ${number}`;
  return whole.trim().replaceAll(/\*|\p{N}(?=(?:\P{N}*\p{N}){4})/gu, '•') || null;
}

function readGuarantee(
  guarantee: unknown,
  amount: number | null,
): { guaranteedUpTo: number | null; isPartial: boolean } {
  const highest = ownAmount(guarantee, 'highestDebitAmountToGuarantee');
  const isOffered =
    ownProperty(guarantee, 'guaranteeOffered') !== false && ownProperty(guarantee, 'guaranteeAccepted') !== false;
  const isLess = isOffered && highest && amount && highest < amount;
  const type = ownText(guarantee, 'guaranteedEftType') ?? '';
  return { guaranteedUpTo: isLess ? highest : null, isPartial: isOffered && /^(Partial|Minimal)$/.test(type) };
}
