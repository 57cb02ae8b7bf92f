import { isRecord, isUuid, Refusal, type Answer } from './http.js';

export interface NewSession {
  reference: string;
  amount: number;
  language: 'en' | 'fr';
  /** Where the flow goes when it is a page of its own; without, it posts messages. */
  returnUrl: string | null;
}

const timeLimit = 10_000;
/** A token is renewed this long before it ends, so that none expires on its way. */
const tokenMargin = 30_000;

/** What a merchant's server says to Flinks. The token stays in here: no page ever sees it. */
export class FlinksClient {
  readonly #origin: string;
  /** A merchant's server has these from its vault; the sandbox takes any pair. */
  readonly #credentials = { client_id: 'demo-shop', client_secret: 'not-a-secret' };
  #token: { value: Promise<string>; renewAt: number } | null = null;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async createSession(session: NewSession): Promise<{ sessionId: string; flowUrl: string }> {
    const { status, body } = await this.#authorized('POST', '/api/v2/sessions', sessionBody(session));
    if (status < 300 && isRecord(body) && isUuid(body['sessionId']) && typeof body['flowUrl'] === 'string') {
      return { sessionId: body['sessionId'], flowUrl: body['flowUrl'] };
    }
    throw new Refusal(502, 'payment_unavailable', `The payment service did not open a session (${String(status)}).`);
  }

  /** Needs no token. */
  status(sessionId: string): Promise<Answer> {
    return this.#call('GET', `/api/v2/sessions/${sessionId}/status`);
  }

  details(sessionId: string): Promise<Answer> {
    return this.#authorized('GET', `/api/v2/sessions/${sessionId}/details`);
  }

  cancel(sessionId: string): Promise<Answer> {
    return this.#authorized('POST', `/api/v2/sessions/${sessionId}/cancel`);
  }

  async #authorized(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.#call(method, path, { body, token: await this.#freshToken() });
    if (answer.status !== 401) return answer;
    // Revoked before its time, as after a restart of the other side: once more with a new one.
    this.#token = null;
    return this.#call(method, path, { body, token: await this.#freshToken() });
  }

  #freshToken(): Promise<string> {
    if (this.#token && Date.now() < this.#token.renewAt) return this.#token.value;
    const token = { value: this.#authorize(), renewAt: Infinity };
    token.value.catch(() => {
      if (this.#token === token) this.#token = null;
    });
    this.#token = token;
    return token.value;
  }

  async #authorize(): Promise<string> {
    const askedAt = Date.now();
    const { body } = await this.#call('POST', '/api/v1/authorize', { body: this.#credentials });
    if (!isRecord(body) || typeof body['access_token'] !== 'string') {
      throw new Refusal(502, 'payment_unavailable', 'The payment service did not authorize the shop.');
    }
    const seconds = typeof body['expires_in'] === 'number' ? body['expires_in'] : 60;
    if (this.#token) this.#token.renewAt = askedAt + seconds * 1000 - tokenMargin;
    return body['access_token'];
  }

  async #call(method: string, path: string, sent: { body?: unknown; token?: string } = {}): Promise<Answer> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (sent.token !== undefined) headers['Authorization'] = `Bearer ${sent.token}`;
    if (sent.body !== undefined) headers['Content-Type'] = 'application/json';
    try {
      const response = await fetch(this.#origin + path, {
        method,
        headers,
        body: sent.body === undefined ? null : JSON.stringify(sent.body),
        signal: AbortSignal.timeout(timeLimit),
      });
      return await readAnswer(response);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal(502, 'payment_unavailable', 'The payment service cannot be reached.');
    }
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  const retryAfter = response.headers.get('Retry-After');
  const headers: Record<string, string> = retryAfter === null ? {} : { 'Retry-After': retryAfter };
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    return { status: response.status, body, headers };
  } catch {
    if (!response.ok) return { status: response.status, body: { error: 'payment_unavailable' }, headers };
    throw new Refusal(502, 'payment_unavailable', 'The payment service gave no readable answer.');
  }
}

/** A shop knows its customer; the demo has one, the person whom the sandbox's bank knows as well. */
function sessionBody({ reference, amount, language, returnUrl }: NewSession): unknown {
  return {
    referenceId: reference,
    amount,
    payor: { email: 'john.smith@example.com', firstName: 'John', lastName: 'Smith' },
    options: {
      guarantee: { enable: true },
      notificationPreferences: { language: language.toUpperCase() },
      showConsentScreen: false,
      redirectPreferences:
        returnUrl === null ? { mode: 'JsEvents' } : { mode: 'RedirectUri', urlSuccess: returnUrl, urlExit: returnUrl },
    },
  };
}
