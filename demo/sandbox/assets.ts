import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Exchange, Route } from './http.js';
import { HttpError, route, send } from './http.js';

/** The sandbox's own pages. Their TypeScript is transpiled when asked for, file by file, so there is nothing to build. */

const ROOT = path.dirname(fileURLToPath(import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** What the pages have in common with the server or the shop. */
const SHARED: readonly string[] = ['client.js', 'clock-time.js', 'scenarios.js'];

/** As strict as a payment page would be; frames from both names of this machine, for the hostile frame. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  'frame-src http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export function assetRoutes(): Route[] {
  return [
    route('GET', '/', ({ response }) => {
      send(response, 302, '', { Location: '/sandbox/' });
    }),
    page('/app/', 'flow/index.html'),
    page('/app/hostile', 'flow/hostile.html'),
    page('/sandbox/', 'panel/index.html'),
    page('/sandbox/speaker', 'speaker/index.html'),
    route('GET', '/app', toSlash),
    route('GET', '/sandbox', toSlash),
    route('GET', '/assets/{file}', sendAsset),
    route('GET', '/assets/{folder}/{file}', sendAsset),
  ];
}

function page(address: string, file: string): Route {
  return route('GET', address, async ({ response }) => {
    const body = await readFile(path.join(ROOT, file), 'utf8');
    send(response, 200, body, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PAGE_POLICY });
  });
}

function toSlash({ response, url }: Exchange): void {
  send(response, 302, '', { Location: `${url.pathname}/${url.search}` });
}

async function sendAsset({ response, params }: Exchange): Promise<void> {
  const folder = params['folder'];
  const name = params['file'] ?? '';
  // Only what the pages are made of: nothing of the server, nothing outside.
  const known = folder === undefined ? SHARED.includes(name) : /^(?:flow|panel|speaker)$/.test(folder);
  if (!known || !/^[\w-]+\.(?:js|css)$/.test(name)) throw new HttpError(404, 'not_found', 'No such file');
  const file = path.join(ROOT, folder ?? '', name);
  try {
    const body = name.endsWith('.js') ? await transpiled(file.replace(/\.js$/, '.ts')) : await readFile(file, 'utf8');
    // The hostile frame of origin `null` needs CORS for its module.
    send(response, 200, body, {
      'Content-Type': TYPES[path.extname(name)] ?? 'text/plain',
      'Access-Control-Allow-Origin': '*',
      // A page full of flows asks once; who edits a file sees it at the next look.
      'Cache-Control': 'max-age=5',
    });
  } catch (error) {
    if (isMissing(error)) throw new HttpError(404, 'not_found', 'No such file');
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

const cache = new Map<string, { changedAt: number; code: string }>();

async function transpiled(file: string): Promise<string> {
  const { mtimeMs: changedAt } = await stat(file);
  const known = cache.get(file);
  if (known?.changedAt === changedAt) return known.code;
  // Loaded when first needed: it takes a while, and tests of the API alone never need it.
  const { default: ts } = await import('typescript');
  const { outputText: code } = ts.transpileModule(await readFile(file, 'utf8'), {
    fileName: path.basename(file),
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      inlineSourceMap: true,
      inlineSources: true,
    },
  });
  cache.set(file, { changedAt, code });
  return code;
}
