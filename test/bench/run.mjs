// @ts-check
/**
 * `npm run bench`: what the element costs and how soon it tells, beside others, in Chromium.
 *
 *   npm run bench                    all of it, some twenty minutes
 *   npm run bench -- --quick         few rounds: what a change is likely to do
 *   npm run bench -- --rounds 9      so many rounds of rendering
 *   npm run bench -- --only render   or frames, or payments: a part of it
 *   npm run bench -- --check         fails where a target is missed
 *   npm run bench -- --write         writes docs/benchmarks.md
 *
 * A machine that does something else meanwhile is slower, and so are all the others in the same run: compare ratios.
 */
import { parseArgs } from 'node:util';
import { launch, machine } from './browser.mjs';
import { makeBundles, peerVersions } from './bundles.mjs';
import { measureFrames } from './frames.mjs';
import { asText, targetTable } from './print.mjs';
import { measureRendering } from './render.mjs';
import { tables, targets } from './report.mjs';
import { serve } from './server.mjs';
import { simulatePayments } from './simulation.mjs';
import { writePage } from './write.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    only: { type: 'string' },
    check: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const PARTS = ['render', 'frames', 'payments'];
if (options.only !== undefined && !PARTS.includes(options.only)) throw new Error(`--only takes ${PARTS.join(', ')}.`);
if (options.write && (options.only || options.quick)) throw new Error('A part is not written.');

const isQuick = options.quick;
const rounds = Number(options.rounds ?? (isQuick ? 3 : 15));
const payments = isQuick ? 100 : 1000;

/** @param {string} line */
const say = line => console.log(`… ${line}`);

/** @param {string} part */
const isWanted = part => options.only === undefined || options.only === part;

const transfers = await makeBundles();
const server = await serve();
const browser = await launch();
try {
  /** @type {import('./report.mjs').Results} */
  const results = {
    machine: machine(browser),
    peers: peerVersions(),
    rounds,
    transfers,
    rendering: await measureRendering(browser, server, { rounds: isWanted('render') ? rounds : 0, isQuick, say }),
    frames: isWanted('frames') ? await measureFrames(browser, server, { messages: isQuick ? 10 : 60, say }) : [],
    simulation: { payments: [], lives: {} },
    assumptions: [],
  };
  if (isWanted('payments')) {
    results.simulation = await simulatePayments(browser, server, { payments, say });
    for (const { label, lags } of [
      { label: 'none', lags: 0 },
      { label: 'all', lags: 1 },
    ]) {
      if (isQuick) continue;
      const only = ['element, 0 %', 'reference'];
      results.assumptions.push({
        label,
        simulation: await simulatePayments(browser, server, { payments, lags, only, say }),
      });
    }
  }
  const reached = targets(results).filter(({ figure }) => !/NaN|Infinity/.test(figure));
  console.log(`\n${results.machine}; ${results.peers.join(', ')}`);
  for (const table of tables(results)) if (hasFigures(table)) console.log(asText(table));
  console.log(asText(targetTable(reached)));
  if (options.write) await writePage(results, reached);
  if (options.check && reached.some(({ isMet }) => !isMet)) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}

/** Whether a part of the run filled it. @param {import('./report.mjs').Table} table */
function hasFigures({ rows }) {
  return rows.some(row => row.some((cell, column) => column > 0 && /^[1-9]|^0\.\d*[1-9]/.test(cell)));
}
