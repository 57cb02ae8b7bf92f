import { isSessionId, readSessionStatus } from '../../src/protocol/index.js';
import type { Clock } from './clock.js';
import { isRecord, Refusal, type Answer } from './http.js';

export interface Credentials {
  clientId: string;
  clientSecret: string;
}

/** Who pays, as the shop knows them; Flinks compares it with what the bank says. */
export interface Customer {
  email: string;
  firstName: string;
  lastName: string;
}

export interface NewSession {
  reference: string;
  amount: number;
  language: 'en' | 'fr';
  customer: Customer;
  /** Where the flow goes when it is a page of its own; without, it posts messages. */
  returnUrl: string | null;
}

interface Token {
  value: Promise<string>;
  renewAt: number;
}

/** A token is renewed this long before it ends, so that none expires on its way. */
const tokenMargin = 30_000;
/** Below the ten seconds after which the element gives up waiting for this server. */
const timeLimit = 8_000;

export interface FlinksOptions {
  origin: string;
  credentials: Credentials;
  clock: Clock;
}

/**
 * What a merchant's server says to Flinks. Credentials and token stay in here: they are in no answer, no log and no error.
 * Trouble on the way is an answer too: 502 or 504, or Flinks' own status code with its `Retry-After`.
 */
export class FlinksClient {
  readonly #options: FlinksOptions;
  #token: Token | null = null;

  constructor(options: FlinksOptions) {
    this.#options = options;
  }

  async createSession(session: NewSession): Promise<{ sessionId: string; flowUrl: string }> {
    const { status, body } = await this.#authorized('POST', '/api/v2/sessions', sessionBody(session));
    const { sessionId, flowUrl } = status < 300 && isRecord(body) ? body : {};
    if (typeof sessionId === 'string' && isSessionId(sessionId) && typeof flowUrl === 'string') {
      return { sessionId, flowUrl };
    }
    throw new Refusal(502, 'payment_unavailable', `The payment service did not open a session (${String(status)}).`);
  }

  /** Needs no token. What is no status of this very session is not handed on. */
  async status(sessionId: string): Promise<Answer> {
    const answer = await this.#call('GET', `/api/v2/sessions/${sessionId}/status`);
    if (answer.status !== 200) return answer;
    const report = readSessionStatus(answer.body, sessionId);
    return typeof report === 'string' ? unavailable(502) : { status: 200, body: { sessionId, ...report } };
  }

  /** All that Flinks knows of a session: not for pages as it is. */
  async details(sessionId: string): Promise<Answer> {
    const answer = await this.#authorized('GET', `/api/v2/sessions/${sessionId}/details`);
    // It is the shop that was refused, not the page that asks the shop.
    return answer.status === 401 || answer.status === 403 ? unavailable(502) : answer;
  }

  cancel(sessionId: string): Promise<Answer> {
    return this.#authorized('POST', `/api/v2/sessions/${sessionId}/cancel`);
  }

  async #authorized(method: string, path: string, body?: unknown): Promise<Answer> {
    const token = this.#currentToken();
    const answer = await this.#call(method, path, { body, token: await token.value });
    if (answer.status !== 401) return answer;
    // Revoked before its time, as after a restart of the other side: once more with a new one.
    if (this.#token === token) this.#token = null;
    return this.#call(method, path, { body, token: await this.#currentToken().value });
  }

  /** One for all requests, until it is about to expire. */
  #currentToken(): Token {
    const { clock } = this.#options;
    if (this.#token && clock.now() < this.#token.renewAt) return this.#token;
    const askedAt = clock.now();
    const authorized = this.#authorize();
    const token: Token = { value: authorized.then(({ value }) => value), renewAt: Infinity };
    authorized.then(
      ({ seconds }) => (token.renewAt = askedAt + seconds * 1000 - tokenMargin),
      () => {
        if (this.#token === token) this.#token = null;
      },
    );
    this.#token = token;
    return token;
  }

  async #authorize(): Promise<{ value: string; seconds: number }> {
    const { clientId, clientSecret } = this.#options.credentials;
    const credentials = { client_id: clientId, client_secret: clientSecret };
    const { body } = await this.#call('POST', '/api/v1/authorize', { body: credentials });
    const { access_token: value, expires_in: seconds } = isRecord(body) ? body : {};
    if (typeof value !== 'string') {
      throw new Refusal(502, 'payment_unavailable', 'The payment service did not authorize the shop.');
    }
    return { value, seconds: typeof seconds === 'number' ? seconds : 60 };
  }

  async #call(method: string, path: string, sent: { body?: unknown; token?: string } = {}): Promise<Answer> {
    const { origin, clock } = this.#options;
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (sent.token !== undefined) headers['Authorization'] = `Bearer ${sent.token}`;
    if (sent.body !== undefined) headers['Content-Type'] = 'application/json';
    try {
      const response = await fetch(origin + path, {
        method,
        headers,
        body: sent.body === undefined ? null : JSON.stringify(sent.body),
        redirect: 'error', // a token goes nowhere else
        signal: clock.limit(timeLimit),
      });
      return await readAnswer(response);
    } catch (error) {
      return unavailable(error instanceof DOMException && error.name === 'TimeoutError' ? 504 : 502);
    }
  }
}

/** Of a failure, the page gets the status code and how long to wait: what it needs to do right. */
async function readAnswer(response: Response): Promise<Answer> {
  if (response.ok) return { status: response.status, body: await response.json() };
  await response.body?.cancel();
  return unavailable(response.status, response.headers.get('Retry-After'));
}

function unavailable(status: number, retryAfter: string | null = null): Answer {
  const code = status === 404 ? 'not_found' : 'payment_unavailable';
  return { status, body: { error: code }, headers: retryAfter === null ? {} : { 'Retry-After': retryAfter } };
}

function sessionBody({ reference, amount, language, customer, returnUrl }: NewSession): unknown {
  return {
    referenceId: reference,
    amount,
    payor: customer,
    options: {
      guarantee: { enable: true },
      notificationPreferences: { language: language.toUpperCase() },
      showConsentScreen: false,
      redirectPreferences:
        returnUrl === null ? { mode: 'JsEvents' } : { mode: 'RedirectUri', urlSuccess: returnUrl, urlExit: returnUrl },
    },
  };
}
