import { hasKey } from '../protocol/own-property.js';
import { readSessionStatus, type StatusReport } from '../protocol/session-status.js';
import { watchError, type ErrorCode, type WatchError } from './fault.js';
import { readRetryAfter } from './poll-schedule.js';

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

/** Why there is no report, and for how many milliseconds the endpoint asks for peace. */
export interface CheckFailure {
  readonly error: WatchError;
  readonly wait: number;
}

/** What came of a check. */
export type CheckResult = StatusReport | CheckFailure;

/** Whether a check failed, by what its result is itself. */
export function isFailure(result: CheckResult): result is CheckFailure {
  return hasKey(result, 'error');
}

/** Makes one check. Never rejects; how long it may take is for the caller's signal to say. */
export async function checkStatus({ sessionId, baseUrl }: StatusAddress, signal: AbortSignal): Promise<CheckResult> {
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
      const wait = readRetryAfter(headers.get('Retry-After'));
      return failure(CODE_OF_STATUS[status] ?? 'server', `HTTP ${String(status)}`, wait);
    }
    const report = readSessionStatus(await response.json(), sessionId);
    return typeof report === 'string' ? failure(report) : report;
  } catch (error) {
    // What is no JSON is malformed; all else broke on the way.
    return error instanceof SyntaxError ? failure('malformed-response') : failure('network');
  }
}

/** The result of a check that did not come off. */
export function failure(code: ErrorCode, detail?: string, wait = 0): CheckFailure {
  return { error: watchError(code, detail), wait };
}
