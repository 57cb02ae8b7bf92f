// @ts-check
/** The same payments for everybody who watches them: what it costs in requests, and how soon the outcome is shown. */
import { withPage } from './browser.mjs';
import { makePayments } from './payments.mjs';

/** @typedef {{ requests: number, delay: number | null }} Life */

/** Whom the flow's messages reach, and how many of them are lost. */
export const runs = [
  { id: 'element, 0 %', who: 'element', lost: 0 },
  { id: 'element, 10 %', who: 'element', lost: 0.1 },
  { id: 'element, 100 %', who: 'element', lost: 1 },
  { id: 'reference', who: 'reference', lost: 1 },
  { id: 'adyen', who: 'adyen', lost: 1 },
];

/** The same payments in every run. */
const SEED = 20_261_121;

/**
 * @param {import('playwright').Browser} browser
 * @param {import('./render.mjs').Server} server
 * @param {{ payments: number, lags?: number, only?: string[], say: (line: string) => void }} options `lags`: the share of
 *   endings that reach the endpoint late; `only`: of all runs, these.
 */
export async function simulatePayments(browser, server, { payments: count, lags, only, say }) {
  const payments = makePayments(count, SEED, lags === undefined ? {} : { lags });
  /** @type {Record<string, Life[]>} */
  const lives = {};
  for (const { id, who, lost } of runs) {
    if (only && !only.includes(id)) continue;
    say(`Payments, ${count}: ${id}`);
    lives[id] = await withPage(browser, 1, async page => {
      await page.goto(`${server.shop}/simulation`, { waitUntil: 'load' });
      return page.evaluate(`simulate(${JSON.stringify(who)}, ${JSON.stringify(payments)}, ${lost})`);
    });
  }
  return { payments, lives };
}
