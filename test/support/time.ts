/** Time that stands still until a test moves it. */
import { useFakeTimers, type SinonFakeTimers } from 'sinon';

/** The time of day at which every test begins. */
export const BEGINNING = Date.UTC(2026, 10, 21, 12);

/** The browser's own timer. */
export const realTimeout = window.setTimeout.bind(window);

let clock: SinonFakeTimers | undefined;

/** Stops the page's clock. Frames and microtasks stay the browser's own. */
export function stopTime(): void {
  clock = useFakeTimers({
    now: BEGINNING,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
}

/** Gives the page its clock back. */
export function restoreTime(): void {
  clock?.restore();
}

/** Does something that needs the browser's own timers, while the page's clock stands still. */
export async function inRealTime<Result>(act: () => Promise<Result>): Promise<Result> {
  const { setTimeout: stopped } = window;
  Object.assign(window, { setTimeout: realTimeout });
  try {
    return await act();
  } finally {
    Object.assign(window, { setTimeout: stopped });
  }
}

/** Lets time pass, and everything happen that falls due. */
export async function advance(seconds: number): Promise<void> {
  await clock?.tickAsync(seconds * 1000);
  await settle();
}

/** Lets everything happen that needs no time: answers, renderings, observers. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    clock?.tick(0);
    await nextTask();
  }
}

/** The end of the browser's present task, sooner than any of its timers. */
export function nextTask(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  const next = new Promise(resolve => {
    port1.onmessage = resolve;
  });
  port2.postMessage(null);
  return next.finally(() => {
    port1.close();
  });
}

/** Seconds since the test began. */
export function elapsed(): number {
  return performance.now() / 1000;
}

/** How many timers are set. */
export function timers(): number {
  return clock?.countTimers() ?? 0;
}
