import { randomBytes, randomUUID } from 'node:crypto';
import { NO_FAULTS } from './faults.js';
import type { StatusBody } from './faults.js';
import { scenarioNamed } from './scenarios.js';
import type { Bank, BankAccount } from './scenarios.js';
import type {
  Audience,
  Defaults,
  Faults,
  Language,
  Outcome,
  PostedMessage,
  Scenario,
  Screen,
  SessionRequest,
  SessionState,
  SessionStep,
  StatusRequest,
} from './types.js';

export const TOKEN_SECONDS = 599;
const IDLE_SECONDS = 15 * 60;
const FINAL: readonly string[] = ['Completed', 'Failed', 'Canceled', 'Cancelled', 'Expired'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Where the payer is in the flow, and what has been chosen on the way. */
export interface FlowProgress {
  screen: Screen | null;
  audience: Audience;
  userName: string | null;
  failedSignIns: number;
  bank: Bank | null;
  account: BankAccount | null;
  /** The amount guaranteed, once an offer was made. */
  offered: number | null;
  fullyGuaranteed: boolean;
  accepted: boolean | null;
}

export interface SessionOptions {
  /** The client whose token created it; null for sessions made without one. */
  owner: string | null;
  idleSeconds: number;
  faults: Faults;
}

export class Session {
  readonly id: string = randomUUID();
  readonly createdAt = Date.now();
  readonly aggregationRequestId: string = randomUUID();
  readonly transactionId: string = randomUUID();
  readonly request: SessionRequest;
  readonly owner: string | null;
  readonly statusRequests: StatusRequest[] = [];
  readonly messages: PostedMessage[] = [];
  readonly flow: FlowProgress = {
    screen: null,
    audience: 'none',
    userName: null,
    failedSignIns: 0,
    bank: null,
    account: null,
    offered: null,
    fullyGuaranteed: false,
    accepted: null,
  };
  faults: Faults;
  idleSeconds: number;
  amount: number | null;
  status = 'Initiated';
  statusDetails = 'EFT0101';
  step: SessionStep = 'Start';
  padId: string | null = null;
  #touchedAt = Date.now();

  constructor(request: SessionRequest, { owner, idleSeconds, faults }: SessionOptions) {
    this.request = request;
    this.owner = owner;
    this.amount = request.amount;
    this.idleSeconds = idleSeconds;
    this.faults = faults;
  }

  get scenario(): Scenario {
    return scenarioNamed(this.flow.userName) ?? scenarioNamed(this.request.referenceId) ?? 'Happy1';
  }

  get language(): Language {
    return this.scenario === 'Happy3' ? 'FR' : this.request.language;
  }

  /** The status will not change any more, unless somebody forces it. */
  get over(): boolean {
    return FINAL.includes(this.status) && !this.awaitsSignature;
  }

  get awaitsSignature(): boolean {
    return this.statusDetails === 'EFT0302';
  }

  /** The payer has come to an end of the flow: what a lagging endpoint does not know yet. */
  get flowEnded(): boolean {
    return this.over || this.flow.screen === 'left';
  }

  touch(): void {
    this.#touchedAt = Date.now();
  }

  expireWhenIdle(): void {
    if (FINAL.includes(this.status) || Date.now() - this.#touchedAt < this.idleSeconds * 1000) return;
    this.settle({ status: 'Expired', statusDetails: 'EFT0601' });
  }

  settle({ status, statusDetails, amount, step }: Outcome): void {
    this.status = status;
    this.statusDetails = statusDetails;
    if (amount !== undefined) this.amount = amount;
    if (step !== undefined) this.step = step;
  }

  statusBody(): StatusBody {
    const { id, request, amount, status, statusDetails } = this;
    return { sessionId: id, referenceId: request.referenceId, amount, status, statusDetails };
  }

  state(origin: string): SessionState {
    return {
      ...this.statusBody(),
      flowUrl: flowUrl(origin, this.id),
      createdAt: this.createdAt,
      scenario: this.scenario,
      over: this.over,
      step: this.step,
      screen: this.flow.screen,
      language: this.language,
      idleSeconds: this.idleSeconds,
      faults: this.faults,
      statusRequests: this.statusRequests,
      messages: this.messages,
    };
  }
}

export function flowUrl(origin: string, sessionId: string): string {
  return `${origin}/app/?sessionId=${sessionId}`;
}

/** All there is to remember. Expiry is worked out when somebody looks, so no timer keeps a process alive. */
export class SessionStore {
  defaults: Defaults = freshDefaults();
  readonly #sessions = new Map<string, Session>();
  readonly #tokens = new Map<string, { clientId: string; expiresAt: number }>();

  create(request: SessionRequest, options: Partial<SessionOptions> = {}): Session {
    const { idleSeconds, faults } = this.defaults;
    const session = new Session(request, { owner: null, idleSeconds, faults: { ...faults }, ...options });
    this.#sessions.set(session.id, session);
    return session;
  }

  find(sessionId: string): Session | undefined {
    const session = this.#sessions.get(sessionId.toLowerCase());
    session?.expireWhenIdle();
    return session;
  }

  /** Newest first. */
  all(): Session[] {
    const sessions = [...this.#sessions.values()].reverse();
    for (const session of sessions) session.expireWhenIdle();
    return sessions;
  }

  issueToken(clientId: string): string {
    const token = randomBytes(24).toString('base64url');
    this.#tokens.set(token, { clientId, expiresAt: Date.now() + TOKEN_SECONDS * 1000 });
    return token;
  }

  /** Whose token this is, while it is valid. */
  clientOf(token: string): string | null {
    const known = this.#tokens.get(token);
    return known !== undefined && Date.now() < known.expiresAt ? known.clientId : null;
  }

  reset(): void {
    this.#sessions.clear();
    this.#tokens.clear();
    this.defaults = freshDefaults();
  }
}

function freshDefaults(): Defaults {
  return { idleSeconds: IDLE_SECONDS, faults: { ...NO_FAULTS } };
}
