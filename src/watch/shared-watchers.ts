import { FLOOR } from './poll-schedule.js';
import { SessionWatcher } from './session-watcher.js';
import type { StatusAddress } from './status-client.js';

/** The watchers of this page by session, kept while somebody watches, and while the floor of a session outlives that. */
const watchers = new Map<string, SessionWatcher>();
let sweptAt = -FLOOR;

/**
 * The watcher of a session on this page: the one that others watch with, else the one known before, else a new one.
 * Whichever it is, the floor of the session holds.
 */
export function shareWatcher(address: StatusAddress, known: SessionWatcher | null): SessionWatcher {
  sweep();
  const session = address.sessionId;
  const found = watchers.get(session);
  const last = found && isNeeded(found) ? found : null;
  const mine = last && last !== known ? null : known;
  const watcher = last?.watches.length ? last : (mine ?? new SessionWatcher(address, last?.state.opensAt));
  watchers.set(session, watcher);
  return watcher;
}

/** Lets go of whom nobody watches with, once the floor is past. Looked for at its pace: a page may have a thousand. */
function sweep(): void {
  const now = performance.now();
  if (now < sweptAt + FLOOR) return;
  sweptAt = now;
  for (const [session, watcher] of watchers) if (!isNeeded(watcher)) watchers.delete(session);
}

function isNeeded({ watches, cooldown }: SessionWatcher): boolean {
  return watches.length > 0 || cooldown > 0;
}
