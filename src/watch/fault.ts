import { hasKey } from '../protocol/own-property.js';

/** Every code that a `geft-error` event may carry. */
export type ErrorCode =
  | 'invalid-session-id'
  | 'invalid-base-url'
  | 'invalid-flow-origin'
  | 'network'
  | 'timeout'
  | 'server'
  | 'rate-limited'
  | 'malformed-response'
  | 'session-mismatch'
  | 'bad-request'
  | 'session-not-found'
  | 'access-refused'
  | 'attempts-spent'
  | 'details-unavailable';

/** What went wrong, for the merchant's developer; the payer never reads it. Frozen. */
export interface WatchError {
  readonly code: ErrorCode;
  /** The code and what is known beside it, in English, for a log. */
  readonly message: string;
  /** Whether asking again may help without anything being changed. */
  readonly retriable: boolean;
}

/** An error, with what is known beside its code. */
export function watchError(code: ErrorCode, detail = ''): WatchError {
  const message = detail ? `${code}: ${detail}` : code;
  return Object.freeze({ code, message, retriable: !/^(invalid|bad)-/.test(code) });
}

/** Whether the endpoint knows no such session, or lets nobody in. It may pass: once says little. */
export function isRefusal({ code }: WatchError): boolean {
  return /found|refused/.test(code);
}

/** Whether something is an error of the watch, by what it is itself: a page's scripts may have given every object a `code`. */
export function isWatchError(value: object): value is WatchError {
  return hasKey(value, 'code');
}
