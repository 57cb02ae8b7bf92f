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

/**
 * After a failure: a delay that doubles from the floor to two minutes, never the same for all; or what the endpoint asks
 * for, which nothing gets around.
 */
export function afterFailure(
  { failures, opensAt }: WatchState,
  { now, retryAfter, random }: { readonly now: number; readonly retryAfter: number; readonly random: number },
): Pick<WatchState, 'retryAt' | 'opensAt'> {
  const backoff = Math.min(LONGEST_BACKOFF, FLOOR * 2 ** failures * (1 + JITTER * random));
  return { retryAt: now + (retryAfter || backoff), opensAt: Math.max(opensAt, now + retryAfter) };
}

/** How long the endpoint asks to be left alone, in milliseconds: `Retry-After` in seconds or as a date, to 5 minutes. */
export function readRetryAfter(header: string | null, epoch: number): number {
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header ?? '') - epoch : seconds * 1000;
  return Math.min(LONGEST_RETRY_AFTER, Math.max(0, wait || 0));
}
