// @ts-check
/**
 * `npm test`: everything, in this order; one line a stage while all is well, a failed stage's whole output otherwise.
 *
 *   npm test                    everything
 *   npm test -- lint unit       these stages only
 *
 * The last line is `N passed, N failed`: tests of the package, unit tests in each engine, tests of the whole and of the
 * frameworks. A failed stage that has no tests to count, counts as one.
 */
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { allRequired } from './browsers.mjs';
import { faultsResultsFile, line, resultsFile as unitResultsFile } from './unit-reporter.mjs';

/**
 * @typedef {{ passed: number, failed: number, lines: string[] }} Counts
 * @typedef {{ isGreen: boolean, output: string }} Outcome
 * @typedef {{ name: string, commands: string[][], count?: (output: string) => Promise<Counts> }} Stage
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const e2eResultsFile = '.cache/e2e-results.json';
const frameworksResultsFile = '.cache/frameworks-results.json';
const stageTimeout = 480_000;
const isTerminal = process.stdout.isTTY && !process.env['NO_COLOR'];

/** Stages of one group run side by side; a group with a failure is the last, and every stage of it is told about. */
/** @type {{ isParallel: boolean, stages: Stage[] }[]} */
const groups = [
  { isParallel: false, stages: [{ name: 'browsers', commands: [node('scripts/browsers.mjs')] }] },
  {
    isParallel: true,
    stages: [
      { name: 'types', commands: [bin('typescript/bin/tsc', '--noEmit'), bin('typescript/bin/tsc', '-p', 'scripts')] },
      {
        name: 'lint',
        commands: [
          bin('eslint/bin/eslint.js', '--max-warnings=0', '.'),
          bin('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
          node('scripts/lint-rules.mjs'),
          node('scripts/claims.mjs'),
        ],
      },
      { name: 'build', commands: [node('scripts/build.mjs'), bin('size-limit/bin.js')] },
    ],
  },
  {
    isParallel: false,
    stages: [
      {
        name: 'package',
        commands: [node('--test', '--test-reporter=spec', 'test/package/package.test.mjs')],
        count: countPackage,
      },
      {
        name: 'unit',
        commands: [bin('@web/test-runner/dist/bin.js')],
        count: () => countUnit('unit', unitResultsFile),
      },
      {
        name: 'faults',
        commands: [bin('@web/test-runner/dist/bin.js', '--config', 'test/matrix/wtr.config.mjs')],
        count: () => countUnit('faults', faultsResultsFile),
      },
      {
        name: 'e2e',
        commands: [bin('playwright/cli.js', 'test')],
        count: () => countPlaywright('e2e', e2eResultsFile),
      },
      {
        name: 'frameworks',
        commands: [node('scripts/frameworks.mjs'), bin('playwright/cli.js', 'test', '-c', 'test/frameworks')],
        count: () => countPlaywright('frameworks', frameworksResultsFile),
      },
    ],
  },
];

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
let isInterrupted = false;

/** @param {...string} args */
function node(...args) {
  return [process.execPath, ...args];
}

/** @param {string} tool @param {...string} args */
function bin(tool, ...args) {
  return node(`node_modules/${tool}`, ...args);
}

/** All commands of a stage, so that it tells all there is to mend; where something is built, the rest needs it. */
/** @param {Stage} stage @returns {Promise<Outcome>} */
async function run({ name, commands }) {
  let isGreen = true;
  let output = '';
  for (const command of commands) {
    const outcome = await execute(command);
    output += outcome.output;
    isGreen &&= outcome.isGreen;
    if (isInterrupted || (!isGreen && (name === 'build' || name === 'frameworks'))) break;
  }
  return { isGreen, output };
}

/** @param {string[]} command @returns {Promise<Outcome>} */
function execute([command = '', ...args]) {
  return new Promise(resolve => {
    let output = '';
    // In a group of its own: Ctrl-C reaches this script only, which then asks each of them, once, to end.
    const env = { ...process.env, BUILT: 'true', ...(isTerminal ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) };
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    children.add(child);
    const timer = setTimeout(() => {
      output += `\nStopped: not done after ${String(stageTimeout / 1000)} s.\n`;
      end(child);
    }, stageTimeout);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => (output += String(text)));
    }
    child.once('error', error => (output += `${error.message}\n`));
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      children.delete(child);
      if (code !== 0) output += `\nIt ended ${signal ? `by ${signal}` : `with ${String(code)}`}.\n`;
      resolve({ isGreen: code === 0 && !isInterrupted, output });
    });
  });
}

