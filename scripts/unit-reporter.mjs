// @ts-check
/**
 * The unit tests' reporter: one line an engine when all is well; all there is to know about a file that failed,
 * browser logs included. Leaves the counts in a file under `.cache`, and makes the run fail where the runner
 * itself would not: a file without tests, an engine that is required and not there.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { allRequired } from './browsers.mjs';

/**
 * @typedef {import('@web/test-runner-core').TestSession} TestSession
 * @typedef {NonNullable<TestSession['testResults']>} Suite
 * @typedef {{ engine: string, ran: boolean, passed: number, failed: number, skipped: number, files: number }} EngineResult
 */

export const resultsFile = '.cache/unit-results.json';
export const faultsResultsFile = '.cache/faults-results.json';

/**
 * @param {readonly string[]} asked the browsers this run is for, by their names
 * @param {readonly string[]} absent those of them that are not there
 * @param {string} [file] where the counts go
 * @returns {import('@web/test-runner-core').Reporter}
 */
export function unitReporter(asked, absent, file = resultsFile) {
  const full = defaultReporter({ reportTestResults: true, reportTestProgress: false });
  let isRed = allRequired && absent.length > 0;
  rmSync(file, { force: true });
  // The runner exits with its own verdict; here it may get worse, never better. No results at all are no success.
  process.once('exit', () => {
    if (isRed) process.exitCode = 1;
  });

  return {
    start: args => full.start?.(args),
    reportTestFileResults(args) {
      const empty = args.sessionsForTestFile.filter(session => isFinished(session) && isEmpty(session));
      if (args.sessionsForTestFile.some(session => !session.passed)) full.reportTestFileResults?.(args);
      if (empty.length === 0) return;
      const names = empty.map(session => session.browser.name).join(', ');
      args.logger.log(
        `${relative(process.cwd(), args.testFile)}: no test ran (${names}). A file without tests fails.\n`,
      );
    },
    stop({ sessions }) {
      const results = asked.map(name => count(name, sessions, absent));
      isRed ||= results.some(result => result.failed > 0) || results.every(result => result.passed === 0);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
      for (const result of results) console.log(line(result));
    },
  };
}

/**
 * @param {string} name
 * @param {readonly TestSession[]} sessions
 * @param {readonly string[]} absent
 * @returns {EngineResult}
 */
function count(name, sessions, absent) {
  const own = sessions.filter(session => session.browser.name === name);
  const result = { engine: name, ran: !absent.includes(name), passed: 0, failed: 0, skipped: 0, files: own.length };
  for (const session of own) {
    const failedBefore = result.failed;
    for (const test of tests(session.testResults)) {
      if (test.skipped) result.skipped += 1;
      else if (test.passed) result.passed += 1;
      else result.failed += 1;
    }
    // A file can fail on its own account: it did not load, a hook threw, nothing is in it.
    if (result.failed === failedBefore && (!session.passed || isEmpty(session))) result.failed += 1;
  }
  return result;
}

/** @param {EngineResult} result */
export function line({ engine, ran, passed, failed, skipped }) {
  if (!ran) return `${engine}: not run`;
  return `${engine}: ${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;
}

/** @param {Suite | undefined} suite @returns {Suite['tests']} */
function tests(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(tests)] : [];
}

/** A file whose tests are all skipped proves as little as one without any. @param {TestSession} session */
function isEmpty(session) {
  return tests(session.testResults).every(test => test.skipped);
}

/** @param {TestSession} session */
function isFinished(session) {
  return session.status === 'FINISHED' && session.errors.length === 0;
}
