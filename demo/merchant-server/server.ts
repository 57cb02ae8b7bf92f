import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import { isSessionId } from '../../src/protocol/index.js';
import { systemClock, type Clock } from './clock.js';
import { DetailsDesk } from './details-desk.js';
import { FlinksClient, type Credentials, type Customer } from './flinks-client.js';
import { asAnswer, parseJson, readBody, Refusal, send, type Answer } from './http.js';
import { Orders, readOrderRequest, refuse, type Order } from './orders.js';
import { Shipping, verdictOn, type Verdict } from './shipping.js';
import { StatusDesk } from './status-desk.js';
import { isSigned, sessionOf } from './webhook.js';

export interface MerchantServerOptions {
  /** Flinks' origin, e.g. `https://payments.flinksapp.com`. */
  flinks: string;
  credentials: Credentials;
  /** Who is ordering; a shop knows its customers. */
  customerOf: (request: IncomingMessage) => Customer;
  /** Sends the goods. Called once an order, and only when Flinks has told this server that it is paid. */
  ship: (order: Order) => void;
  /** With it, a webhook has to be signed; without, anybody may give a hint. */
  webhookSecret?: string | undefined;
  /** The shop's own origin as browsers name it, e.g. `https://shop.example`; else taken from the request. */
  origin?: string | undefined;
  /** The page to which a flow that is a page of its own comes back. */
  returnPath?: string;
  clock?: Clock;
}

interface Call {
  request: IncomingMessage;
  /** The part of the address that names something. */
  id: string;
}

type Handler = (call: Call) => Answer | Promise<Answer>;
type Route = readonly [method: string, path: RegExp, handle: Handler];

/** A merchant's server: what a page with `<flinks-geft-status>` asks, and what it must not decide. For `node:http`. */
export function createMerchantServer(options: MerchantServerOptions): RequestListener {
  const { credentials, clock = systemClock, webhookSecret } = options;
  const flinks = new FlinksClient({ origin: options.flinks, credentials, clock });
  const statuses = new StatusDesk(sessionId => flinks.status(sessionId), clock);
  const details = new DetailsDesk(sessionId => flinks.details(sessionId).catch(asAnswer), clock);
  const shipping = new Shipping(statuses, options.ship, clock);
  const orders = new Orders();

  /** Only for the browser that placed the order. */
  const ofPayer = (handle: (order: Order) => Promise<Answer>): Handler => {
    return ({ request, id }) => {
      const order = orders.ofSession(id);
      return order.payer === payerOf(request) ? handle(order) : refuse();
    };
  };

  const routes: Route[] = [
    ['POST', /^\/orders$/, fromOwnPages(options, call => placeOrder(call.request, { flinks, orders, options }))],
    ['GET', /^\/orders\/([^/]+)$/, ofPayer(async order => tell(order, await statuses.status(order.sessionId)))],
    ['GET', /^\/orders\/([^/]+)\/details$/, ofPayer(({ sessionId }) => details.details(sessionId))],
    [
      'POST',
      /^\/orders\/([^/]+)\/cancel$/,
      fromOwnPages(
        options,
        ofPayer(order => flinks.cancel(order.sessionId)),
      ),
    ],

    // The relay. The element sends no cookies with it, and Flinks' own endpoint asks for none: whoever knows the session may.
    [
      'GET',
      /^\/flinks\/api\/v2\/sessions\/([^/]+)\/status$/,
      ({ id }) => statuses.status(orders.ofSession(id).sessionId),
    ],

    // For the shop's staff. It names the order, never a session: a page could name one that paid for something cheaper.
    [
      'POST',
      /^\/orders\/([^/]+)\/ship$/,
      fromOwnPages(options, async ({ id }) => {
        const order = orders.withId(id);
        return shipped(order, await shipping.ship(order));
      }),
    ],

    ['POST', /^\/flinks\/webhook$/, ({ request }) => hearWebhook(request, { orders, shipping, webhookSecret })],
  ];

  return (request, response) => {
    void answer(routes, request)
      .catch(asAnswer)
      .then(found => send(response, found));
  };
}

