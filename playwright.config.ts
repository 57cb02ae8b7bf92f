import { defineConfig } from 'playwright/test';
import { chromiumArgs, findBrowsers } from './scripts/browsers.mjs';

/**
 * The tests of the whole: the demo in a real browser, its shop and its stand-in for Flinks each on an origin of its own.
 * They run on ports of their own too, beside a demo that is being looked at. Results: `.cache/e2e-results.json`.
 */
const port = Number(process.env['E2E_PORT'] ?? 4180);
const baseURL = `http://localhost:${String(port)}`;

const { chromium } = findBrowsers();
if (!chromium) throw new Error('Chromium is not there. `npm run browsers` installs it; CHROME_PATH can name it.');

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/references/{arg}{ext}',
  forbidOnly: process.env['CI'] === 'true',
  fullyParallel: true,
  workers: 3,
  retries: 0, // a test that passes at times is a test that fails
  // Time limits are for what hangs: how fast a machine is, no test is about.
  timeout: 60_000,
  expect: { timeout: 20_000, toHaveScreenshot: { animations: 'disabled', scale: 'css' } },
  reporter: [['line'], ['json', { outputFile: '.cache/e2e-results.json' }]],
  use: {
    baseURL,
    locale: 'en-CA',
    trace: 'off',
    screenshot: 'only-on-failure',
    // Cards that turn would cost more than the tests; the one test about that asks for it.
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: { executablePath: chromium.executablePath, args: chromiumArgs },
      },
    },
  ],
  webServer: {
    command: 'node node_modules/vite/bin/vite.js',
    url: `${baseURL}/`,
    env: { PORT: String(port), SANDBOX_PORT: String(port + 1), E2E: 'true' },
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
  },
});
