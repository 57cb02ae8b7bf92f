/** `awake`: seen and connected. `asleep`: hidden or offline. `stored`: in the back/forward cache, or leaving. */
export type PageState = 'awake' | 'asleep' | 'stored';

/** Who wants to know. */
export interface PageEar {
  /** The state of the page, now, and whenever it may be another; or it has come back from the cache. */
  pageChanged(state: PageState, isBack?: boolean): void;
}

/** One listener for all watches of a page: a browser looks through those it has before it adds another. */
const TYPES = ['visibilitychange', 'online', 'offline', 'pagehide', 'pageshow'];
const ears = new Set<PageEar>();
let isStored = false;

/**
 * Tells what the page does, from the next microtask on. There is no `unload` in it, so that the page stays eligible for the
 * back/forward cache.
 */
export async function watchPage(ear: PageEar): Promise<void> {
  if (!ears.size) {
    isStored = false;
    // On their way to the document, its events pass the window.
    for (const type of TYPES) window.addEventListener(type, tellAll, true);
  }
  ears.add(ear);
  // Words come before the network: all elements that were put on the page together are rendered by then.
  // eslint-disable-next-line @typescript-eslint/await-thenable -- one microtask, which neither page nor test can replace
  await null;
  if (ears.has(ear)) ear.pageChanged(stateOfPage());
}

export function leavePage(ear: PageEar): void {
  ears.delete(ear);
  if (!ears.size) for (const type of TYPES) window.removeEventListener(type, tellAll, true);
}

function tellAll(event: Event): void {
  const { type } = event;
  const isBack = type === 'pageshow' && event instanceof PageTransitionEvent && event.persisted;
  if (type.startsWith('page')) isStored = type === 'pagehide';
  const state = stateOfPage();
  for (const ear of ears) ear.pageChanged(state, isBack);
}

function stateOfPage(): PageState {
  const isAwake = navigator.onLine && document.visibilityState !== 'hidden';
  return isStored ? 'stored' : isAwake ? 'awake' : 'asleep';
}
