import type { Session } from './sessions.js';
import type { JsonObject } from './json.js';
import type { PayerDetails } from './types.js';

/** The body of the details endpoint: everything Flinks knows, which is more than a browser should ever see. */
export function detailsBody(session: Session): JsonObject {
  const { request, flow } = session;
  const signedIn = flow.account !== null;
  return {
    sessionId: session.id,
    status: session.status,
    step: {
      current: session.step,
      aggregationRequestId: signedIn ? session.aggregationRequestId : null,
      padId: session.padId,
    },
    referenceId: request.referenceId,
    amount: session.amount,
    type: 'EFT',
    direction: 'DEBIT',
    currency: 'CAD',
    options: {
      guarantee: { enable: request.guarantee },
      notificationPreferences: { language: request.language },
      showConsentScreen: request.showConsentScreen,
      limits: request.limits,
      amountModification: request.amountModification,
      redirectPreferences: request.redirectPreferences,
    },
    payor: { ...request.payor, account: payorAccount(session) },
    payee: {
      account: {
        institutionCode: '999',
        transitNumber: '30265',
        accountNumber: '9876541',
        accountLabel: 'Settlement Account',
      },
    },
    ...(guaranteeDecided(session) ? { guaranteeDetails: guaranteeDetails(session) } : {}),
    ...(signedIn ? { userDetails: { matchingPerformed: true, nameMatch: nameMatch(session) } } : {}),
    ...(session.statusDetails === 'EFT0301'
      ? { schedule: { transactions: [{ id: session.transactionId, status: 'Scheduled' }] } }
      : {}),
    createdAt: new Date(session.createdAt).toISOString(),
  };
}

/** What a merchant's server would let through to its page: no names, addresses, balances or risk levels. */
export function payerDetails(session: Session): PayerDetails {
  const { id, amount, request, step, status, flow } = session;
  const { bank, account, offered, fullyGuaranteed } = flow;
  const isAccountKnown = status !== 'Initiated' && bank !== null && account !== null;
  const accountNumber = `****${account?.accountNumber.slice(-4) ?? ''}`;
  return {
    sessionId: id,
    step: { current: step },
    referenceId: request.referenceId,
    amount,
    currency: 'CAD',
    payor: { account: isAccountKnown ? { institutionCode: bank.code, accountNumber } : null },
    guaranteeDetails: guaranteeDecided(session)
      ? {
          guaranteeOffered: offered !== null,
          guaranteeAccepted: flow.accepted,
          highestDebitAmountToGuarantee: offered ?? 0,
          guaranteedEftType: offered === null ? null : fullyGuaranteed ? 'Full' : 'Partial',
        }
      : null,
  };
}

/** Null for as long as the session is `Initiated`, even when the payer has chosen an account already. */
function payorAccount({ status, flow: { bank, account } }: Session): JsonObject | null {
  if (status === 'Initiated' || bank === null || account === null) return null;
  const { transitNumber, accountNumber, accountLabel, availableBalance } = account;
  return { institutionCode: bank.code, transitNumber, accountNumber, accountLabel, availableBalance };
}

function guaranteeDecided({ flow, statusDetails }: Session): boolean {
  return flow.offered !== null || statusDetails === 'EFT0402' || statusDetails === 'EFT0404';
}

function guaranteeDetails({ flow }: Session): JsonObject {
  const offered = flow.offered !== null;
  const risk = !offered ? 'High' : flow.fullyGuaranteed ? 'Low' : 'Medium';
  return {
    guaranteeOffered: offered,
    guaranteeAccepted: flow.accepted,
    highestDebitAmountToGuarantee: flow.offered ?? 0,
    overallRiskLevel: risk,
    transactionRiskLevel: risk,
    userRiskLevel: offered ? 'Low' : 'High',
    otherRiskLevel: 'Unknown',
    guaranteedEftType: !offered ? null : flow.fullyGuaranteed ? 'Full' : 'Partial',
  };
}

function nameMatch(session: Session): number {
  return session.scenario === 'Unhappy3' ? 12 : 95;
}