async function answer(routes: readonly Route[], request: IncomingMessage): Promise<Answer> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  for (const [method, pattern, handle] of routes) {
    const match = pattern.exec(path);
    if (match && method === request.method) return handle({ request, id: match[1] ?? '' });
  }
  throw new Refusal(404, 'not_found', 'The shop has no such address.');
}

interface Desk {
  flinks: FlinksClient;
  orders: Orders;
  options: MerchantServerOptions;
}

async function placeOrder(request: IncomingMessage, { flinks, orders, options }: Desk): Promise<Answer> {
  const { customerOf, returnPath = '/' } = options;
  const origin = originOf(request, options);
  const wanted = readOrderRequest(parseJson(await readBody(request)));
  const { sessionId, flowUrl } = await flinks.createSession({
    ...wanted,
    customer: customerOf(request),
    returnUrl: wanted.mode === 'redirect' ? origin + returnPath : null,
  });
  const payer = payerOf(request) ?? randomUUID();
  const { orderId } = orders.add(wanted, sessionId, payer);
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  const headers = { 'Set-Cookie': `payer=${payer}; Path=/; HttpOnly; SameSite=Strict${secure}` };
  return { status: 201, body: { sessionId, flowUrl, orderId }, headers };
}

interface News {
  orders: Orders;
  shipping: Shipping;
  webhookSecret: string | undefined;
}

/**
 * From Flinks, or from anyone who says so: a reason to ask Flinks, nothing more. It is answered at once; what comes of it,
 * and whether there is such a session here, its sender need not know.
 */
async function hearWebhook(request: IncomingMessage, { orders, shipping, webhookSecret }: News): Promise<Answer> {
  const body = await readBody(request);
  if (webhookSecret !== undefined && !isSigned(body, request.headers['x-webhook-signature'], webhookSecret)) {
    throw new Refusal(401, 'unauthorized', 'The signature is not right.');
  }
  const order = orders.find(sessionOf(body));
  if (order) shipping.follow(order).catch(console.error);
  return { status: 200, body: {} };
}

/** What the page is told: a word to show, not one to act upon. A smaller amount that the payer accepted is a payment too. */
function tell(order: Order, answer: Answer): Answer {
  const verdict = verdictOn(order, answer);
  if (verdict === 'unknown') throw new Refusal(502, 'payment_unavailable', 'The payment service does not say.');
  const { sessionId, orderId, amount } = order;
  return { status: 200, body: { sessionId, orderId, amount, state: verdict === 'in-part' ? 'paid' : verdict } };
}

function shipped({ orderId, shippedAt }: Order, verdict: Verdict): Answer {
  if (shippedAt !== null) return { status: 200, body: { orderId, shippedAt: new Date(shippedAt).toISOString() } };
  if (verdict === 'unknown') throw new Refusal(502, 'payment_unavailable', 'The payment service does not say.');
  return { status: 409, body: { error: 'not_paid', state: verdict } };
}

/** The browser that placed the order, by a cookie. A shop whose customers sign in has their session for that. */
function payerOf({ headers }: IncomingMessage): string | null {
  const payer = /(?:^|;\s*)payer=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? '';
  return isSessionId(payer) ? payer : null;
}

function originOf({ headers }: IncomingMessage, { origin }: MerchantServerOptions): string {
  return origin ?? `http://${headers.host ?? 'localhost'}`;
}

/** A page of another origin may not order, cancel or ship here on a visitor's behalf. Browsers name it with each `POST`. */
function fromOwnPages(options: MerchantServerOptions, handle: Handler): Handler {
  return call => {
    const { origin } = call.request.headers;
    if (origin !== undefined && origin !== originOf(call.request, options)) {
      throw new Refusal(403, 'forbidden', 'This is for the shop’s own pages.');
    }
    return handle(call);
  };
}
