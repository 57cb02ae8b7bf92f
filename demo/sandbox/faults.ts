import { randomUUID } from 'node:crypto';
import type { FieldReader } from './json.js';
import type { Faults, Malformed } from './types.js';

/** What can go wrong between a merchant's page and the status endpoint, on request. */

export const NO_FAULTS: Readonly<Faults> = {
  latency: 0,
  hang: false,
  drop: false,
  http: null,
  retryAfter: null,
  malformed: 'none',
  otherSession: false,
  notFound: false,
  noCors: false,
  status: null,
  statusDetails: null,
  lag: 0,
  times: null,
  detailsHttp: null,
  silent: false,
  jsonMessages: false,
  lowerCaseStep: false,
  hostile: false,
};

const MALFORMED: readonly Malformed[] = ['none', 'html', 'truncated', 'wrong-types', 'empty', 'array', 'null'];

/** The faults in a request's body; those it does not name stay as they are in `base`. */
export function readFaults(from: FieldReader, base: Faults): Faults {
  const count = (key: keyof Faults, before: number | null, min: number): number | null =>
    from.has(key) ? from.number(key, null, { min }) : before;
  const words = (key: keyof Faults, before: string | null): string | null =>
    from.has(key) ? from.text(key, null) : before;
  const flag = (key: keyof Faults, before: boolean): boolean => from.flag(key, before);
  const faults: Faults = {
    latency: from.number('latency', base.latency),
    hang: flag('hang', base.hang),
    drop: flag('drop', base.drop),
    http: httpStatus(from, 'http', base.http),
    retryAfter: from.has('retryAfter') ? readRetryAfter(from) : base.retryAfter,
    malformed: from.oneOf('malformed', MALFORMED, base.malformed),
    otherSession: flag('otherSession', base.otherSession),
    notFound: flag('notFound', base.notFound),
    noCors: flag('noCors', base.noCors),
    status: words('status', base.status),
    statusDetails: words('statusDetails', base.statusDetails),
    lag: from.number('lag', base.lag),
    times: count('times', base.times, 1),
    detailsHttp: httpStatus(from, 'detailsHttp', base.detailsHttp),
    silent: flag('silent', base.silent),
    jsonMessages: flag('jsonMessages', base.jsonMessages),
    lowerCaseStep: flag('lowerCaseStep', base.lowerCaseStep),
    hostile: flag('hostile', base.hostile),
  };
  from.nothingElse();
  return faults;
}

function httpStatus(from: FieldReader, key: 'http' | 'detailsHttp', before: number | null): number | null {
  if (!from.has(key)) return before;
  const status = from.number(key, null, { min: 200 });
  if (status === null || (Number.isInteger(status) && status <= 599)) return status;
  from.problems.push(`${key} must be a whole number from 200 to 599`);
  return before;
}

function readRetryAfter(from: FieldReader): number | string | null {
  return from.isText('retryAfter') ? from.text('retryAfter', null) : from.number('retryAfter', null);
}

/** One check spends one of `times`; with the last one the endpoint's faults are over. The flow's faults and `lag` are not counted. */
export function spend(faults: Faults): Faults {
  if (faults.times === null) return faults;
  if (faults.times > 1) return { ...faults, times: faults.times - 1 };
  const { lag, detailsHttp, silent, jsonMessages, lowerCaseStep, hostile } = faults;
  return { ...NO_FAULTS, lag, detailsHttp, silent, jsonMessages, lowerCaseStep, hostile };
}

export interface StatusBody {
  sessionId: string;
  referenceId: string | null;
  amount: number | null;
  status: string;
  statusDetails: string;
}

export interface StatusAnswer {
  httpStatus: number;
  headers: Record<string, string>;
  body: string;
  /** What a reader of the body learns, if it is a status at all. */
  says: { status: string; statusDetails: string } | null;
  faults: string[];
}

/** The endpoint's answer under these faults; latency, hanging and dropping are the server's business. */
export function statusAnswer(truth: StatusBody, faults: Faults, lagging: boolean): StatusAnswer {
  const named: string[] = [];
  const headers: Record<string, string> = { 'Content-Type': 'application/json; charset=utf-8' };
  if (faults.noCors) named.push('noCors');
  else Object.assign(headers, CORS);
  if (faults.latency > 0) named.push('latency');
  const answer = (httpStatus: number, body: string, name: string): StatusAnswer => ({
    httpStatus,
    headers,
    body,
    says: null,
    faults: [...named, name],
  });
  if (faults.http !== null) {
    if (faults.retryAfter !== null) headers['Retry-After'] = String(faults.retryAfter);
    return answer(faults.http, httpErrorBody(faults.http), 'http');
  }
  if (faults.notFound) return answer(404, httpErrorBody(404), 'notFound');
  if (faults.malformed !== 'none') {
    if (faults.malformed === 'html') headers['Content-Type'] = 'text/html; charset=utf-8';
    return answer(200, malformedBody(faults.malformed, truth), 'malformed');
  }
  const body = statusBody(truth, faults, lagging, named);
  return { httpStatus: 200, headers, body: JSON.stringify(body), says: body, faults: named };
}

export const CORS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
};

function statusBody(truth: StatusBody, faults: Faults, lagging: boolean, named: string[]): StatusBody {
  let body = truth;
  if (lagging) {
    named.push('lag');
    body = { ...body, status: 'Initiated', statusDetails: 'EFT0101' };
  }
  if (faults.status !== null || faults.statusDetails !== null) {
    named.push('status');
    body = {
      ...body,
      status: faults.status ?? body.status,
      statusDetails: faults.statusDetails ?? body.statusDetails,
    };
  }
  if (faults.otherSession) {
    named.push('otherSession');
    // The worst kind: somebody else's success.
    body = { sessionId: randomUUID(), referenceId: 'OTHER', amount: 42, status: 'Completed', statusDetails: 'EFT0301' };
  }
  return body;
}

function malformedBody(kind: Exclude<Malformed, 'none'>, truth: StatusBody): string {
  switch (kind) {
    case 'html':
      return '<!doctype html><title>Bad gateway</title><h1>502 Bad gateway</h1>';
    case 'truncated':
      return JSON.stringify(truth).slice(0, 60);
    case 'wrong-types':
      return JSON.stringify({ sessionId: 17, referenceId: {}, amount: '500', status: 7, statusDetails: ['EFT0301'] });
    case 'empty':
      return '';
    case 'array':
      return JSON.stringify([truth]);
    case 'null':
      return 'null';
  }
}

const ERRORS: Readonly<Record<number, readonly [string, string]>> = {
  400: ['invalid_request', 'The session id is not a UUID'],
  401: ['unauthorized', 'Valid access token required'],
  403: ['forbidden', 'Access denied to session details'],
  404: ['not_found', 'Session not found'],
  408: ['request_timeout', 'The request took too long'],
  425: ['too_early', 'Try again later'],
  429: ['too_many_requests', 'Too many requests'],
  500: ['server_error', 'Something went wrong'],
  503: ['temporarily_unavailable', 'The service is not available'],
};

export function httpErrorBody(status: number): string {
  const [error, description] = ERRORS[status] ?? ['error', `Answered with ${String(status)} on request`];
  return JSON.stringify({ error, error_description: description });
}
