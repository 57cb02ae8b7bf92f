import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createMerchantServer, type MerchantServerOptions } from '../../demo/merchant-server/server.js';
import { SandboxClient } from '../../demo/sandbox/client.js';
import { startSandbox } from '../../demo/sandbox/server.js';
import { serve } from './local-server.js';
import { textIn } from './text-in.js';

/** A merchant's server on its own clock, between whoever calls it and a sandbox; what goes to Flinks is written down. */

export const SECRET = 'the-secret-of-the-shop';

/** A request that reached Flinks. */
export interface Upstream {
  method: string;
  path: string;
  authorization: string | undefined;
}

/** An answer of the merchant's server. */
export interface Told {
  status: number;
  headers: Headers;
  text: string;
  body: unknown;
}

export interface PlacedOrder {
  orderId: string;
  sessionId: string;
  /** The payer's cookie, as the browser would send it. */
  cookie: string;
}

interface Due {
  until: number;
  resolve: () => void;
}

export class StandingClock {
  #now = Date.UTC(2026, 2, 2, 15);
  #waiting: Due[] = [];
  #limits: Due[] = [];

  now(): number {
    return this.#now;
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise(resolve => this.#waiting.push({ until: this.#now + milliseconds, resolve }));
  }

  limit(milliseconds: number): AbortSignal {
    const ending = new AbortController();
    const until = this.#now + milliseconds;
    this.#limits.push({ until, resolve: () => ending.abort(new DOMException('Too late', 'TimeoutError')) });
    return ending.signal;
  }

  /** How many wait for time to pass. */
  get waiting(): number {
    return this.#waiting.length;
  }

  pass(seconds: number): void {
    this.#now += seconds * 1000;
    const isDue = ({ until }: Due): boolean => until <= this.#now;
    const due = [...this.#limits.filter(isDue), ...this.#waiting.filter(isDue)];
    this.#limits = this.#limits.filter(each => !isDue(each));
    this.#waiting = this.#waiting.filter(each => !isDue(each));
    for (const { resolve } of due) resolve();
  }
}

export class Merchant {
  readonly clock = new StandingClock();
  readonly upstream: Upstream[] = [];
  /** The paths of the requests that reached the shop. */
  readonly heard: string[] = [];
  /** The orders that were sent, in that order. */
  readonly shipped: string[] = [];
  /** All that anybody was told. */
  readonly told: Told[] = [];
  /** How many of the next calls with a token Flinks refuses. */
  refusals = 0;
  /** Where Flinks says that everything is now. */
  movedTo: string | null = null;
  /** What Flinks' answers wait for. */
  heldBack: Promise<void> | null = null;
  readonly sandbox: SandboxClient;
  readonly #origin: string;
  readonly #ending: (() => Promise<void>)[];

  private constructor(sandbox: SandboxClient, origin: string, ending: (() => Promise<void>)[]) {
    this.sandbox = sandbox;
    this.#origin = origin;
    this.#ending = ending;
  }

  static async open(options: Partial<MerchantServerOptions> = {}): Promise<Merchant> {
    const flinks = await startSandbox({ port: 0 });
    const line = await serve((request, response) => void merchant.#forward(request, response));
    const shop = await serve((request, response) => {
      merchant.heard.push(request.url ?? '/');
      answer(request, response);
    });
    const merchant = new Merchant(new SandboxClient(flinks.origin), shop.origin, [
      flinks.close,
      shop.close,
      line.close,
    ]);
    const answer: RequestListener = createMerchantServer({
      flinks: line.origin,
      credentials: { clientId: 'the-shop', clientSecret: SECRET },
      customerOf: () => ({ email: 'john.smith@example.com', firstName: 'John', lastName: 'Smith' }),
      ship: ({ orderId }) => merchant.shipped.push(orderId),
      clock: merchant.clock,
      ...options,
    });
    return merchant;
  }

  async close(): Promise<void> {
    for (const end of this.#ending) await end();
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Told> {
    return this.#ask(path, { headers });
  }

  async post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Told> {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    return this.#ask(path, { method: 'POST', body: sent, headers });
  }

  async order(amount = 100): Promise<PlacedOrder> {
    const { body, headers } = await this.post('/orders', { reference: 'Happy1', amount });
    const cookie = headers.get('Set-Cookie')?.split(';', 1)[0] ?? '';
    return { orderId: textIn(body, 'orderId'), sessionId: textIn(body, 'sessionId'), cookie };
  }

  async status(sessionId: string): Promise<Told> {
    return this.get(`/flinks/api/v2/sessions/${sessionId}/status`);
  }

  /** How often Flinks was asked for the status: of this session, or of any. */
  checks(sessionId = ''): number {
    return this.upstream.filter(({ path }) => path.endsWith('/status') && path.includes(sessionId)).length;
  }

  calls(ending: string): number {
    return this.upstream.filter(({ path }) => path.endsWith(ending)).length;
  }

  async #ask(path: string, init: RequestInit): Promise<Told> {
    const response = await fetch(this.#origin + path, init);
    const text = await response.text();
    const body: unknown = JSON.parse(text);
    const told = { status: response.status, headers: response.headers, text, body };
    this.told.push(told);
    return told;
  }

  /** The line to Flinks: hands everything on, unless it is to refuse. */
  async #forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = request;
    const { authorization } = request.headers;
    this.upstream.push({ method, path, authorization });
    const headers = { 'Content-Type': 'application/json', ...(authorization === undefined ? {} : { authorization }) };
    const body = await text(request);
    await this.heldBack;
    if (authorization !== undefined && this.refusals > 0) {
      this.refusals -= 1;
      response.writeHead(401).end('{}');
      return;
    }
    if (this.movedTo !== null) {
      response.writeHead(307, { Location: this.movedTo }).end();
      return;
    }
    try {
      const answer = await fetch(this.sandbox.origin + path, { method, headers, body: method === 'GET' ? null : body });
      const said = await answer.text();
      const retryAfter = answer.headers.get('Retry-After');
      response.writeHead(answer.status, retryAfter === null ? {} : { 'Retry-After': retryAfter }).end(said);
    } catch {
      request.socket.destroy();
    }
  }
}
