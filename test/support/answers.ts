/** Every way in which the endpoint may answer a check, each with what it means: written down here, not computed. */
import { body, http, silence, stalled, status, unreachable, type Answer } from './endpoint.js';

/** What the answer says of the payment; or why it says nothing. */
export type Meaning =
  | 'waiting'
  | 'signature'
  | 'success'
  | 'declined'
  | 'canceled'
  | 'expired'
  /** Something broke, and may work the next time. */
  | 'failure'
  /** No such session, or no entry. */
  | 'refusal'
  /** Never to be asked again by itself. */
  | 'fault'
  /** Nothing comes; after 10 s that is a failure. */
  | 'silence';

export interface Kind {
  readonly answer: Answer;
  readonly meaning: Meaning;
  /** `status` and `statusDetails` of a report. */
  readonly words?: readonly [status: string, code: string | null];
  /** Seconds for which the endpoint asks to be left alone. */
  readonly peace?: number;
}

const REPORTS: readonly (readonly [meaning: Meaning, status: string, code?: string])[] = [
  ['waiting', 'Initiated', 'EFT0101'],
  ['waiting', 'Initiated'],
  ['waiting', 'InProgress'],
  ['success', 'Completed', 'EFT0301'],
  ['signature', 'Completed', 'EFT0302'],
  ['declined', 'Failed', 'EFT0401'],
  ['declined', 'Failed', 'EFT0402'],
  ['declined', 'Failed', 'EFT0403'],
  ['declined', 'Failed', 'EFT0404'],
  ['declined', 'Failed'],
  ['canceled', 'Canceled', 'EFT0501'],
  ['canceled', 'Cancelled', 'EFT0501'],
  ['canceled', 'Canceled'],
  ['expired', 'Expired', 'EFT0601'],
  ['expired', 'Expired'],
  // Codes that nobody knows: only of a failure is enough known without them.
  ['waiting', 'Initiated', 'EFT0199'],
  ['waiting', 'Completed'],
  ['waiting', 'Completed', 'EFT0399'],
  ['declined', 'Failed', 'EFT0499'],
  ['waiting', 'Canceled', 'EFT0599'],
  ['waiting', 'Expired', 'EFT0699'],
  // Codes of another status: the endpoint contradicts itself.
  ['waiting', 'Initiated', 'EFT0301'],
  ['waiting', 'InProgress', 'EFT0301'],
  ['waiting', 'Completed', 'EFT0401'],
  ['waiting', 'Failed', 'EFT0301'],
  ['waiting', 'Failed', 'EFT0501'],
  ['waiting', 'Canceled', 'EFT0301'],
  ['waiting', 'Expired', 'EFT0302'],
  // Statuses that nobody knows.
  ['waiting', 'Processing'],
  ['waiting', 'Settled', 'EFT0301'],
  ['waiting', 'completed', 'EFT0301'],
  ['waiting', 'FAILED', 'EFT0402'],
];

const STRANGER = '00000000-0000-4000-8000-000000000000';

/** An HTTP status with a `Retry-After` as it is made at that moment. */
function busy(code: number, retryAfter: () => string): Answer {
  return request => http(code, { 'Retry-After': retryAfter() })(request);
}

/** What is at the end of a redirect, as `fetch` hands it over. One to where no page may read is `network`. */
function redirected(answer: Answer): Answer {
  return async request => Object.defineProperty(await answer(request), 'redirected', { value: true });
}

function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toUTCString();
}

const REFUSALS = [401, 403, 404].map((code): [string, Kind] => [
  `HTTP ${String(code)}`,
  { answer: http(code), meaning: 'refusal' },
]);

const FAILURES = Object.entries<Answer>({
  ...Object.fromEntries([408, 425, 429, 500, 502, 503, 302].map(code => [`HTTP ${String(code)}`, http(code)])),
  '429 after nothing': busy(429, () => ''),
  '429 after no time': busy(429, () => '0'),
  '429 after less than no time': busy(429, () => '-5'),
  '429 after garbage': busy(429, () => 'soon'),
  '429 after a date gone by': busy(429, () => inSeconds(-60)),
  network: unreachable,
  HTML: body('<!doctype html>'),
  'a redirect to a page': redirected(body('<!doctype html><title>Sign in</title>')),
  'a redirect to who answers otherwise': redirected(body('{"status":"ok"}')),
  'no body': body(''),
  null: body('null'),
  'a list': body('["Completed", "EFT0301"]'),
  'no status': status('', 'EFT0301'),
  'a status that is a number': status('Completed', 'EFT0301', { status: 301 }),
  'no session': status('Completed', 'EFT0301', { sessionId: undefined }),
  'another session’s success': status('Completed', 'EFT0301', { sessionId: STRANGER }),
  'another session’s failure': status('Failed', 'EFT0402', { sessionId: STRANGER }),
}).map(([name, answer]): [string, Kind] => [name, { answer, meaning: 'failure' }]);

const BUSY = Object.entries<readonly [answer: Answer, peace: number]>({
  '429 after 3': [busy(429, () => '3'), 3],
  '429 after 45': [busy(429, () => '45'), 45],
  '429 after 1000': [busy(429, () => '1000'), 300],
  // An HTTP date has no fractions of a second.
  '429 after a date in 60': [busy(429, () => inSeconds(60)), 59],
  '503 after 90': [busy(503, () => '90'), 90],
  '503 after a date in a day': [busy(503, () => inSeconds(86_400)), 300],
}).map(([name, [answer, peace]]): [string, Kind] => [name, { answer, peace, meaning: 'failure' }]);

/** By name. */
export const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...REPORTS.map(([meaning, name, code = null]): [string, Kind] => [
    code ? `${name} ${code}` : name,
    { answer: status(name, code), meaning, words: [name, code] },
  ]),
  ...REFUSALS,
  ...FAILURES,
  ...BUSY,
  ['HTTP 400', { answer: http(400), meaning: 'fault' }],
  ['silence', { answer: silence, meaning: 'silence' }],
  ['a head without a body', { answer: stalled, meaning: 'silence' }],
]);

/** What a status and a code mean together, by this table; `null` where it does not have them. */
export function meaningOf(name: string | null, code: string | null): Meaning | null {
  const found = REPORTS.find(([, status, itsCode = null]) => status === name && itsCode === code);
  return found?.[0] ?? null;
}

export function kindOf(name: string): Kind {
  const kind = KINDS.get(name);
  if (!kind) throw new Error(`There is no answer “${name}”.`);
  return kind;
}
