/** `awake`: seen and connected. `asleep`: hidden or offline. `stored`: in the back/forward cache, or leaving. */
export type PageState = 'awake' | 'asleep' | 'stored';

/** One listener for all watches of a page: a browser looks through those it has before it adds another. */
const TYPES = ['visibilitychange', 'online', 'offline', 'pagehide', 'pageshow'];
const updates = new Set<(event: Event) => void>();

/**
 * Calls back with the state of the page, now and whenever it is another, until the signal aborts. There is no `unload` in
 * it, so that the page stays eligible for the back/forward cache.
 */
export function watchPage(changed: (state: PageState) => void, signal: AbortSignal): void {
  let last: PageState | undefined;
  let isStored = false;
  const update = (event?: Event): void => {
    if (event?.type.startsWith('page')) isStored = event.type === 'pagehide';
    const isAwake = navigator.onLine && document.visibilityState !== 'hidden';
    const state = isStored ? 'stored' : isAwake ? 'awake' : 'asleep';
    if (state === last) return;
    last = state;
    changed(state);
  };
  // On their way to the document, its events pass the window.
  if (!updates.size) for (const type of TYPES) window.addEventListener(type, updateAll, true);
  updates.add(update);
  signal.addEventListener('abort', () => {
    updates.delete(update);
    if (!updates.size) for (const type of TYPES) window.removeEventListener(type, updateAll, true);
  });
  update();
}

function updateAll(event: Event): void {
  for (const update of updates) update(event);
}
