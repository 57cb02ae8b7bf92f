// @ts-check
/** How the test runner runs, and reaches each of the engines: for the unit tests, and for the matrix of faults. */
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { chromiumArgs, engineNames, engines, findBrowsers } from './browsers.mjs';
import { WebKitLauncher } from './webkit-launcher.mjs';

/** @typedef {import('./browsers.mjs').Engine} Engine */

const browsers = findBrowsers();

/** The engines named on the command line or in ENGINES; by default all. */
export const asked = askedFor();

/** Those of them that are not there. */
export const absent = asked.filter(engine => !browsers[engine]);

if (absent.includes('chromium')) {
  throw new Error('Chromium is not there. `npm run browsers` installs it; CHROME_PATH can name it.');
}

function askedFor() {
  const names = [...process.argv, ...(process.env['ENGINES'] ?? '').split(/[\s,]+/).map(name => `--${name}`)];
  const some = engines.filter(engine => names.includes(`--${engine}`));
  return some.length > 0 ? some : engines;
}

/** @param {readonly Engine[]} some */
export function namesOf(some) {
  return some.map(engine => engineNames[engine]);
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** What every run has in common. The tsconfig makes esbuild treat decorators and class fields as the build does. */
export const compileTypeScript = esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}tsconfig.json` });

/** @satisfies {import('@web/test-runner').TestRunnerConfig} */
export const common = {
  rootDir: root,
  nodeResolve: true,
  concurrentBrowsers: 3,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  // What Lit says of its development build is no news.
  filterBrowserLogs: (/** @type {{ args: unknown[] }} */ { args }) =>
    !args.some(arg => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
};

/** Cards that turn cost three engines on one machine more than the tests themselves. */
export const stillCards = '<style>flinks-geft-status::part(icon) { animation-play-state: paused }</style>';

/** Those that were asked for and are there. */
export function launchers() {
  return asked.map(engine => launcher(engine)).filter(one => one !== null);
}

/** @param {Engine} engine */
export function launcher(engine) {
  if (engine === 'chromium') return chromium(browsers.chromium);
  if (engine === 'firefox') return firefox(browsers.firefox);
  return webkit(browsers.webkit);
}

/** Nobody here reads what Puppeteer would be told of each request, and telling it is half of what Firefox does. */
const unwatched = { networkEnabled: false, issuesEnabled: false };

/** @param {import('./browsers.mjs').Browser | null} browser */
function chromium(browser) {
  if (!browser) return null;
  const chrome = chromeLauncher({
    launchOptions: { executablePath: browser.executablePath, args: chromiumArgs, ...unwatched },
    concurrency: 2,
    // Two pages at a time, and each is to believe that it is the one in front: in a browser context, hence a window,
    // of its own. A tab behind another would draw no frames.
    async createPage({ context }) {
      const page = await (await context.browser().createBrowserContext()).newPage();
      await page.emulateFocusedPage(true);
      return page;
    },
  });
  chrome.name = engineNames.chromium;
  return chrome;
}

/** @param {import('./browsers.mjs').Browser | null} browser */
function firefox(browser) {
  if (!browser) return null;
  // Playwright's own Firefox is patched, and understands Playwright only.
  if (browser.via === 'playwright') return playwrightLauncher({ product: 'firefox', concurrency: 1 });
  const { executablePath } = browser;
  const launched = chromeLauncher({
    launchOptions: { browser: 'firefox', executablePath, ...unwatched },
    concurrency: 1,
  });
  launched.name = engineNames.firefox;
  return launched;
}

/** @param {import('./browsers.mjs').Browser | import('./browsers.mjs').DrivenBrowser | null} browser */
function webkit(browser) {
  if (!browser) return null;
  if (browser.via === 'webdriver') return new WebKitLauncher(browser);
  const launched = playwrightLauncher({ product: 'webkit', concurrency: 1 });
  launched.name = engineNames.webkit;
  return launched;
}

// The runner ends itself with an error that nobody catches, often before what it says of it is written.
process.on('uncaughtExceptionMonitor', (error, origin) => {
  writeSync(2, `${origin}: ${inspect(error)}\n`);
});

// The runner heeds Ctrl-C, but not being told to end; leaving in order is what stops the browsers.
process.once('SIGTERM', () => process.exit(143));
