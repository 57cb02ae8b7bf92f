// @ts-check
/** Chromium, and what it tells of a page by its DevTools protocol. */
import { availableParallelism } from 'node:os';
import { chromium } from 'playwright';
import { chromiumArgs, findBrowsers } from '../../scripts/browsers.mjs';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('playwright').Page} Page */

/** The speeds at which everything is measured: what Chromium slows the main thread down by. */
export const speeds = [
  { label: 'full', slowdown: 1 },
  { label: 'a quarter', slowdown: 4 },
];

/** @returns {Promise<Browser>} */
export async function launch() {
  const found = findBrowsers().chromium;
  if (!found) throw new Error('Chromium is not there. `npm run browsers` installs it; CHROME_PATH can name it.');
  return chromium.launch({
    executablePath: found.executablePath,
    // No name but that of this machine is resolved: whatever a peer would like to load, it cannot.
    args: [...chromiumArgs, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost', '--js-flags=--expose-gc'],
  });
}

/** The machine, as far as it says something about the figures. @param {Browser} browser */
export function machine(browser) {
  return `${availableParallelism()} cores, Chromium ${browser.version()}, Node ${process.versions.node}`;
}

/**
 * Opens a page with nothing cached, gives it to somebody, and closes it.
 *
 * @template Result
 * @param {Browser} browser
 * @param {number} slowdown
 * @param {(page: Page, tools: Tools) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function withPage(browser, slowdown, use) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return await use(page, new Tools(session));
  } finally {
    await context.close();
  }
}

/** What DevTools know of a page. */
export class Tools {
  /** @param {import('playwright').CDPSession} session */
  constructor(session) {
    this.session = session;
  }

  /** Milliseconds of the main thread's own time since it began: in scripts, and in all tasks. */
  async times() {
    const { metrics } = await this.session.send('Performance.getMetrics');
    /** @param {string} wanted */
    const seconds = wanted => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    return { script: seconds('ScriptDuration') * 1000, task: seconds('TaskDuration') * 1000 };
  }

  /** Bytes of the scripts' heap after collection. */
  async heap() {
    for (let turn = 0; turn < 3; turn += 1) await this.session.send('HeapProfiler.collectGarbage');
    return (await this.session.send('Runtime.getHeapUsage')).usedSize;
  }
}
