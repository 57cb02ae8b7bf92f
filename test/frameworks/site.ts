import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { SandboxClient } from '../../demo/sandbox/client.js';
import { scenarioNamed } from '../../demo/sandbox/scenarios.js';
import { startSandbox } from '../../demo/sandbox/server.js';
import { serve } from '../support/local-server.js';

/** A shop that serves what was built of the checkouts, takes orders, and renders the checkout on the server when asked to. */

const root = join(import.meta.dirname, '..', '..');
const built = join(root, '.cache', 'frameworks');

/** Where the pages are: each is a folder with an `index.html`, and with a `rendered.html` if a server can make one. */
export const PAGES = {
  'plain HTML': '/demo/frameworks/plain/',
  React: '/production/react/',
  'React while developing': '/development/react/',
  Vue: '/production/vue/',
  'Vue while developing': '/development/vue/',
  Svelte: '/production/svelte/',
  'Svelte while developing': '/development/svelte/',
  Angular: '/angular/',
} as const;

export type PageName = keyof typeof PAGES;

/** Angular is built by `npm run test:frameworks` only. */
export const hasAngular = existsSync(join(built, 'angular', 'index.html'));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

export interface Site {
  readonly origin: string;
  readonly sandbox: SandboxClient;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const flinks = await startSandbox({ port: 0 });
  const sandbox = new SandboxClient(flinks.origin);
  const { origin, close } = await serve((request, response) => void answer(sandbox, request, response));
  return {
    origin,
    sandbox,
    close: async () => {
      await close();
      await flinks.close();
    },
  };
}

async function answer(sandbox: SandboxClient, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  try {
    if (pathname === '/shop/orders') {
      const order = await place(sandbox, JSON.parse(await text(request)));
      response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify(order));
      return;
    }
    const body = pathname.endsWith('/rendered.html')
      ? await rendered(pathname, await place(sandbox, Object.fromEntries(searchParams)))
      : await readFile(fileAt(pathname));
    const headers = { 'Content-Type': TYPES[extname(fileAt(pathname))] ?? 'text/plain', ...policy(sandbox) };
    response.writeHead(200, headers).end(body);
  } catch (error) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end(String(error));
  }
}

/** What a checkout's policy should be. */
function policy({ origin }: SandboxClient): Record<string, string> {
  const rules = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src data:`,
    `connect-src 'self' ${origin}`,
    `frame-src ${origin}`,
    `require-trusted-types-for 'script'`,
  ];
  return { 'Content-Security-Policy': rules.join('; ') };
}

/** The built pages, and of the project itself what the plain page loads. */
function fileAt(pathname: string): string {
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const isKnown = /^\/(?:demo\/frameworks\/(?:plain\/)?|dist\/cdn\/)[\w.-]+$/.test(path);
  return join(isKnown ? root : built, path);
}

interface PlacedOrder {
  readonly sessionId: string;
  readonly flowUrl: string;
  readonly orderId: string;
}

let orders = 0;

async function place(sandbox: SandboxClient, wish: unknown): Promise<PlacedOrder> {
  const { reference, amount }: { reference?: unknown; amount?: unknown } = Object(wish);
  const scenario = scenarioNamed(String(reference)) ?? 'Happy1';
  const session = await sandbox.createSession({ scenario, amount: Number(amount ?? 64.5) });
  orders += 1;
  return { ...session, orderId: `ORDER-${String(orders)}` };
}

/** The page with the checkout in it already: by the framework's own renderer, or, for plain HTML, by filling in a form. */
async function rendered(pathname: string, { sessionId, flowUrl, orderId }: PlacedOrder): Promise<string> {
  const order = { flowUrl, details: { sessionId, amount: 64.5, currency: 'CAD', referenceId: orderId } };
  const data = JSON.stringify(order).replaceAll('<', '\\u003c');
  const [folder = '', framework = ''] = pathname.split('/').slice(-3);
  if (framework === 'plain') {
    const form = await readFile(
      join(root, folder === 'frameworks' ? 'demo/frameworks' : '', 'plain/server-rendered.html'),
      'utf8',
    );
    return form.replace('%flowUrl%', escapeText(flowUrl)).replace('%order%', () => data);
  }
  const page = await readFile(join(built, folder, framework, 'index.html'), 'utf8');
  const html = await rendererOf(framework).then(async render => render(order));
  return page
    .replace('<!--checkout-->', () => html)
    .replace('<!--order-->', () => `<script type="application/json" id="order">${data}</script>`);
}

type Renderer = (order: object) => string | Promise<string>;

async function rendererOf(framework: string): Promise<Renderer> {
  const module: unknown = await import(pathToFileURL(join(built, 'server', `${framework}.js`)).href);
  const render: unknown = Reflect.get(Object(module), 'render');
  if (typeof render !== 'function') throw new Error(`There is no renderer of ${framework}.`);
  return async order => String(await Reflect.apply(render, undefined, [order]));
}

function escapeText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
