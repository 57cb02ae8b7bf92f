/** `awake`: seen and connected. `asleep`: hidden or offline. `stored`: in the back/forward cache, or leaving. */
export type PageState = 'awake' | 'asleep' | 'stored';

/** Calls back with each new state of a page until the signal aborts; returns what tells the state at any time. */
export type WatchPage = (changed: (state: PageState) => void, signal: AbortSignal) => () => PageState;

/** Watches the page that the script runs in; without `unload`, so that the page stays eligible for the cache. */
export const watchPage: WatchPage = (changed, signal) => {
  let isStored = false;
  const state = (): PageState =>
    isStored ? 'stored' : navigator.onLine && document.visibilityState !== 'hidden' ? 'awake' : 'asleep';
  let last = state();
  const update = ({ type }: Event): void => {
    if (type.startsWith('page')) isStored = type === 'pagehide';
    if (state() === last) return;
    last = state();
    changed(last);
  };
  for (const type of ['visibilitychange', 'online', 'offline', 'pagehide', 'pageshow']) {
    // On their way to the document, its events pass the window.
    window.addEventListener(type, update, { capture: true, signal });
  }
  return state;
};
