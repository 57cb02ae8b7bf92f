// @ts-check
/**
 * Whether this is fit to be published, and what would be: `npm run release:check`.
 *
 * Everything has to be committed, the changelog has to tell of the version, `npm test` has to pass (types, lint, size,
 * publint, attw and the packed package among it), two builds have to give the same bytes, the digests have to be those of
 * the files, and the documentation has to build. Then `release/` has the tarball and the files for a CDN, with the SHA-384
 * of each. Nothing is published and no tag is made: that is for a person to do.
 */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const release = join(root, 'release');
const cdn = join(root, 'dist', 'cdn');

/** @typedef {[what: string, check: () => Promise<string>]} Check */

/** In this order; the first that fails is the last. @type {Check[]} */
const checks = [
  ['everything is committed', isCommitted],
  ['the changelog tells of this version', isInChangelog],
  ['at run time there is nothing but Lit', hasNoOtherDependency],
  ['npm test', isTested],
  ['two builds give the same bytes', isReproducible],
  ['the digests are those of the files', isIntact],
  ['the documentation builds', isDocumented],
  ['release/', collect],
];

async function isCommitted() {
  const { stdout } = await run('git', ['status', '--porcelain'], { cwd: root });
  if (stdout.trim() !== '') throw new Error(`Not committed:\n${stdout}`);
  const { stdout: commit } = await run('git', ['rev-parse', '--short', 'HEAD'], { cwd: root });
  return commit.trim();
}

async function isInChangelog() {
  const { version } = await manifest();
  const changelog = await readFile(join(root, 'CHANGELOG.md'), 'utf8');
  const heading = changelog.split('\n').find(line => line.startsWith(`## [${version}] - `));
  if (!heading || !/ - \d{4}-\d\d-\d\d$/.test(heading)) {
    throw new Error(`CHANGELOG.md has no heading “## [${version}] - YYYY-MM-DD”.`);
  }
  const unreleased = /^## \[Unreleased\]\s*\n([\s\S]*?)(?=^## \[|$(?![\s\S]))/m.exec(changelog)?.[1] ?? '';
  if (unreleased.trim() !== '')
    throw new Error('CHANGELOG.md tells of changes under “Unreleased”: of which version are they?');
  return heading.slice(3);
}

async function hasNoOtherDependency() {
  const names = Object.keys((await manifest()).dependencies ?? {}).sort();
  if (names.join() !== '@lit/task,lit') throw new Error(`The dependencies are ${names.join(', ')}.`);
  return names.join(', ');
}

async function isTested() {
  await loudly('npm', ['test'], { CI: 'true' });
  return 'passed';
}

async function isReproducible() {
  const before = await digests();
  await run('npm', ['run', 'build', '--silent'], { cwd: root });
  const after = await digests();
  const changed = Object.keys(before).filter(file => before[file] !== after[file]);
  if (changed.length > 0) throw new Error(`Another build makes other bytes of ${changed.join(', ')}.`);
  return Object.keys(after).join(', ');
}

async function isIntact() {
  const made = JSON.parse(await readFile(join(cdn, 'integrity.json'), 'utf8'));
  const found = await digests();
  for (const [file, digest] of Object.entries(found)) {
    if (made[file] !== digest) throw new Error(`integrity.json names another digest of ${file}.`);
  }
  return `${String(Object.keys(found).length)} files`;
}

async function isDocumented() {
  await run('npm', ['run', 'build:docs', '--silent'], { cwd: root });
  return 'built';
}

/** Puts what would be published side by side, with its digests. */
async function collect() {
  await rm(release, { recursive: true, force: true });
  await mkdir(release);
  await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', release], { cwd: root });
  for (const file of await scripts()) await copyFile(join(cdn, file), join(release, file));
  const files = (await readdir(release)).sort();
  const lines = await Promise.all(files.map(async file => `${await digestOf(join(release, file))}  ${file}`));
  await writeFile(join(release, 'SHA384SUMS'), `${lines.join('\n')}\n`);
  return `\n    ${lines.join('\n    ')}`;
}

/** @returns {Promise<{ version: string, dependencies?: Record<string, string> }>} */
async function manifest() {
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
}

async function scripts() {
  return (await readdir(cdn)).filter(file => file.endsWith('.js')).sort();
}

/** @returns {Promise<Record<string, string>>} */
async function digests() {
  const files = await scripts();
  return Object.fromEntries(await Promise.all(files.map(async file => [file, await digestOf(join(cdn, file))])));
}

/** @param {string} file */
async function digestOf(file) {
  return `sha384-${createHash('sha384')
    .update(await readFile(file))
    .digest('base64')}`;
}

/** Runs a command whose output is to be seen. @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env */
async function loudly(command, args, env) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}.`);
}

for (const [what, check] of checks) {
  try {
    console.log(`✓ ${what}: ${await check()}`);
  } catch (error) {
    console.error(`✗ ${what}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    break;
  }
}