/**
 * Asks a process once to end, so that it can stop what it has started; then insists.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function end(child) {
  child.kill('SIGINT');
  setTimeout(() => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // gone already
    }
  }, 10_000).unref();
}

/** @param {string} stage @param {string} file @returns {Promise<Counts>} */
async function countUnit(stage, file) {
  /** @type {import('./unit-reporter.mjs').EngineResult[]} */
  const engines = (await json(file)) ?? [];
  const sum = (/** @type {'passed' | 'failed'} */ key) => engines.reduce((total, engine) => total + engine[key], 0);
  const lacking = allRequired ? engines.filter(engine => !engine.ran).length : 0;
  return {
    passed: sum('passed'),
    failed: sum('failed') + lacking,
    lines: engines.map(engine => `${stage} ${line(engine)}`),
  };
}

/** Node's own runner says at its end how many there were. @param {string} output @returns {Promise<Counts>} */
async function countPackage(output) {
  const [passed = 0, failed = 0] = ['pass', 'fail'].map(word =>
    Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(readable(output))?.[1] ?? 0),
  );
  return { passed, failed, lines: [`package: ${String(passed)} passed, ${String(failed)} failed`] };
}

/** @param {string} stage @param {string} file @returns {Promise<Counts>} */
async function countPlaywright(stage, file) {
  const report = await json(file);
  /** @type {{ expected: number, unexpected: number, flaky: number, skipped: number } | undefined} */
  const stats = report?.stats;
  if (!stats) return { passed: 0, failed: 0, lines: [] };
  const passed = stats.expected;
  const failed = stats.unexpected + stats.flaky;
  const more = stats.skipped > 0 ? `, ${String(stats.skipped)} skipped` : '';
  return { passed, failed, lines: [`${stage} Chromium: ${String(passed)} passed, ${String(failed)} failed${more}`] };
}

/** @param {string} file */
async function json(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs a stage and tells how it went. @param {Stage} stage @returns {Promise<Counts & { isGreen: boolean }>} */
async function perform(stage) {
  const since = Date.now();
  const outcome = await run(stage);
  const counts = (await stage.count?.(outcome.output)) ?? { passed: 0, failed: 0, lines: [] };
  const isEmpty = stage.count !== undefined && counts.passed + counts.failed === 0;
  const isGreen = outcome.isGreen && counts.failed === 0 && !isEmpty;
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  console.log(`${isGreen ? '✓' : '✗'} ${stage.name} ${seconds} s${isGreen ? summary(stage, outcome) : ''}`);
  if (!isGreen && !isInterrupted) {
    console.log(readable(outcome.output));
    if (isEmpty && outcome.isGreen) console.log('No test ran.');
  }
  return { ...counts, failed: isGreen ? counts.failed : Math.max(1, counts.failed), isGreen };
}

/** What a green stage has to say besides: which engines there are, how big the files are. */
/** @param {Stage} stage @param {Outcome} outcome */
function summary({ name }, { output }) {
  if (name !== 'browsers' && name !== 'build') return '';
  const lines = output.split('\n').filter(text => /^(?:Installing|Chromium:|Firefox:|WebKit:|dist\/)/.test(text));
  return lines.map(text => `\n    ${text}`).join('');
}

/** Output as it would be on paper: nothing that moves a terminal's cursor; colours only where there is a terminal. */
/** @param {string} output */
function readable(output) {
  // eslint-disable-next-line no-control-regex
  const codes = isTerminal ? /\u001B\[[\d;]*[A-Za-ln-z]/g : /\u001B\[[\d;]*[A-Za-z]/g;
  return output.replace(codes, '').trim();
}

/** @returns {Promise<number>} the exit code */
async function main() {
  const names = groups.flatMap(group => group.stages.map(stage => stage.name));
  const asked = process.argv.slice(2);
  const unknown = asked.filter(name => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`No such stage: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
    return 2;
  }
  process.chdir(root);
  const files = [unitResultsFile, faultsResultsFile, e2eResultsFile, frameworksResultsFile];
  await Promise.all(files.map(file => rm(file, { force: true })));

  /** @type {Awaited<ReturnType<typeof perform>>[]} */
  const results = [];
  for (const { isParallel, stages } of groups) {
    const wanted = stages.filter(({ name }) => asked.length === 0 || asked.includes(name));
    if (isParallel) results.push(...(await Promise.all(wanted.map(perform))));
    else for (const stage of wanted) if (!isInterrupted) results.push(await perform(stage));
    if (isInterrupted || results.some(result => !result.isGreen)) break;
  }
  if (isInterrupted) return 130;
  for (const text of results.flatMap(result => result.lines)) console.log(text);
  const passed = results.reduce((total, result) => total + result.passed, 0);
  const failed = results.reduce((total, result) => total + result.failed, 0);
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 && results.every(result => result.isGreen) ? 0 : 1;
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (isInterrupted) return;
    isInterrupted = true;
    for (const child of children) end(child);
  });
}

process.exitCode = await main();
