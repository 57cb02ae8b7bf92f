import { isSessionId } from '../protocol/session-id.js';
import { watchError, type ErrorCode, type WatchError } from '../watch/fault.js';
import type { StatusAddress } from '../watch/status-client.js';

const PRODUCTION = 'https://payments.flinksapp.com';

/** What the merchant set; `null` where nothing was. */
export interface Settings {
  readonly sessionId: string | null;
  readonly baseUrl: string | null;
  readonly flowOrigin: string | null;
}

/** Where to ask, and whom to believe. */
export interface Configuration {
  readonly address: StatusAddress;
  readonly origins: readonly string[];
}

/**
 * What to watch, given the address of the flow's iframe (or an empty string) and of the page; `null` without a session;
 * an error where something is wrong.
 */
export function configure(settings: Settings, frame: string, page: string): Configuration | WatchError | null {
  const flow = /^https?:/.test(frame) ? URL.parse(frame) : null;
  const sessionId = settings.sessionId ?? flow?.searchParams.get('sessionId') ?? null;
  if (sessionId === null) return null;
  if (!isSessionId(sessionId)) return wrong('invalid-session-id', sessionId);

  const base = settings.baseUrl ?? flow?.origin ?? PRODUCTION;
  const baseUrl = base ? plainUrl(base, page) : null;
  if (!baseUrl) return wrong('invalid-base-url', base);

  const named = settings.flowOrigin ?? flow?.origin ?? baseUrl.origin;
  const urls = named
    .split(/\s+/)
    .filter(Boolean)
    .map(name => plainUrl(name, page));
  const origins = urls.flatMap(url => (url?.pathname === '/' ? url.origin : []));
  if (!origins.length || origins.length < urls.length) return wrong('invalid-flow-origin', named);
  return { address: { sessionId, baseUrl: baseUrl.href.replace(/\/+$/, '') }, origins };
}

/** An address that is nothing but origin and path, and that the page may reach: a secure one nothing insecure. */
function plainUrl(address: string, page: string): URL | null {
  const url = URL.parse(address, page);
  const allowed = page.startsWith('http:') ? /^https?:/ : /^https:/;
  return url && url.href === url.origin + url.pathname && allowed.test(url.href) ? url : null;
}

function wrong(code: ErrorCode, value: string): WatchError {
  return watchError(code, `“${String(value).slice(0, 100)}”`);
}
