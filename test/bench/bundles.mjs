// @ts-check
/** Makes what the run needs: the peers installed, the project built, each contender as one minified module. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import minifyTemplateLiterals from 'rollup-plugin-minify-template-literals';
import { minify } from 'terser';
import { build } from 'vite';
import { contenders } from './contenders.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const cdnModule = join(root, 'dist', 'cdn', 'flinks-geft-status.js');

/** Where the bundles are. */
export const bundleFolder = join(root, '.cache', 'bench');

/** What a page loads for a contender, in bytes: as it is, and after Brotli at its best. @typedef {{ raw: number, brotli: number }} Transfer */

/**
 * @returns {Promise<Record<string, Transfer>>} By contender.
 */
export async function makeBundles() {
  installPeers();
  buildProject();
  mkdirSync(bundleFolder, { recursive: true });
  copyFileSync(cdnModule, join(bundleFolder, 'geft.js'));
  /** @type {Record<string, Transfer>} */
  const transfers = {};
  const require = createRequire(join(here, 'package.json'));
  for (const { id, bundle, css } of contenders) {
    if (bundle) continue;
    if (id !== 'geft') await bundleContender(id);
    const files = [join(bundleFolder, `${id}.js`)];
    if (css) {
      copyFileSync(require.resolve(css), join(bundleFolder, `${id}.css`));
      files.push(join(bundleFolder, `${id}.css`));
    }
    transfers[id] = sum(files.map(transferOf));
  }
  return transfers;
}

/** The version of each peer, as installed. @returns {string[]} */
export function peerVersions() {
  const { dependencies } = readJson(join(here, 'package.json'));
  return Object.keys(dependencies).map(
    name => `${name} ${readJson(join(here, 'node_modules', name, 'package.json')).version}`,
  );
}

/** How often Adyen's await component asks, in seconds, by its own source. */
export function adyenPolling() {
  const file = 'node_modules/@adyen/adyen-web/dist/es/components/MBWay/components/MBWayAwait/config.js';
  const source = readFileSync(join(here, file), 'utf8');
  /** @param {string} name */
  const seconds = name => {
    const found = new RegExp(`\\b${name}:([\\de]+)`).exec(source)?.[1];
    if (found === undefined) throw new Error(`${file} has no ${name} any more.`);
    return Number(found) / 1000;
  };
  return {
    delay: seconds('STATUS_INTERVAL'),
    throttleTime: seconds('THROTTLE_TIME'),
    throttleInterval: seconds('THROTTLE_INTERVAL'),
  };
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Peers are installed when one is missing or another version is asked for. */
function installPeers() {
  const { dependencies } = readJson(join(here, 'package.json'));
  const isComplete = Object.entries(dependencies).every(([name, version]) => {
    const file = join(here, 'node_modules', name, 'package.json');
    return existsSync(file) && readJson(file).version === version;
  });
  if (isComplete) return;
  console.log('Installing the peers.');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
}

/** The project is built when there is no build, or a source is younger than it. */
function buildProject() {
  const sources = [
    ...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map(name => join(root, 'src', name)),
    ...['scripts/build.mjs', 'scripts/lean-lit.mjs', 'package-lock.json'].map(name => join(root, name)),
  ];
  const newest = Math.max(...sources.map(file => statSync(file).mtimeMs));
  if (existsSync(cdnModule) && statSync(cdnModule).mtimeMs > newest) return;
  console.log('Building the project.');
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: 'inherit' });
}

/** The same tools as for the element, but for what those know of the element alone. @param {string} id */
async function bundleContender(id) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      { ...minifyTemplateLiterals({ include: ['test/bench/contenders/floor.js'], failOnError: true }), enforce: 'pre' },
      {
        name: 'once-more',
        async generateBundle(_options, output) {
          for (const chunk of Object.values(output)) {
            if (chunk.type !== 'chunk') continue;
            chunk.code = (await minify(chunk.code, { module: true, ecma: 2020, compress: { passes: 2 } })).code ?? '';
          }
        },
      },
    ],
    build: {
      target: 'es2022',
      outDir: bundleFolder,
      emptyOutDir: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      lib: { entry: join(here, 'contenders', `${id}.js`), formats: ['es'], fileName: () => `${id}.js` },
      rolldownOptions: {
        output: { minify: true, comments: false, codeSplitting: false },
        checks: { bundlerTimings: false },
      },
    },
  });
}

/** @param {string} file @returns {Transfer} */
function transferOf(file) {
  const content = readFileSync(file);
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { raw: content.length, brotli: brotli.length };
}

/** @param {Transfer[]} transfers */
function sum(transfers) {
  return transfers.reduce((all, { raw, brotli }) => ({ raw: all.raw + raw, brotli: all.brotli + brotli }));
}
