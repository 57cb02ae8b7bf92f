// @ts-check
/**
 * Makes what is published (`npm run build`):
 *
 *   dist/                    ES modules with types, Lit left to the page's bundler
 *   dist/cdn/                the element in one file, Lit included: a module, and a classic script
 *   dist/cdn/integrity.json  what to write into their `integrity` attributes
 *   dist/frameworks/         types for the templates of React, Preact, Solid, Svelte and Vue
 *   dist/*.json              custom data for VS Code, web-types for JetBrains' editors
 *   custom-elements.json     what editors and documentation tools want to know
 *
 * The manifest is made from the element's class comment; types, editors' files and tables of the documentation are made from
 * the manifest. Documentation that is behind fails the build (`npm run docs` mends it).
 *
 * The same sources give the same bytes.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import minifyTemplateLiterals from 'rollup-plugin-minify-template-literals';
import { minify } from 'terser';
import { build } from 'vite';
import { checkDocs } from './api-docs.mjs';
import { editorData } from './editor-data.mjs';
import { frameworkTypes } from './framework-types.mjs';
import { leanLit } from './lean-lit.mjs';
import { readElement } from './manifest.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cdn = join(root, 'dist', 'cdn');
const name = 'flinks-geft-status';

/** @type {{ format: 'es' | 'iife', file: string }[]} */
const bundles = [
  { format: 'es', file: `${name}.js` },
  { format: 'iife', file: `${name}.iife.js` },
];

/**
 * Chromium compiles a script that begins with it as a whole, on another thread, while it loads; without it the payer's
 * first words wait for one function after the other. Nearly all of them are called at once here.
 */
const compileHint = '//# allFunctionsCalledOnLoad';

/** Names that begin with `_$`, as Lit marks what is between its own modules; and what a watch alone knows, never a page. */
const internalNames = /^(_\$.*|checks|failures|opensAt|pageChanged|quietSince|refusals|retryAt)$/;

// Whatever it is in the shell: the development builds of Lit are not for shipping.
process.env['NODE_ENV'] = 'production';

await rm(join(root, 'dist'), { recursive: true, force: true });
await rm(join(root, 'custom-elements.json'), { force: true });
await Promise.all([run('typescript/bin/tsc', '-p', 'tsconfig.build.json'), describe(), bundleAll()]);
await checkDocs(await readElement());

/** The manifest, and what is made of it. */
async function describe() {
  await run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--litelement');
  const element = await readElement();
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await mkdir(join(root, 'dist', 'frameworks'), { recursive: true });
  for (const [file, text] of Object.entries(frameworkTypes(element))) {
    await writeFile(join(root, 'dist', 'frameworks', file), text);
  }
  for (const [file, data] of Object.entries(editorData(element, version))) {
    await writeFile(join(root, 'dist', file), `${JSON.stringify(data, null, 2)}\n`);
  }
}

async function bundleAll() {
  for (const { format, file } of bundles) await bundle(format, file);
  /** @type {Record<string, string>} */
  const integrity = {};
  for (const { file } of bundles) {
    const content = await readFile(join(cdn, file));
    integrity[file] = `sha384-${createHash('sha384').update(content).digest('base64')}`;
    console.log(sizes(file, content));
  }
  await writeFile(join(cdn, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
}

/**
 * @param {'es' | 'iife'} format
 * @param {string} file
 */
async function bundle(format, file) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    plugins: [
      leanLit(),
      { ...minifyTemplateLiterals({ include: ['src/**/*.ts'], failOnError: true }), enforce: 'pre' },
      { name: 'once-more', generateBundle: (_options, output) => minifyOnceMore(output, format) },
    ],
    build: {
      target: 'es2022',
      outDir: cdn,
      emptyOutDir: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      lib: { entry: join(root, 'src', 'index.ts'), name: 'FlinksGeftStatus', formats: [format], fileName: () => file },
      // `minify` here: by itself Vite leaves the white space in libraries that are ES modules.
      rolldownOptions: {
        output: { minify: true, comments: false },
        checks: { bundlerTimings: false },
        // The element renders with Lit's own parts and has no use for LitElement, which comes along with them.
        treeshake: { moduleSideEffects: id => !id.includes('lit-element') },
      },
    },
  });
}

/**
 * Another minifier finds a few hundred bytes more. Of the property names it touches only those that are internal: all that
 * know them are in this one file.
 *
 * @param {Record<string, { type: string, code?: string }>} output
 * @param {'es' | 'iife'} format
 */
async function minifyOnceMore(output, format) {
  for (const chunk of Object.values(output)) {
    if (chunk.type !== 'chunk' || chunk.code === undefined) continue;
    const { code = '' } = await minify(chunk.code, {
      module: format === 'es',
      ecma: 2020,
      compress: {
        passes: 4,
        keep_fargs: false,
        pure_getters: true,
        unsafe: true,
        unsafe_arrows: true,
        unsafe_methods: true,
      },
      mangle: { properties: { regex: internalNames } },
    });
    // The one thing a minifier must not touch: how the page gets at it.
    const face = format === 'es' ? /export ?\{[^{}]*\};?\s*$/ : /^(?:"use strict";)?var FlinksGeftStatus=/;
    if (!face.test(code)) throw new Error(`The ${format} bundle does not export what it should.`);
    chunk.code = `${compileHint}\n${code}`;
  }
}

/** @param {string} file @param {Buffer} content */
function sizes(file, content) {
  const [raw, gzip, brotli] = [content, gzipSync(content, { level: 9 }), brotliCompressSync(content)].map(bytes =>
    bytes.length.toLocaleString('en-CA'),
  );
  return `${relative(root, join(cdn, file))}: ${raw ?? ''} bytes, gzip ${gzip ?? ''}, brotli ${brotli ?? ''}`;
}

/**
 * Runs a tool of node_modules; what it says is of interest only when it fails.
 *
 * @param {string} tool
 * @param {...string} args
 */
async function run(tool, ...args) {
  try {
    await promisify(execFile)(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root });
  } catch (error) {
    const { stdout = '', stderr = '' } = /** @type {{ stdout?: string, stderr?: string }} */ (error);
    throw new Error([`${tool} ${args.join(' ')} failed.`, stdout, stderr].join('\n').trim(), { cause: error });
  }
}
