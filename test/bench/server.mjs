// @ts-check
/** The only hosts that the browser reaches: a shop with the status endpoint on it, and the hosted flow on another port. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { bundleFolder } from './bundles.mjs';
import { contenders } from './contenders.mjs';

/** @typedef {import('./contenders.mjs').Contender} Contender */

const TYPES = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
};

const DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>';

/** @typedef {{ type: keyof typeof TYPES, body: string | Buffer }} Reply */

/** Starts both; `answered` counts the status requests since it was last set to 0. */
export async function serve() {
  const counter = { answered: 0 };
  const files = readFiles();
  const shop = await listen(url => reply(url, files, counter));
  const flow = await listen(() => ({ type: 'html', body: files.get('/flow.html') ?? '' }));
  return {
    counter,
    shop: shop.origin,
    flow: flow.origin,
    close: () => {
      shop.close();
      flow.close();
    },
  };
}

/** All files are held in memory: reading them is no part of any figure. */
function readFiles() {
  /** @type {Map<string, Buffer | string>} */
  const files = new Map();
  for (const { id, bundle, css } of contenders) {
    if (bundle) continue;
    files.set(`/${id}.js`, readFileSync(join(bundleFolder, `${id}.js`)));
    if (css) files.set(`/${id}.css`, readFileSync(join(bundleFolder, `${id}.css`)));
  }
  for (const name of ['probe.js', 'frames.js', 'simulation.js', 'flow.html']) {
    files.set(`/${name}`, readFileSync(new URL(`page/${name}`, import.meta.url)));
  }
  return files;
}

/**
 * @param {URL} url
 * @param {Map<string, Buffer | string>} files
 * @param {{ answered: number }} counter
 * @returns {Reply | null}
 */
function reply(url, files, counter) {
  const { pathname, searchParams } = url;
  const file = files.get(pathname);
  if (file) return { type: pathname.endsWith('.css') ? 'css' : 'js', body: file };

  const sessionId = /^\/api\/v2\/sessions\/([^/]+)\/status$/.exec(pathname)?.[1];
  if (sessionId) {
    counter.answered += 1;
    return { type: 'json', body: statusOf(sessionId) };
  }
  if (pathname.startsWith('/adyen/')) return adyen(pathname, counter);
  if (pathname === '/favicon.ico') return { type: 'svg', body: DOT };

  const contender = contenders.find(({ id }) => id === searchParams.get('contender'));
  if (contender) return { type: 'html', body: page(contender, url.origin, Number(searchParams.get('elements'))) };
  if (pathname === '/frames') return { type: 'html', body: scriptPage('/frames.js', '/geft.js') };
  if (pathname === '/simulation') return { type: 'html', body: scriptPage('/simulation.js') };
  return pathname === '/' ? { type: 'html', body: '<!doctype html><title>Nothing</title>' } : null;
}

/** A session that has just begun. @param {string} sessionId */
function statusOf(sessionId) {
  return JSON.stringify({
    sessionId,
    referenceId: 'USER12345',
    amount: 500,
    status: 'Initiated',
    statusDetails: 'EFT0101',
  });
}

/** Adyen's hosts, as far as its await component asks for them. @param {string} path @param {{ answered: number }} counter @returns {Reply} */
function adyen(path, counter) {
  if (path.includes('/status')) {
    counter.answered += 1;
    return { type: 'json', body: JSON.stringify({ type: 'pending', resultCode: 'pending', payload: '' }) };
  }
  return path.endsWith('.svg') ? { type: 'svg', body: DOT } : { type: 'json', body: '{}' };
}

/** A page with so many elements of a contender in its markup. @param {Contender} contender @param {string} origin @param {number} elements */
function page({ id, bundle = id, tag, attributes, css, isScripted }, origin, elements) {
  const markup = Array.from({ length: isScripted ? 0 : elements }, (_, index) => {
    const written = Object.entries(attributes(index, origin)).map(([name, value]) => ` ${name}="${value}"`);
    return `<${tag}${written.join('')}></${tag}>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${id}</title><link rel="icon" href="data:,">
<script src="/probe.js"></script>
<script>probe.expect(${JSON.stringify(tag)}, ${elements})</script>
${css ? `<link rel="stylesheet" href="/${id}.css">` : ''}
<script type="module" src="/${bundle}.js"></script>
${isScripted && elements ? `<script type="module">probe.put(${JSON.stringify(tag)}, [{}])</script>` : ''}</head>
<body><main>${markup.join('')}</main></body>
</html>`;
}

/** A page of scripts alone. @param {string[]} scripts */
function scriptPage(...scripts) {
  const tags = scripts.map(name => `<script type="module" src="${name}"></script>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
${tags}</head>
<body><main></main></body>
</html>`;
}

/** @param {(url: URL) => Reply | null} answer @returns {Promise<{ origin: string, close: () => void }>} */
function listen(answer) {
  return new Promise(resolve => {
    const server = createServer((request, response) => {
      const found = answer(new URL(request.url ?? '/', `http://${request.headers.host}`));
      request.resume();
      response.writeHead(found ? 200 : 404, {
        'Content-Type': found ? `${TYPES[found.type]}; charset=utf-8` : 'text/plain',
        'Cache-Control': 'no-store',
      });
      response.end(found?.body);
    });
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve({
        origin: `http://localhost:${port}`,
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}
