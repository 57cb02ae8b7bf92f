import type { PageState } from './page-activity.js';
import type { WatchState } from './watch-state.js';

/** Two checks of one session are never less than this apart (reference page “Session Status”), in milliseconds. */
export const FLOOR = 10_000;

/** So many answers may lag behind an ending message; so many failures in a row mean that nothing can be reached. */
export const PATIENCE = 3;

const LONGEST_BACKOFF = 120_000;
const LONGEST_RETRY_AFTER = 300_000;
const JITTER = 0.25;

/** When the next check is due, or `null` where none is. */
export function nextCheckAt(state: WatchState, pollInterval: number, page: PageState): number | null {
  const { ending, opensAt } = state;
  // Seen or not, the first tries to confirm an ending message are made.
  const isConfirming = ending && state.checks - ending.after < PATIENCE;
  if (page === 'stored' || (page === 'asleep' && !isConfirming)) return null;
  if (state.wanted) return opensAt;
  if (state.mode !== 'watching') return null;
  // The endpoint may still lag behind the message: asking soon again is worth it.
  const isLagging = ending && ending.answers < PATIENCE;
  const silenceEnds = isLagging ? 0 : state.quietSince + pollInterval;
  return Math.max(opensAt, silenceEnds, state.failures ? state.retryAt : 0);
}

/** How long to wait after so many failures before: doubling from the floor to two minutes, and not the same for all. */
export function backoff(failures: number): number {
  return Math.min(LONGEST_BACKOFF, FLOOR * 2 ** failures * (1 + JITTER * Math.random()));
}

/** How long the endpoint asks to be left alone, in milliseconds: `Retry-After` in seconds or as a date, to 5 minutes. */
export function readRetryAfter(header: string | null): number {
  const wait = Number(header) * 1000 || Date.parse(header ?? '') - Date.now() || 0;
  return Math.min(LONGEST_RETRY_AFTER, Math.max(0, wait));
}
