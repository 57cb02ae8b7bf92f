import type { IncomingMessage, ServerResponse } from 'node:http';
import { httpErrorBody } from './faults.js';
import { parseJson } from './json.js';

/** The little of a web framework that the sandbox needs. */

const MAX_BODY = 1_000_000;

/** Thrown by a handler; becomes an answer in the API's error shape. */
export class HttpError extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, error?: string, description = error ?? '') {
    super(`${String(status)} ${description}`);
    this.status = status;
    this.body = error === undefined ? httpErrorBody(status) : JSON.stringify({ error, error_description: description });
  }
}

/** A 400 that names the first thing wrong. */
export function refuseProblems(problems: readonly string[]): void {
  if (problems[0] !== undefined) throw new HttpError(400, 'invalid_request', problems[0]);
}

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** The `{…}` parts of the route's path. */
  params: Readonly<Record<string, string>>;
}

export interface Route {
  method: string;
  pattern: RegExp;
  handle: (exchange: Exchange) => Promise<void> | void;
}

/** `/sessions/{id}/status` → a route whose handler finds `params.id`. */
export function route(method: string, path: string, handle: Route['handle']): Route {
  const source = path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return { method, pattern: new RegExp(`^${source}$`), handle };
}

/** Whether any route took the request. */
export async function dispatch(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  for (const { method, pattern, handle } of routes) {
    if (method !== request.method) continue;
    const match = pattern.exec(url.pathname);
    if (match === null) continue;
    await handle({ request, response, url, params: match.groups ?? {} });
    return true;
  }
  return false;
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  send(response, status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8', ...headers });
}

export function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>>,
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'Cache-Control': 'no-store', ...headers });
  response.end(body);
}

export async function readText(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_BODY) throw new HttpError(413, 'invalid_request', 'The body is too large');
  }
  return text;
}

/** An empty body counts as an empty object, for calls that need nothing. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  return text.trim() === '' ? {} : parseJson(text);
}
