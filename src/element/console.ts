/* eslint-disable no-console -- the one place that speaks to the page's developer */
import type { Snapshot } from '../watch/watch-state.js';

const NAME = '<flinks-geft-status>';

/** Says what is wrong with the configuration. */
export function complain(message: string): void {
  console.error(`${NAME} ${message}`);
}

/** Says why another origin's answers may be out of reach, and what can be done. */
export function advise(origin: string): void {
  console.warn(
    `${NAME} cannot read the status from ${origin}. If that lasts, it sends no CORS headers, the page’s CSP lacks it in ` +
      `connect-src, or base-url is wrong. What always works is a relay on your own server: base-url="/relay" ` +
      `flow-origin="${origin}".`,
  );
}

/** One line of the timeline; in it, where the payment stands. Nothing of it names the session or the payer. */
export function narrate(what: string, { phase, status, statusDetails, step, confirmed, attempts }: Snapshot): void {
  console.groupCollapsed(`${NAME} ${(performance.now() / 1000).toFixed(1)} s: ${what}`);
  console.log({ phase, status, statusDetails, step, confirmed, attempts });
  console.groupEnd();
}
