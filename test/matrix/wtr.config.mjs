// @ts-check
/**
 * The matrix of faults, in three engines, on the one-file module (`npm run build` makes it):
 *
 *   npm run test:faults                  all engines; --chromium, --firefox or --webkit: one of them
 *   npm run faults                       writes the table in the docs anew
 */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { createServer } from 'vite';
import { engineNames } from '../../scripts/browsers.mjs';
import { absent, asked, launchers, stillCards } from '../../scripts/launchers.mjs';
import { faultsResultsFile, unitReporter } from '../../scripts/unit-reporter.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Vite does nothing here but to read the sandbox's TypeScript. */
const vite = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
});
/** @type {typeof import('../../demo/sandbox/server.js')} */
const server = await vite.ssrLoadModule('/demo/sandbox/server.ts');
const sandbox = await server.startSandbox({ port: 0 });
const name = (/** @type {import('../../scripts/browsers.mjs').Engine} */ engine) => engineNames[engine];

/** The control API goes by another name, so that requests which hang keep none of its own from getting through. */
const control = sandbox.origin.replace('localhost', '127.0.0.1');

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: 'test/matrix/**/*.test.ts',
  rootDir: root,
  nodeResolve: true,
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}tsconfig.json` }),
    {
      name: 'sandbox',
      async serverStop() {
        await Promise.all([sandbox.close(), vite.close()]);
      },
    },
  ],
  browsers: launchers(),
  concurrentBrowsers: 3,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 400_000,
  testFramework: { config: { ui: 'bdd', timeout: 60_000, forbidOnly: process.env['CI'] === 'true' } },
  testRunnerHtml: testFramework => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="sandbox" content="${control}">
${process.env['WRITE'] === undefined ? '' : '<meta name="write" content="">'}<title>Faults</title>${stillCards}</head>
<body><script type="module" src="${testFramework}"></script></body>
</html>`,
  // What Lit says of its development build is no news.
  filterBrowserLogs: ({ args }) => !args.some(arg => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
  reporters: [unitReporter(asked.map(name), absent.map(name), faultsResultsFile)],
};
