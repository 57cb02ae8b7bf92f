import { hasKey, ownAmount, ownText } from './own-property.js';
import { isSameSession } from './session-id.js';

/** What the status endpoint's answer means for the payer. */
export type Outcome = 'waiting' | 'signature' | 'success' | 'declined' | 'canceled' | 'expired';

/** A status answer that could be read: the fields of the reference page “Session Status”, and what they mean. */
export interface StatusReport {
  /** `status` as it came, e.g. `Completed`. */
  readonly status: string;
  /** `statusDetails` as it came, e.g. `EFT0301`; `null` where none came. */
  readonly statusDetails: string | null;
  /** The amount in dollars; `null` where it is not set yet, or is no amount. */
  readonly amount: number | null;
  /** The merchant's own reference; `null` where the session has none. */
  readonly referenceId: string | null;
}

/** Why a body is no report: no status at all, or the status of another session. */
export type StatusProblem = 'malformed-response' | 'session-mismatch';

/**
 * The table of status codes (reference page “Session Status”), with what each status means without any code: `Completed`
 * alone may still await its signature. The page on details spells `Cancelled`.
 */
const MEANINGS = {
  Initiated: { EFT0101: 'waiting' },
  Completed: { EFT0301: 'success', EFT0302: 'signature' },
  Failed: { '': 'declined', EFT0401: 'declined', EFT0402: 'declined', EFT0403: 'declined', EFT0404: 'declined' },
  Canceled: { '': 'canceled', EFT0501: 'canceled' },
  Cancelled: { '': 'canceled', EFT0501: 'canceled' },
  Expired: { '': 'expired', EFT0601: 'expired' },
} as const satisfies Record<string, Record<string, Outcome>>;

type KeyOf<Union> = Union extends unknown ? keyof Union : never;

/** An EFT status code of the reference page “Session Status”. */
export type EftCode = Exclude<KeyOf<(typeof MEANINGS)[keyof typeof MEANINGS]>, ''>;

/**
 * What a status and its code mean together. An unknown status or code is never success and never ends the watch. Only
 * `Failed` is a failure with an unknown code too; with the code of another status, the endpoint contradicts itself.
 */
export function outcomeOf(status: string, code: string | null): Outcome {
  const meanings: Partial<Record<string, Outcome>> = hasKey(MEANINGS, status) ? MEANINGS[status] : {};
  const key = code ?? '';
  const fallback = status === 'Failed' && !/^EFT0(101|30[12]|501|601)$/.test(key) ? 'declined' : 'waiting';
  return (hasKey(meanings, key) ? meanings[key] : null) ?? fallback;
}

/** Reads the body of a status answer. Takes anything, throws never. */
export function readSessionStatus(body: unknown, sessionId: string): StatusReport | StatusProblem {
  const status = ownText(body, 'status');
  const itsSession = ownText(body, 'sessionId');
  if (!status || !itsSession) return 'malformed-response';
  if (!isSameSession(itsSession, sessionId)) return 'session-mismatch';
  return {
    status,
    statusDetails: ownText(body, 'statusDetails'),
    amount: ownAmount(body, 'amount'),
    referenceId: ownText(body, 'referenceId'),
  };
}
