import { readSessionStatus, type StatusReport } from '../protocol/session-status.js';
import type { Clock } from './clock.js';
import { watchError, type ErrorCode, type WatchError } from './fault.js';
import { readRetryAfter } from './poll-schedule.js';

/** How a check ended: with a report and the time of day, or with an error and what decides when to try again. */
export type CheckResult =
  | { readonly type: 'answered'; readonly report: StatusReport; readonly at: number }
  | {
      readonly type: 'failed';
      readonly error: WatchError;
      /** How long the endpoint asks to be left alone, in milliseconds. */
      readonly retryAfter: number;
      /** At least 0, below 1. */
      readonly random: number;
    };

/** Whose status is asked for, and where: `{baseUrl}/api/v2/sessions/{sessionId}/status`. */
export interface StatusAddress {
  readonly sessionId: string;
  /** Absolute, without a slash at its end. */
  readonly baseUrl: string;
}

const CODE_OF_STATUS: Partial<Record<number, ErrorCode>> = {
  400: 'bad-request',
  401: 'access-refused',
  403: 'access-refused',
  404: 'session-not-found',
  408: 'timeout',
  429: 'rate-limited',
};

/** Makes one check. Never rejects; how long it may take is for the caller's signal to say. */
export async function checkStatus(
  { sessionId, baseUrl }: StatusAddress,
  signal: AbortSignal,
  clock: Clock,
  fetch: typeof globalThis.fetch,
): Promise<CheckResult> {
  try {
    const response = await fetch(`${baseUrl}/api/v2/sessions/${sessionId}/status`, {
      method: 'GET',
      headers: { Accept: 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
      signal,
    });
    const { ok, status, headers } = response;
    if (!ok) {
      const wait = readRetryAfter(headers.get('Retry-After'), clock.epoch());
      return failure(clock, CODE_OF_STATUS[status] ?? 'server', `HTTP ${String(status)}`, wait);
    }
    const report = readSessionStatus(await response.json(), sessionId);
    return typeof report === 'string'
      ? failure(clock, report)
      : { type: 'answered', report, at: clock.epoch() };
  } catch (error) {
    // What is no JSON is malformed; all else broke on the way.
    return error instanceof SyntaxError
      ? failure(clock, 'malformed-response')
      : failure(clock, 'network', 'offline, or barred by CORS or CSP');
  }
}

/** The result of a check that did not come off. */
export function failure({ random }: Clock, code: ErrorCode, detail = '', retryAfter = 0): CheckResult {
  return { type: 'failed', error: watchError(code, detail), retryAfter, random: random() };
}
