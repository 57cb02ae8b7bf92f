import type { IncomingMessage } from 'node:http';
import { detailsBody } from './details.js';
import { spend, statusAnswer } from './faults.js';
import { HttpError, readJson, readText, route, send, sendJson } from './http.js';
import type { Exchange, Route } from './http.js';
import { isObject, parseJson } from './json.js';
import { readSessionRequest } from './session-request.js';
import { flowUrl, isUuid, TOKEN_SECONDS } from './sessions.js';
import type { Session, SessionStore } from './sessions.js';
import type { StatusRequest } from './types.js';

/** The part of the Flinks API that a merchant's page and server meet. */
export function apiRoutes(store: SessionStore, origin: () => string): Route[] {
  return [
    route('POST', '/api/v1/authorize', async ({ request, response }) => {
      const token = store.issueToken(await readClientId(request));
      sendJson(response, 200, { access_token: token, token_type: 'bearer', expires_in: TOKEN_SECONDS });
    }),
    route('POST', '/api/v2/sessions', async ({ request, response }) => {
      const owner = requireClient(store, request);
      const session = store.create(readSessionRequest(await readJson(request)), { owner });
      sendJson(response, 201, { sessionId: session.id, flowUrl: flowUrl(origin(), session.id) });
    }),
    route('GET', '/api/v2/sessions/{id}/status', async exchange => {
      await answerStatus(store, exchange);
    }),
    route('GET', '/api/v2/sessions/{id}/details', ({ request, response, params }) => {
      const session = requireOwnSession(store, request, params['id']);
      refuseDetails(session);
      sendJson(response, 200, detailsBody(session));
    }),
    route('POST', '/api/v2/sessions/{id}/cancel', ({ request, response, params }) => {
      const session = requireOwnSession(store, request, params['id']);
      cancelSession(session);
      const { sessionId, referenceId, status, statusDetails } = session.statusBody();
      sendJson(response, 200, { sessionId, referenceId, status, statusDetails });
    }),
  ];
}

export function cancelSession(session: Session): void {
  refuseWhenOver(session);
  session.settle({ status: 'Canceled', statusDetails: 'EFT0501' });
}

export function refuseWhenOver(session: Session): void {
  if (session.over) throw new HttpError(409, 'conflict', `The session is already ${session.status}`);
}

/** Where the details are to fail. */
export function refuseDetails({ faults: { detailsHttp } }: Session): void {
  if (detailsHttp !== null) throw new HttpError(detailsHttp);
}

/** The sessions's id is checked as the status endpoint does: 400 for no UUID, 404 for one it does not know. */
export function requireSession(store: SessionStore, sessionId = ''): Session {
  if (!isUuid(sessionId)) throw new HttpError(400);
  const session = store.find(sessionId);
  if (session === undefined) throw new HttpError(404);
  return session;
}

function requireOwnSession(store: SessionStore, request: IncomingMessage, sessionId: string | undefined): Session {
  const client = requireClient(store, request);
  const session = requireSession(store, sessionId);
  if (session.owner !== null && session.owner !== client) throw new HttpError(403);
  return session;
}

function requireClient(store: SessionStore, request: IncomingMessage): string {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const client = token === undefined ? null : store.clientOf(token);
  if (client === null) throw new HttpError(401);
  return client;
}

/** Any id and secret will do, in whichever of the usual ways they come. */
async function readClientId(request: IncomingMessage): Promise<string> {
  const [id, secret] =
    basicCredentials(request.headers.authorization ?? '') ?? bodyCredentials(await readText(request));
  if (id === '' || secret === '') throw new HttpError(401, 'invalid_client', 'Client authentication failed');
  return id;
}

function basicCredentials(header: string): [string, string] | null {
  const encoded = /^Basic (\S+)$/i.exec(header)?.[1];
  if (encoded === undefined) return null;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return [id, secret.join(':')];
}

function bodyCredentials(text: string): [string, string] {
  const parsed = parseJson(text);
  const fields = isObject(parsed) ? parsed : Object.fromEntries(new URLSearchParams(text));
  const first = (...keys: string[]): string => {
    const found = keys.map(key => fields[key]).find(value => typeof value === 'string' && value !== '');
    return typeof found === 'string' ? found : '';
  };
  return [
    first('client_id', 'clientId', 'username', 'Username'),
    first('client_secret', 'clientSecret', 'password', 'Password'),
  ];
}

async function answerStatus(store: SessionStore, { request, response, params }: Exchange): Promise<void> {
  const session = requireSession(store, params['id']);
  const entry = logRequest(session, request);
  response.on('close', () => {
    // The visitor gave up, or the sandbox was closed while it hung.
    if (entry.outcome === 'pending') entry.outcome = 'aborted';
  });
  const faults = session.faults;
  session.faults = spend(faults);
  if (faults.latency > 0) await delay(faults.latency);
  if (response.destroyed) return;
  if (faults.drop) {
    Object.assign(entry, { outcome: 'dropped', answeredAt: Date.now(), faults: ['drop'] });
    request.socket.destroy();
    return;
  }
  if (faults.hang) {
    entry.faults = ['hang'];
    return;
  }
  session.expireWhenIdle();
  const answer = statusAnswer(session.statusBody(), faults, lags(session));
  Object.assign(entry, {
    outcome: 'answered',
    answeredAt: Date.now(),
    httpStatus: answer.httpStatus,
    status: answer.says?.status ?? null,
    statusDetails: answer.says?.statusDetails ?? null,
    faults: answer.faults,
  });
  send(response, answer.httpStatus, answer.body, answer.headers);
}

/** Whether the endpoint has not heard of the flow's end yet; each check after the end brings it nearer. */
function lags(session: Session): boolean {
  const { lag } = session.faults;
  if (lag === 0 || session.status === 'Initiated') return false;
  if (session.flowEnded) session.faults = { ...session.faults, lag: lag - 1 };
  return true;
}

function logRequest(session: Session, { headers }: IncomingMessage): StatusRequest {
  const entry: StatusRequest = {
    at: Date.now(),
    answeredAt: null,
    outcome: 'pending',
    httpStatus: null,
    status: null,
    statusDetails: null,
    faults: [],
    origin: headers.origin ?? null,
    accept: headers.accept ?? null,
    cookies: headers.cookie !== undefined,
  };
  session.statusRequests.push(entry);
  return entry;
}

async function delay(ms: number): Promise<void> {
  await new Promise<void>(resolve => {
    setTimeout(resolve, ms).unref();
  });
}
