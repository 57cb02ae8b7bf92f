// @ts-check
/**
 * `npm run soak`: the properties of the element's watch, played for long. In Chromium 10,000 scripts for each property,
 * unless told otherwise:
 *
 *   SOAK=50000 npm run soak                 so many
 *   npm run soak -- --firefox --webkit      in these engines
 */
import { spawnSync } from 'node:child_process';
import { engines } from './browsers.mjs';

const asked = process.argv.slice(2);
const isEngineNamed = engines.some(engine => asked.includes(`--${engine}`));
const args = [...(isEngineNamed ? [] : ['--chromium']), ...asked, '--files', 'test/element/watch-properties.test.ts'];
const env = { ...process.env, SOAK: process.env['SOAK'] ?? '10000' };
const { status } = spawnSync(process.execPath, ['node_modules/@web/test-runner/dist/bin.js', ...args], {
  env,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
