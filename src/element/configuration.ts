/* eslint-disable @typescript-eslint/no-base-to-string -- whatever was set is turned into text only to be refused by name */
import { isSessionId } from '../protocol/session-id.js';
import { watchError, type WatchError } from '../watch/fault.js';
import type { StatusAddress } from '../watch/status-client.js';

const PRODUCTION = 'https://payments.flinksapp.com';

/** What the merchant set, of whatever type; `null` where nothing was. */
export interface Settings {
  readonly sessionId: unknown;
  readonly baseUrl: unknown;
  readonly flowOrigin: unknown;
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
  if (!isSessionId(sessionId)) return watchError('invalid-session-id', String(sessionId));

  const base = String(settings.baseUrl ?? flow?.origin ?? PRODUCTION);
  const baseUrl = plainUrl(base, page);
  if (!baseUrl) return watchError('invalid-base-url', base);

  const named = String(settings.flowOrigin ?? flow?.origin ?? baseUrl.origin);
  const origins = originsIn(named, page);
  if (!origins) return watchError('invalid-flow-origin', named);
  return { address: { sessionId: sessionId.toLowerCase(), baseUrl: baseUrl.href.replace(/\/+$/, '') }, origins };
}

function originsIn(named: string, page: string): string[] | null {
  const origins = named
    .trim()
    .split(/\s+/)
    .map(name => {
      const url = plainUrl(name, page);
      return url?.pathname === '/' ? url.origin : '';
    });
  return origins.includes('') ? null : origins;
}

/** An address that is nothing but origin and path, and that the page may reach: a secure one nothing insecure. */
function plainUrl(address: string, page: string): URL | null {
  const url = address && !address.includes('*') ? URL.parse(address, page) : null;
  const { href = '', origin = '', pathname = '' } = url ?? {};
  return href === origin + pathname && href.startsWith(page.startsWith('http:') ? 'http' : 'https:') ? url : null;
}
