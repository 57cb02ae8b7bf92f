import { FLOOR } from './poll-schedule.js';
import { SessionWatcher } from './session-watcher.js';
import type { StatusAddress } from './status-client.js';

/** The watchers of this page by session, kept while somebody watches, and while the floor of a session outlives that. */
const watchers = new Map<string, SessionWatcher>();
let sweptAt = -FLOOR;

/**
 * The watcher of a session on this page: the one that others watch with, or that knows its confirmed end; else the one
 * known before, else a new one. Whichever it is, the floor of the session holds.
 */
export function shareWatcher(address: StatusAddress, known: SessionWatcher | null): SessionWatcher {
  sweep();
  const found = watchers.get(address.sessionId);
  const last = found && isNeeded(found) ? found : known;
  const isShared =
    last && (last === known || last.watches.length > 0 || (last.state.mode === 'over' && last.state.confirmed));
  const watcher = isShared ? last : new SessionWatcher(address, last?.state.opensAt);
  watchers.set(address.sessionId, watcher);
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
