// @ts-check
/**
 * `npm run merchant-server`: the server of demo/merchant-server, on port 4175 (`PORT`). Where the environment names no
 * Flinks (`FLINKS_ORIGIN`), a sandbox of its own is started beside it, one port further.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { env } = process;

if (!env['FLINKS_ORIGIN']) {
  /** @type {{ startSandbox: (options: { port: number }) => Promise<{ origin: string }> }} */
  const { startSandbox } = await load('sandbox/server.ts');
  const { origin } = await startSandbox({ port: Number(env['PORT'] ?? 4175) + 1 });
  // The sandbox takes any pair.
  Object.assign(env, { FLINKS_ORIGIN: origin, FLINKS_CLIENT_ID: 'demo-shop', FLINKS_CLIENT_SECRET: 'not-a-secret' });
  console.log(`The sandbox, in the place of Flinks: ${origin}/sandbox/`);
}
await load('merchant-server/start.ts');

/** @param {string} file in demo/ */
async function load(file) {
  const { module } = await runnerImport(fileURLToPath(new URL(`../demo/${file}`, import.meta.url)));
  return /** @type {any} */ (module);
}
