/** The page around the element: whether it is seen and connected, and who listens to it. */

type Listen = typeof EventTarget.prototype.addEventListener;

interface Listener {
  readonly target: EventTarget;
  readonly type: string;
  readonly callback: unknown;
}

let listeners: Listener[] = [];
let everAdded = new Set<string>();
const restorers: (() => void)[] = [];

/** Begins to count who listens to the window and the document. */
export function openPage(): void {
  listeners = [];
  everAdded = new Set();
  for (const target of [window, document]) count(target);
}

/** Puts the page back to what it was. */
export function closePage(): void {
  for (const restore of restorers.splice(0)) restore();
  Reflect.deleteProperty(document, 'visibilityState');
  Reflect.deleteProperty(document, 'hidden');
  Reflect.deleteProperty(navigator, 'onLine');
}

/** What is listened for at this moment: `message`, `visibilitychange` … */
export function listenedFor(): readonly string[] {
  return listeners.map(({ type }) => type);
}

/** What was listened for at any time of the test. */
export function everListenedFor(): ReadonlySet<string> {
  return everAdded;
}

/** Another tab comes to the front. */
export function hide(): void {
  setVisible(false);
}

/** The tab comes back to the front. */
export function show(): void {
  setVisible(true);
}

/** The connection is gone. */
export function goOffline(): void {
  setOnline(false);
}

/** The connection is back. */
export function goOnline(): void {
  setOnline(true);
}

/** The page is left, and goes into the back/forward cache. */
export function store(): void {
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
}

/** The page comes back from the back/forward cache. */
export function comeBack(): void {
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}

function setVisible(isVisible: boolean): void {
  define(document, 'visibilityState', isVisible ? 'visible' : 'hidden');
  define(document, 'hidden', !isVisible);
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

function setOnline(isOnline: boolean): void {
  define(navigator, 'onLine', isOnline);
  window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, get: () => value });
}

function count(target: EventTarget): void {
  const { addEventListener, removeEventListener } = target;
  const drop = (type: string, callback: unknown): void => {
    const at = listeners.findIndex(each => each.target === target && each.type === type && each.callback === callback);
    if (at >= 0) listeners.splice(at, 1);
  };
  const add: Listen = (type, callback, options) => {
    const { signal, once } = typeof options === 'object' ? options : {};
    if (!signal?.aborted && callback && !once) {
      listeners.push({ target, type, callback });
      everAdded.add(type);
      signal?.addEventListener('abort', () => drop(type, callback));
    }
    addEventListener.call(target, type, callback, options);
  };
  const remove: Listen = (type, callback, options) => {
    drop(type, callback);
    removeEventListener.call(target, type, callback, options);
  };
  Object.assign(target, { addEventListener: add, removeEventListener: remove });
  restorers.push(() => {
    Reflect.deleteProperty(target, 'addEventListener');
    Reflect.deleteProperty(target, 'removeEventListener');
  });
}
