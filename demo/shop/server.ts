import type { IncomingMessage } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { send } from '../merchant-server/http.js';
import { sandboxCustomer } from '../merchant-server/sandbox-customer.js';
import { createMerchantServer } from '../merchant-server/server.js';

/** The demo shop: its pages' headers, and the merchant's server below `/shop/`. */
export function shop({ sandboxOrigin }: { sandboxOrigin: string }): Plugin {
  return {
    name: 'demo-shop',
    apply: 'serve',
    configureServer({ middlewares }) {
      const merchant = createMerchantServer({
        flinks: sandboxOrigin,
        // A merchant's server has these from its vault; the sandbox takes any pair.
        credentials: { clientId: 'demo-shop', clientSecret: 'not-a-secret' },
        customerOf: () => sandboxCustomer,
        ship: () => undefined, // nobody asks for it: the demo's pages end with the shop's word
        returnPath: '/demo/return.html',
      });
      middlewares.use(pageHeaders(sandboxOrigin));
      middlewares.use('/shop/config', (_request, response) => send(response, { status: 200, body: { sandboxOrigin } }));
      middlewares.use('/shop/sandbox', (_request, response) => {
        const location = `${sandboxOrigin}/sandbox/`;
        send(response, { status: 302, body: { location }, headers: { Location: location } });
      });
      middlewares.use('/shop/relay', (request, response) => {
        request.url = `/flinks${request.url ?? ''}`;
        merchant(request, response);
      });
      middlewares.use('/shop', merchant);
    },
  };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
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
