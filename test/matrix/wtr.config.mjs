// @ts-check
/**
 * The matrix of faults, in three engines, on the one-file module (`npm run build` makes it):
 *
 *   npm run test:faults                  all engines; --chromium, --firefox or --webkit: one of them
 *   npm run faults                       writes the table in the docs anew
 */
import { createServer } from 'vite';
import { absent, asked, common, compileTypeScript, launchers, namesOf, stillCards } from '../../scripts/launchers.mjs';
import { faultsResultsFile, unitReporter } from '../../scripts/unit-reporter.mjs';

/** Vite does nothing here but to read the sandbox's TypeScript. */
const vite = await createServer({
  root: common.rootDir,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
});
/** @type {typeof import('../../demo/sandbox/server.js')} */
const server = await vite.ssrLoadModule('/demo/sandbox/server.ts');
const sandbox = await server.startSandbox({ port: 0 });

/** The control API goes by another name, so that requests which hang keep none of its own from getting through. */
const control = sandbox.origin.replace('localhost', '127.0.0.1');

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  ...common,
  files: 'test/matrix/**/*.test.ts',
  plugins: [
    compileTypeScript,
    {
      name: 'sandbox',
      async serverStop() {
        await Promise.all([sandbox.close(), vite.close()]);
      },
    },
  ],
  browsers: launchers(),
  testsFinishTimeout: 400_000,
  testFramework: { config: { ui: 'bdd', timeout: 60_000, forbidOnly: process.env['CI'] === 'true' } },
  testRunnerHtml: testFramework => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="sandbox" content="${control}">
${process.env['WRITE'] === undefined ? '' : '<meta name="write" content="">'}<title>Faults</title>${stillCards}</head>
<body><script type="module" src="${testFramework}"></script></body>
</html>`,
  reporters: [unitReporter(namesOf(asked), namesOf(absent), faultsResultsFile)],
};
