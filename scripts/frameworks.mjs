// @ts-check
/**
 * Builds the checkouts of `demo/frameworks/` into `.cache/frameworks/`, the package's `dist/` in them, and checks their
 * types as far as their templates go. What `npm run build` makes has to be there.
 *
 *   node scripts/frameworks.mjs              React, Vue and Svelte: for the shop, for developing, for a server
 *   node scripts/frameworks.mjs --angular    Angular too, which installs its own compiler beside it
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const demo = join('demo', 'frameworks');
const angular = join(root, demo, 'angular');

/** @typedef {{ command?: string, args: string[], cwd?: string, env?: Record<string, string> }} Command */

if (!existsSync(join(root, 'dist', 'index.js'))) {
  console.error('dist/ is not there: run `npm run build` first.');
  process.exit(1);
}
await rm(join(root, '.cache', 'frameworks'), { recursive: true, force: true });

/** Each list in its order, the lists side by side. @type {Command[][]} */
const work = [
  [vite('production'), vite('development'), vite('production', '--ssr')],
  [vueTypes(), svelteTypes()],
  ...(process.argv.includes('--angular') ? [buildAngular()] : []),
];
const outcomes = await Promise.all(work.map(inOrder));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;

/** @param {'production' | 'development'} mode @param {...string} more @returns {Command} */
function vite(mode, ...more) {
  const args = ['build', '--config', join(demo, 'vite.config.ts'), '--mode', mode, '--logLevel', 'warn', ...more];
  // React and Vue choose their build by this.
  return { args: [bin('vite/bin/vite.js'), ...args], env: { NODE_ENV: mode } };
}

/** Vue's checker reads what React's and the shared files are made of, too. @returns {Command} */
function vueTypes() {
  return { args: [bin('vue-tsc/bin/vue-tsc.js'), '-p', join(demo, 'tsconfig.json')] };
}

/** @returns {Command} */
function svelteTypes() {
  const args = ['--workspace', join(demo, 'svelte'), '--tsconfig', './tsconfig.json', '--fail-on-warnings'];
  return { args: [bin('svelte-check/bin/svelte-check'), '--output', 'human', ...args] };
}

/** @returns {Command[]} */
function buildAngular() {
  const ngc = join(angular, 'node_modules', '@angular', 'compiler-cli', 'bundles', 'src', 'bin', 'ngc.js');
  return [
    { command: 'npm', args: ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], cwd: angular },
    { args: [ngc, '-p', 'tsconfig.json'], cwd: angular },
    { args: [bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn'], cwd: angular, env: { NODE_ENV: 'production' } },
  ];
}

/** @param {string} tool */
function bin(tool) {
  return join(root, 'node_modules', tool);
}

/** The first that fails is the last. @param {Command[]} commands */
async function inOrder(commands) {
  for (const command of commands) if (!(await run(command))) return false;
  return true;
}

/** Runs a command; silent unless it fails. @param {Command} command @returns {Promise<boolean>} */
function run({ command = process.execPath, args, cwd = root, env = {} }) {
  return new Promise(resolve => {
    let output = '';
    const shell = command === 'npm' && process.platform === 'win32';
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, shell });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => (output += String(text)));
    }
    child.once('error', error => (output += error.message));
    child.once('close', code => {
      if (code !== 0) console.error(`${command} ${args.join(' ')}\n${output}`);
      resolve(code === 0);
    });
  });
}
