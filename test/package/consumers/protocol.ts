/** A server: neither a DOM nor Lit. */
import {
  isSessionId,
  outcomeOf,
  readFlowMessage,
  readSessionDetails,
  readSessionStatus,
  type EftCode,
  type Outcome,
  type PayerDetails,
  type SessionDetails,
  type StatusProblem,
  type StatusReport,
} from 'flinks-geft-status/protocol';

export function isPaid(body: unknown, sessionId: unknown): boolean {
  if (!isSessionId(sessionId)) return false;
  const answer: StatusReport | StatusProblem = readSessionStatus(body, sessionId);
  if (typeof answer === 'string') return false;
  const outcome: Outcome = outcomeOf(answer.status, answer.statusDetails);
  // @ts-expect-error -- no such outcome
  if (outcome === 'paid') return true;
  return outcome === 'success';
}

export const details: PayerDetails | null = readSessionDetails({}, '');
export const step: string | null = readFlowMessage('{}', '');
export const code: EftCode = 'EFT0301';
export const relayed: SessionDetails = { amount: 1, payor: { account: { accountNumber: '••••4321' } } };

// @ts-expect-error -- no such code
export const unknown: EftCode = 'EFT0999';
// @ts-expect-error -- there is no DOM here
document.title;
