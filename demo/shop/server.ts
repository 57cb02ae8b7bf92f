import type { IncomingMessage } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { DetailsDesk } from './server/details-desk.js';
import { FlinksClient } from './server/flinks-client.js';
import { isUuid, readJson, Refusal, send, type Answer } from './server/http.js';
import { Orders, orderState, readOrderRequest, type Order } from './server/orders.js';
import { StatusDesk } from './server/status-desk.js';

interface Call {
  request: IncomingMessage;
  /** From the address; a UUID. Empty where the route has none. */
  sessionId: string;
}

type Route = readonly [method: string, path: RegExp, answer: (call: Call) => Answer | Promise<Answer>];

/** The merchant's server, played by a Vite plugin: it alone has the credentials, and decides what is paid. */
export function shop({ sandboxOrigin }: { sandboxOrigin: string }): Plugin {
  return {
    name: 'demo-shop',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(pageHeaders(sandboxOrigin));
      server.middlewares.use(answerWith(shopRoutes(sandboxOrigin)));
    },
  };
}

function shopRoutes(sandboxOrigin: string): Route[] {
  const flinks = new FlinksClient(sandboxOrigin);
  const desk = new StatusDesk(async sessionId => flinks.status(sessionId).catch(asAnswer));
  const details = new DetailsDesk(sessionId => flinks.details(sessionId));
  const orders = new Orders();
  const ofOrder = (answer: (order: Order) => Promise<Answer>) => (call: Call) => answer(orders.find(call.sessionId));

  return [
    ['GET', /^\/shop\/config$/, () => ok({ sandboxOrigin })],
    ['GET', /^\/shop\/sandbox$/, () => redirect(`${sandboxOrigin}/sandbox/`)],
    ['POST', /^\/shop\/orders$/, ({ request }) => placeOrder(request, flinks, orders)],
    [
      'GET',
      /^\/shop\/orders\/([^/]+)$/,
      ofOrder(async ({ sessionId, orderId, amount }) => {
        const answer = await desk.status(sessionId);
        if (answer.status !== 200) throw new Refusal(502, 'payment_unavailable', 'The payment service does not say.');
        return ok({ sessionId, orderId, amount, state: orderState(answer) });
      }),
    ],
    ['GET', /^\/shop\/orders\/([^/]+)\/details$/, ofOrder(({ sessionId }) => details.details(sessionId))],
    ['POST', /^\/shop\/orders\/([^/]+)\/cancel$/, ofOrder(({ sessionId }) => flinks.cancel(sessionId))],
    ['GET', /^\/shop\/relay\/api\/v2\/sessions\/([^/]+)\/status$/, ofOrder(({ sessionId }) => desk.status(sessionId))],
  ];
}

async function placeOrder(request: IncomingMessage, flinks: FlinksClient, orders: Orders): Promise<Answer> {
  const shopOrigin = ownOrigin(request);
  const wanted = readOrderRequest(await readJson(request));
  const { sessionId, flowUrl } = await flinks.createSession({
    ...wanted,
    returnUrl: wanted.mode === 'redirect' ? `${shopOrigin}/demo/return.html` : null,
  });
  const { orderId } = orders.add(wanted, sessionId);
  return { status: 201, body: { sessionId, flowUrl, orderId } };
}

/** The shop's own origin; a page of another one may not order here on a visitor's behalf. */
function ownOrigin({ headers }: IncomingMessage): string {
  const own = `http://${headers.host ?? 'localhost'}`;
  if (headers.origin !== undefined && headers.origin !== own) {
    throw new Refusal(403, 'forbidden', 'Orders are placed from the shop’s own pages.');
  }
  return own;
}

function answerWith(routes: readonly Route[]): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = pathOf(request);
    if (!path.startsWith('/shop/')) {
      next();
      return;
    }
    void answer(routes, request, path)
      .catch(asAnswer)
      .then(found => send(response, found));
  };
}

async function answer(routes: readonly Route[], request: IncomingMessage, path: string): Promise<Answer> {
  for (const [method, pattern, handle] of routes) {
    const match = pattern.exec(path);
    if (!match || method !== request.method) continue;
    const sessionId = match[1] ?? '';
    if (match[1] !== undefined && !isUuid(sessionId)) throw new Refusal(400, 'invalid_request', 'Not a session id.');
    if (method === 'POST') ownOrigin(request);
    return handle({ request, sessionId });
  }
  throw new Refusal(404, 'not_found', 'The shop has no such address.');
}

function asAnswer(error: unknown): Answer {
  const { status, code, message } =
    error instanceof Refusal ? error : new Refusal(500, 'internal_error', 'The shop made a mistake.');
  return { status, body: { error: code, error_description: message } };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function redirect(address: string): Answer {
  return { status: 302, body: { location: address }, headers: { Location: address } };
}

const pages = new Set([
  '/',
  '/index.html',
  '/demo/checkout.html',
  '/demo/popup.html',
  '/demo/return.html',
  '/demo/gallery.html',
  '/demo/themes.html',
]);

/**
 * A policy as strict as a checkout's should be, so that the demo notices at once if the element asks for more; and the
 * encoding of the README, which a browser would guess wrong.
 */
function pageHeaders(sandboxOrigin: string): Connect.NextHandleFunction {
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self' ws: ${sandboxOrigin}`,
    `frame-src ${sandboxOrigin}`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
  ].join('; ');
  return (request, response, next) => {
    const path = pathOf(request);
    const isPage = pages.has(path) || /^\/demo\/docs\/(?:\w+\.html)?$/.test(path);
    if (isPage) response.setHeader('Content-Security-Policy', policy);
    if (path.endsWith('.md')) response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    next();
  };
}
