import type {
  CreatedSession,
  Defaults,
  Faults,
  NewSession,
  Outcome,
  PayerDetails,
  PostedMessage,
  SessionState,
  StatusRequest,
  Walk,
} from './types.js';

/** The sandbox's control API, typed. Needs nothing but `fetch`, so it works in node and in a page of any origin. */
export class SandboxClient {
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin.replace(/\/+$/, '');
  }

  async createSession(options: NewSession = {}): Promise<CreatedSession> {
    return expectShape(await this.#call('POST', '/sessions', options), isCreated);
  }

  async sessions(): Promise<SessionState[]> {
    return expectShape(await this.#call('GET', '/sessions'), isSessionList).sessions;
  }

  async session(sessionId: string): Promise<SessionState> {
    return expectShape(await this.#call('GET', `/sessions/${sessionId}`), isSessionState);
  }

  /** The checks this session's status endpoint has seen, oldest first. */
  async statusRequests(sessionId: string): Promise<StatusRequest[]> {
    return (await this.session(sessionId)).statusRequests;
  }

  /** The messages the flow has posted, oldest first. */
  async messages(sessionId: string): Promise<PostedMessage[]> {
    return (await this.session(sessionId)).messages;
  }

  /** Changes these faults and leaves the others as they are. */
  async setFaults(sessionId: string, faults: Partial<Faults>): Promise<Faults> {
    return expectShape(await this.#call('PATCH', `/sessions/${sessionId}/faults`, faults), isFaults);
  }

  /** These faults and no others; `{}` clears them all. */
  async replaceFaults(sessionId: string, faults: Partial<Faults>): Promise<Faults> {
    return expectShape(await this.#call('PUT', `/sessions/${sessionId}/faults`, faults), isFaults);
  }

  async defaults(): Promise<Defaults> {
    return expectShape(await this.#call('GET', '/defaults'), isDefaults);
  }

  async setDefaultFaults(faults: Partial<Faults>): Promise<Defaults> {
    return expectShape(await this.#call('PATCH', '/defaults', { faults }), isDefaults);
  }

  async setDefaultIdle(seconds: number): Promise<Defaults> {
    return expectShape(await this.#call('PATCH', '/defaults', { idleSeconds: seconds }), isDefaults);
  }

  async setIdle(sessionId: string, seconds: number): Promise<SessionState> {
    return expectShape(await this.#call('PATCH', `/sessions/${sessionId}`, { idleSeconds: seconds }), isSessionState);
  }

  async expire(sessionId: string): Promise<SessionState> {
    return expectShape(await this.#call('POST', `/sessions/${sessionId}/expire`), isSessionState);
  }

  async cancel(sessionId: string): Promise<SessionState> {
    return expectShape(await this.#call('POST', `/sessions/${sessionId}/cancel`), isSessionState);
  }

  /** Sets what the endpoint says, with or without the flow. */
  async outcome(sessionId: string, outcome: Outcome): Promise<SessionState> {
    return expectShape(await this.#call('POST', `/sessions/${sessionId}/outcome`, outcome), isSessionState);
  }

  /** Goes through the flow as a payer would; posts nothing. */
  async walk(sessionId: string, walk: Walk = {}): Promise<SessionState> {
    return expectShape(await this.#call('POST', `/sessions/${sessionId}/walk`, walk), isSessionState);
  }

  /** What a merchant's server would hand to its page. */
  async details(sessionId: string): Promise<PayerDetails> {
    return expectShape(await this.#call('GET', `/sessions/${sessionId}/details`), isPayerDetails);
  }

  /** The address of a page that posts these steps to whoever frames or opens it. */
  speakerUrl(sessionId: string, ...steps: string[]): string {
    const query = new URLSearchParams([['sessionId', sessionId], ...steps.map(step => ['step', step])]);
    return `${this.origin}/sandbox/speaker?${query.toString()}`;
  }

  /** Forgets every session, token and default. */
  async reset(): Promise<void> {
    await this.#call('POST', '/reset');
  }

  async #call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.origin}/sandbox${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`Sandbox: ${method} ${path} answered ${String(response.status)}: ${text}`);
    return JSON.parse(text);
  }
}

/** A few fields tell one shape from another; the sandbox's own server is not doubted further. */
function expectShape<Shape>(value: unknown, isShape: (value: unknown) => value is Shape): Shape {
  if (isShape(value)) return value;
  throw new Error('Sandbox: this is not the sandbox, or not this version of it');
}

function isCreated(value: unknown): value is CreatedSession {
  return hasFields(value, 'sessionId', 'flowUrl');
}

function isSessionState(value: unknown): value is SessionState {
  return hasFields(value, 'sessionId', 'status', 'faults', 'statusRequests', 'messages');
}

function isSessionList(value: unknown): value is { sessions: SessionState[] } {
  return hasFields(value, 'sessions');
}

function isPayerDetails(value: unknown): value is PayerDetails {
  return hasFields(value, 'sessionId', 'step', 'payor', 'guaranteeDetails');
}

function isFaults(value: unknown): value is Faults {
  return hasFields(value, 'latency', 'hang', 'times', 'hostile');
}

function isDefaults(value: unknown): value is Defaults {
  return hasFields(value, 'idleSeconds', 'faults');
}

function hasFields(value: unknown, ...keys: string[]): boolean {
  return typeof value === 'object' && value !== null && keys.every(key => key in value);
}
