/** What the page asks of the network; all of it gets there. */
import { respond } from '../support/endpoint.js';
import { nextTask } from '../support/time.js';

interface Asked {
  readonly url: string;
  /** In milliseconds on the page's clock. */
  readonly at: number;
}

const asked: Asked[] = [];
let underWay = 0;
const waiting: (() => void)[] = [];
const realFetch = window.fetch.bind(window);

/** Notes every request from now on. */
export function noteRequests(): void {
  window.fetch = async (input, init) => {
    asked.push({ url: input instanceof Request ? input.url : String(input), at: performance.now() });
    underWay += 1;
    try {
      const response = await realFetch(input, init);
      return respond(await response.text(), response);
    } finally {
      void ended();
    }
  };
}

/** Resolves when no request is under way, and whoever waited for the last answer has dealt with it. */
export function answered(): Promise<void> {
  return new Promise(resolve => {
    if (underWay === 0) resolve();
    else waiting.push(resolve);
  });
}

/** When the status of a session was asked for. */
export function checkTimes(sessionId: string): readonly number[] {
  return asked.filter(({ url }) => url.endsWith(`/sessions/${sessionId}/status`)).map(({ at }) => at);
}

async function ended(): Promise<void> {
  await nextTask();
  underWay -= 1;
  if (underWay > 0) return;
  for (const resolve of waiting.splice(0)) resolve();
}
