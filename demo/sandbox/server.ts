import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { apiRoutes } from './api.js';
import { assetRoutes } from './assets.js';
import { CONTROL_CORS, controlRoutes } from './control-api.js';
import { CORS } from './faults.js';
import { flowRoutes } from './flow-api.js';
import { dispatch, HttpError, send } from './http.js';
import type { Route } from './http.js';
import { SessionStore } from './sessions.js';

export interface RunningSandbox {
  /** `http://localhost:<port>` */
  origin: string;
  /** Also ends the requests that hang. */
  close(): Promise<void>;
}

/** Starts a sandbox on `port`; 0 takes a free one. Rejects when the port is taken. */
export async function startSandbox({ port }: { port: number }): Promise<RunningSandbox> {
  let origin = `http://localhost:${String(port)}`;
  const store = new SessionStore();
  const routes = [
    ...apiRoutes(store, () => origin),
    ...flowRoutes(store),
    ...controlRoutes(store, () => origin),
    ...assetRoutes(),
  ];
  const servers = await listenOnLoopback(port, (request, response) => {
    void answer(routes, request, response);
  });
  origin = `http://localhost:${String(portOf(servers[0]))}`;
  return {
    origin,
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}

/** Both addresses that `localhost` can mean, or a page might reach some other server under the same name. */
async function listenOnLoopback(port: number, listener: RequestListener): Promise<[Server, ...Server[]]> {
  const first = await listen(port, '127.0.0.1', listener);
  try {
    return [first, await listen(portOf(first), '::1', listener)];
  } catch (error) {
    if (isPortTaken(error)) {
      await closeServer(first);
      throw error;
    }
    // No IPv6 on this machine.
    return [first];
  }
}

async function listen(port: number, host: string, listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  // A connection that is closed just when a request comes along it would be a fault that nobody asked for.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => {
      reject(isPortTaken(error) ? portTaken(port, error) : error);
    });
    server.listen(port, host, resolve);
  });
  return server;
}

function portTaken(port: number, cause: Error): Error {
  const message = `The Flinks sandbox cannot start: port ${String(port)} is already in use. Stop what uses it or choose another (SANDBOX_PORT).`;
  return Object.assign(new Error(message, { cause }), { code: 'EADDRINUSE' });
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>(resolve => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

async function answer(routes: readonly Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = corsFor(request.url ?? '/');
  try {
    if (request.method === 'OPTIONS') send(response, 204, '', headers);
    else if (!(await dispatch(routes, request, response))) throw new HttpError(404, 'not_found', 'No such address');
  } catch (error) {
    const known = error instanceof HttpError ? error : new HttpError(500);
    if (known !== error) console.error(error);
    send(response, known.status, known.body, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  }
}

/** Who may read errors: any page, where it may read the answer. The details are for servers only. */
function corsFor(address: string): Readonly<Record<string, string>> {
  if (address.startsWith('/sandbox/')) return CONTROL_CORS;
  return /^\/api\/v2\/sessions\/[^/]*\/status(?:\?|$)/.test(address) ? CORS : {};
}
