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
import { engineNames } from './scripts/browsers.mjs';
import {
  absent,
  asked,
  common,
  compileTypeScript,
  launcher,
  launchers,
  namesOf,
  stillCards,
} from './scripts/launchers.mjs';
import { unitReporter } from './scripts/unit-reporter.mjs';

/** How often `npm run soak` plays each property of the element's watch; 0: as often as the test itself thinks fit. */
const soak = Number(process.env['SOAK'] ?? 0);

const cdn = cdnModule();

/** The element as it is shipped in one file, in place of its sources. */
function cdnModule() {
  const file = 'dist/cdn/flinks-geft-status.js';
  const browser = asked.includes('chromium') ? launcher('chromium') : null;
  if (!browser || process.argv.includes('--files') || !existsSync(file)) return null;
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
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="soak" content="${String(soak)}"><title>Tests</title>${stillCards}${head}</head>
<body><script type="module" src="${testFramework}"></script></body>
</html>`;
}

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  ...common,
  files: 'test/{protocol,watch,locale,element}/**/*.test.ts',
  plugins: [compileTypeScript],
  browsers: launchers(),
  testsFinishTimeout: 300_000 + soak * 500,
  // The time limit is for what hangs: how fast a machine is, no test is about.
  testFramework: { config: { ui: 'bdd', timeout: 30_000, forbidOnly: process.env['CI'] === 'true' } },
  testRunnerHtml: testPage(),
  groups: cdn ? [cdn] : [],
  reporters: [unitReporter([...namesOf(asked), ...(cdn ? [cdn.name] : [])], namesOf(absent))],
};
