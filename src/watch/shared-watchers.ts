import { SessionWatcher } from './session-watcher.js';
import type { StatusAddress } from './status-client.js';

/** The watchers of this page by session, kept while somebody watches, and while the floor of a session outlives that. */
const watchers = new Map<string, SessionWatcher>();

/**
 * The watcher of a session on this page: the one that others watch with, else the one known before, else a new one.
 * Whichever it is, the floor of the session holds.
 */
export function shareWatcher(address: StatusAddress, known: SessionWatcher | null): SessionWatcher {
  for (const [session, old] of watchers) if (!old.watches.size && !old.cooldown) watchers.delete(session);
  const session = address.sessionId;
  const last = watchers.get(session);
  const mine = last && last !== known ? null : known;
  const watcher = last?.watches.size ? last : (mine ?? new SessionWatcher(address, last?.state.opensAt));
  watchers.set(session, watcher);
  return watcher;
}
