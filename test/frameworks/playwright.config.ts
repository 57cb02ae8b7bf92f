import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { chromiumArgs, findBrowsers } from '../../scripts/browsers.mjs';

/**
 * The checkouts of `demo/frameworks/` in a real browser. `scripts/frameworks.mjs` has built them; each worker has a shop
 * and a sandbox of its own, on ports that are free. Results: `.cache/frameworks-results.json`.
 */
const root = join(import.meta.dirname, '..', '..');

const { chromium } = findBrowsers();
if (!chromium) throw new Error('Chromium is not there. `npm run browsers` installs it; CHROME_PATH can name it.');

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(root, 'test-results', 'frameworks'),
  forbidOnly: process.env['CI'] === 'true',
  fullyParallel: true,
  workers: 3,
  retries: 0, // a test that passes at times is a test that fails
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [['line'], ['json', { outputFile: join(root, '.cache', 'frameworks-results.json') }]],
  use: {
    browserName: 'chromium',
    locale: 'en-CA',
    trace: 'off',
    launchOptions: { executablePath: chromium.executablePath, args: chromiumArgs },
  },
});
