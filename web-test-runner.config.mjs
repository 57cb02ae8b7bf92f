// @ts-check
/**
 * The unit tests, in three engines. What is quick to type:
 *
 *   npm run test:unit                                             all engines
 *   npm run test:unit -- --chromium                               one of them (or --firefox, --webkit; or several)
 *   npm run test:unit -- --chromium --files test/watch/x.test.ts  one file
 *   npm run test:unit -- --chromium --watch                       again at every change
 *
 * `ENGINES=chromium,firefox` does the same from the environment. A run of all files in Chromium tests the element once
 * more, as the one file that pages load from a CDN; `npm run build` makes it.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { chromiumArgs, engineNames, engines, findBrowsers, firefoxPrefs } from './scripts/browsers.mjs';
import { unitReporter } from './scripts/unit-reporter.mjs';
import { WebKitLauncher } from './scripts/webkit-launcher.mjs';

const browsers = findBrowsers();
const asked = askedFor();
const absent = asked.filter(engine => !browsers[engine]);
const launchers = asked.map(engine => launcher(engine)).filter(one => one !== null);

/** How often `npm run soak` plays each property of the element's watch; 0: as often as the test itself thinks fit. */
const soak = Number(process.env['SOAK'] ?? 0);

const cdn = cdnModule();

if (asked.includes('chromium') && !browsers.chromium) {
  throw new Error('Chromium is not there. `npm run browsers` installs it; CHROME_PATH can name it.');
}

/** The engines named on the command line or in ENGINES; by default all. */
function askedFor() {
  const names = [...process.argv, ...(process.env['ENGINES'] ?? '').split(/[\s,]+/).map(name => `--${name}`)];
  const some = engines.filter(engine => names.includes(`--${engine}`));
  return some.length > 0 ? some : engines;
}

/** @param {import('./scripts/browsers.mjs').Engine} engine */
function nameOf(engine) {
  return engineNames[engine];
}

/** @param {import('./scripts/browsers.mjs').Engine} engine */
function launcher(engine) {
  if (engine === 'chromium') return chromium(browsers.chromium);
  if (engine === 'firefox') return firefox(browsers.firefox);
  return webkit(browsers.webkit);
}

/** The element as it is shipped in one file, in place of its sources. */
function cdnModule() {
  const file = 'dist/cdn/flinks-geft-status.js';
  const browser = chromium(browsers.chromium);
  if (!browser || !asked.includes('chromium') || process.argv.includes('--files') || !existsSync(file)) return null;
  browser.name = `${engineNames.chromium}, CDN module`;
  const imports = JSON.stringify({ imports: { '/src/index.ts': `/${file}`, '/src/index.js': `/${file}` } });
  return {
    name: browser.name,
    files: 'test/element/**/*.test.ts',
    browsers: [browser],
    testRunnerHtml: testPage(`<script type="importmap">${imports}</script>`),
  };
}

/** The page that a file is tested in. */
function testPage(head = '') {
  return (/** @type {string} */ testFramework) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="soak" content="${String(soak)}"><title>Tests</title>${head}</head>
<body><script type="module" src="${testFramework}"></script></body>
</html>`;
}

/** @param {import('./scripts/browsers.mjs').Browser | null} browser */
function chromium(browser) {
  if (!browser) return null;
  const chrome = chromeLauncher({
    launchOptions: { executablePath: browser.executablePath, args: chromiumArgs },
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

/** @param {import('./scripts/browsers.mjs').Browser | null} browser */
function firefox(browser) {
  if (!browser) return null;
  // Playwright's own Firefox is patched; any other is spoken to over BiDi.
  const launchOptions =
    browser.via === 'playwright'
      ? { firefoxUserPrefs: firefoxPrefs }
      : { channel: 'moz-firefox', executablePath: browser.executablePath, firefoxUserPrefs: firefoxPrefs };
  return playwrightLauncher({ product: 'firefox', launchOptions, concurrency: 1 });
}

/** @param {import('./scripts/browsers.mjs').Browser | import('./scripts/browsers.mjs').DrivenBrowser | null} browser */
function webkit(browser) {
  if (!browser) return null;
  if (browser.via === 'webdriver') return new WebKitLauncher(browser);
  const launched = playwrightLauncher({ product: 'webkit', concurrency: 1 });
  launched.name = engineNames.webkit;
  return launched;
}

// The runner heeds Ctrl-C, but not being told to end; leaving in order is what stops the browsers.
process.once('SIGTERM', () => process.exit(143));

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: 'test/{protocol,watch,locale,element}/**/*.test.ts',
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  nodeResolve: true,
  plugins: [
    // The tsconfig makes esbuild treat decorators and class fields as the build does.
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: launchers,
  concurrentBrowsers: 3,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000 + soak * 500,
  // The time limit is for what hangs: how fast a machine is, no test is about.
  testFramework: { config: { ui: 'bdd', timeout: 30_000, forbidOnly: process.env['CI'] === 'true' } },
  testRunnerHtml: testPage(),
  groups: cdn ? [cdn] : [],
  // What Lit says of its development build is no news.
  filterBrowserLogs: ({ args }) => !args.some(arg => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
  reporters: [unitReporter([...asked.map(nameOf), ...(cdn ? [cdn.name] : [])], absent.map(nameOf))],
};
