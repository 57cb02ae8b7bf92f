/** The status endpoint: says what a test tells it to, and remembers who asked when. */
import { stub, type SinonStub } from 'sinon';
import { elapsed } from './time.js';

/** How the endpoint answers a request. */
export type Answer = (request: Asked) => Response | Promise<Response>;

/** A request as it came. */
export interface Asked {
  /** Seconds since the test began. */
  readonly at: number;
  readonly url: string;
  readonly sessionId: string;
  readonly init: RequestInit;
  readonly signal: AbortSignal;
}

interface Body {
  status?: unknown;
  statusDetails?: unknown;
  sessionId?: unknown;
  amount?: unknown;
  referenceId?: unknown;
}

/** A status, as documented. */
export function status(name: string, code: string | null = null, more: Body = {}): Answer {
  return ({ sessionId }) =>
    respond(
      JSON.stringify({ sessionId, referenceId: 'USER12345', amount: 500, status: name, statusDetails: code, ...more }),
    );
}

/** Any body at all. */
export function body(text: string, init: ResponseInit = {}): Answer {
  return () => respond(text, init);
}

/** An HTTP status without a report. */
export function http(code: number, headers: Record<string, string> = {}): Answer {
  return body('{"error":"some_error","error_description":"Some error"}', { status: code, headers });
}

/** Nothing gets through. */
export const unreachable: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** No answer ever comes; given up, it fails like the real thing. */
export const silence: Answer = ({ signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new DOMException('Aborted', 'AbortError'));
    });
  });

/** The head of an answer comes, its body never does. */
export const stalled: Answer = () => {
  const response = new Response('', { status: 200 });
  const never = { value: () => new Promise(() => {}) };
  return Object.defineProperties(response, { json: never, text: never });
};

/** An answer that comes when the test wants it to, whether anyone still waits for it or not. */
export function held(answer: Answer): { answer: Answer; release: () => void } {
  const gate = Promise.withResolvers<undefined>();
  return {
    answer: async request => {
      await gate.promise;
      return answer(request);
    },
    release: () => {
      gate.resolve(undefined);
    },
  };
}

export const INITIATED: Answer = status('Initiated', 'EFT0101');
export const IN_PROGRESS: Answer = status('InProgress');
export const SCHEDULED: Answer = status('Completed', 'EFT0301');
export const UNSIGNED: Answer = status('Completed', 'EFT0302');
export const NOT_ELIGIBLE: Answer = status('Failed', 'EFT0402');
export const CANCELED: Answer = status('Canceled', 'EFT0501');
export const EXPIRED: Answer = status('Expired', 'EFT0601');

let fetchStub: SinonStub | undefined;
let asked: Asked[] = [];
let queue: Answer[] = [];
let standing: Answer = INITIATED;
let elsewhere: Answer | null = null;
let notice: (request: Asked) => void = () => {};

/** Whoever answers what nobody asks of the endpoint. */
export function answersElsewhere(answer: Answer): void {
  elsewhere = answer;
}

/** Puts the endpoint in the network's place. Until it is told otherwise, every session has just begun. */
export function openEndpoint(): void {
  asked = [];
  queue = [];
  standing = INITIATED;
  notice = () => {};
  fetchStub = stub(window, 'fetch').callsFake((input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    const named = /sessions\/([^/]*)\/status$/.exec(url);
    const sessionId = named?.[1] ?? '';
    const request = { at: elapsed(), url, sessionId, init, signal: init.signal ?? new AbortController().signal };
    if (!named && elsewhere) return Promise.resolve(request).then(elsewhere);
    asked.push(request);
    notice(request);
    const answer = queue.shift() ?? standing;
    return Promise.resolve(request).then(answer);
  });
}

/** Gives the network its place back. */
export function closeEndpoint(): void {
  fetchStub?.restore();
  elsewhere = null;
}

export const endpoint = {
  /** Answers with these in turn, then with the last of them for ever. */
  says(...answers: [Answer, ...Answer[]]): void {
    queue = answers.slice(0, -1);
    standing = answers.at(-1) ?? standing;
  },
  /** Tells of each request at the moment that it is made; an answer is asked for a little later. */
  tells(listener: (request: Asked) => void): void {
    notice = listener;
  },
  /** Every request so far, or those for one session. */
  requests(sessionId?: string): readonly Asked[] {
    return sessionId ? asked.filter(each => each.sessionId.toLowerCase() === sessionId.toLowerCase()) : asked;
  },
  /** When each request came, in seconds since the test began. */
  times(sessionId?: string): readonly number[] {
    return endpoint.requests(sessionId).map(({ at }) => Math.round(at * 1000) / 1000);
  },
  /** The last request. */
  last(): Asked {
    const last = asked.at(-1);
    if (!last) throw new Error('Nobody has asked yet.');
    return last;
  },
};

/** A real response, whose body needs no time to be read. */
export function respond(text: string, init: ResponseInit = {}): Response {
  return Object.defineProperties(new Response(text, init), {
    json: { value: () => Promise.resolve(text).then(JSON.parse) },
    text: { value: () => Promise.resolve(text) },
  });
}
