import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serve, type LocalServer } from '../support/local-server.js';
import { expect, test } from './harness.js';

/** What `npm run build` leaves in `dist/`, used as merchants use it: from a tag, and from a bundler's point of view. */

const root = join(import.meta.dirname, '..', '..');
const cdn = join(root, 'dist', 'cdn');
const [module, script] = ['flinks-geft-status.js', 'flinks-geft-status.iife.js'];

test.beforeAll(() => {
  const missing = [join(root, 'dist', 'index.js'), join(cdn, module), join(cdn, script)].filter(
    file => !existsSync(file),
  );
  expect(missing, 'dist/ is not there, or not whole: run `npm run build` first').toEqual([]);
});

/**
 * A server that knows nothing but `dist/cdn/` and one page: these scripts and one element, under a strict policy. Lit names
 * its policy of Trusted Types, and makes one for each copy of it.
 */
async function serveBarePage(scripts: readonly string[], sessionId: string, api: string): Promise<LocalServer> {
  const trustedTypes = scripts.length > 1 ? `lit-html 'allow-duplicates'` : 'lit-html';
  const policy = `default-src 'none'; script-src 'self'; img-src data:; connect-src ${api}; require-trusted-types-for 'script'; trusted-types ${trustedTypes}`;
  const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A page without anything</title>
    <link rel="icon" href="data:,">
    ${scripts.join('\n    ')}
  </head>
  <body>
    <flinks-geft-status session-id="${sessionId}" base-url="${api}"></flinks-geft-status>
  </body>
</html>`;
  return serve(({ url = '/' }, response) => {
    const file = [module, script].find(known => url.endsWith(`/${known}`));
    if (file === undefined) {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy }).end(page);
    } else {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(join(cdn, file)));
    }
  });
}

/** The tag as it is copied from the documentation, its integrity included. */
function tag(file: string, copy = 1): string {
  const integrity: unknown = JSON.parse(readFileSync(join(cdn, 'integrity.json'), 'utf8'));
  const hash: unknown = typeof integrity === 'object' && integrity !== null ? Reflect.get(integrity, file) : '';
  const kind = file === module ? 'type="module"' : 'defer';
  return `<script ${kind} src="/${copy}/${file}" integrity="${String(hash)}"></script>`;
}

const rows: readonly (readonly [name: string, tags: () => string[]])[] = [
  ['the module', () => [tag(module)]],
  ['the classic script', () => [tag(script)]],
  ['the module twice', () => [tag(module, 1), tag(module, 2)]],
  ['the classic script twice', () => [tag(script, 1), tag(script, 2)]],
  ['the module and the classic script', () => [tag(module), tag(script)]],
  ['the classic script and the module', () => [tag(script), tag(module)]],
];
for (const [name, tags] of rows) {
  test(`from a tag: ${name}`, async ({ shop }) => {
    const { sessionId } = await shop.createSession();
    const server = await serveBarePage(tags(), sessionId, shop.sandbox.origin);
    await shop.page.goto(server.origin);
    await shop.payerReads('waiting');
    await shop.hasRequested(1);
    await shop.sandbox.outcome(sessionId, { status: 'Completed', statusDetails: 'EFT0301' });
    await shop.passTime(30);
    await shop.payerReads('success');
    await shop.hasRequested(2);
    await server.close();
  });
}

test('by its name, in Node, without a DOM: an import and nothing else', async () => {
  const code = `
    const { FlinksGeftStatus, GeftEvent } = await import('flinks-geft-status');
    console.log(typeof FlinksGeftStatus, typeof GeftEvent, typeof document);
  `;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    // Without what the test runner sets for its own output, of which Node would complain.
    env: { PATH: process.env['PATH'] },
  });
  expect(stdout.trim()).toBe('function function undefined');
  expect(stderr).toBe('');
});
