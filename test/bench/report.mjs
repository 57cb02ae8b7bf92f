// @ts-check
/** The figures as tables, and whether the targets are met. */
import { speeds } from './browser.mjs';
import { contenders } from './contenders.mjs';
import { mean, median, quantile } from './statistics.mjs';

/**
 * @typedef {object} Results
 * @property {string} machine
 * @property {string[]} peers
 * @property {number} rounds
 * @property {Record<string, import('./bundles.mjs').Transfer>} transfers
 * @property {import('./render.mjs').RenderResults} rendering
 * @property {import('./frames.mjs').FrameResult[]} frames
 * @property {Simulation} simulation
 * @property {{ label: string, simulation: Simulation }[]} assumptions
 */

/** @typedef {Awaited<ReturnType<import('./simulation.mjs').simulatePayments>>} Simulation */
/** @typedef {import('./render.mjs').Measure} Measure */
/** @typedef {{ title: string, note: string, head: string[], rows: string[][] }} Table */
/** @typedef {{ what: string, figure: string, isMet: boolean }} Target */

const OURS = 'geft';
const FLOOR = 'floor';
const BROTLI_LIMIT = 13_000;

/** @param {Results} results @returns {Target[]} */
export function targets({ rendering, transfers, frames, simulation }) {
  /** @param {string} speed @param {string | number} act @param {Measure} measure */
  const ratio = (speed, act, measure) =>
    rendering.median(OURS, speed, act, measure) / rendering.median(FLOOR, speed, act, measure);
  /** @param {string} what @param {number} value @param {number} limit @returns {Target} */
  const times = (what, value, limit) => ({
    what: `${what} ≤ ${limit} × the floor`,
    figure: `${value.toFixed(2)} ×`,
    isMet: value <= limit,
  });
  const worst = Math.max(...frames.flatMap(each => each.frames));
  const size = transfers[OURS]?.brotli ?? NaN;
  const { lives } = simulation;
  const withMessages = summary(lives['element, 0 %'] ?? []);
  const without = summary(lives['element, 100 %'] ?? []);
  const reference = summary(lives['reference'] ?? []);
  const spent = withMessages.requests / reference.requests;
  const waited = withMessages.median / reference.median;
  return [
    ...speeds.map(({ label }) => times(`First words of a page, CPU ${label},`, ratio(label, 'load', 'words'), 1.15)),
    ...speeds.flatMap(({ label }) =>
      /** @type {const} */ ([
        ['words', 'time to words'],
        ['task', 'task time'],
        ['heap', 'heap'],
      ]).map(([measure, name]) => times(`1,000 elements, CPU ${label}, ${name}`, ratio(label, 1000, measure), 2)),
    ),
    { what: 'Message to text within one frame', figure: `${worst} at worst`, isMet: worst <= 1 },
    { what: 'CDN module ≤ 13 kB brotli', figure: `${grouped(size)} B`, isMet: size <= BROTLI_LIMIT },
    {
      what: 'Requests with messages ≤ 0.20 × the reference loop',
      figure: `${spent.toFixed(2)} ×`,
      isMet: spent <= 0.2,
    },
    {
      what: 'Requests without messages, on average, ≤ those of the reference loop',
      figure: `${without.requests.toFixed(2)} to ${reference.requests.toFixed(2)}`,
      isMet: without.requests <= reference.requests,
    },
    {
      what: 'Time to outcome with messages ≤ 0.10 × the reference loop',
      figure: `${waited.toFixed(3)} ×`,
      isMet: waited <= 0.1,
    },
  ];
}

/** @param {Results} results @returns {Table[]} */
export function tables(results) {
  return [
    transferTable(results),
    ...speeds.flatMap(({ label }) => [loadTable(results, label), insertTable(results, label)]),
    framesTable(results),
    paymentsTable(results),
    kindsTable(results),
    assumptionsTable(results),
  ];
}

/** @param {Results} results @returns {Table} */
function transferTable({ transfers }) {
  const floor = transfers[FLOOR]?.brotli ?? NaN;
  return {
    title: 'Transfer',
    note: 'One self-contained minified module, with the style sheet of the package where it has one.',
    head: ['', 'bytes', 'brotli', '× floor'],
    rows: measured().flatMap(({ id, label }) => {
      const transfer = transfers[id];
      return transfer ? [[label, grouped(transfer.raw), grouped(transfer.brotli), over(transfer.brotli, floor)]] : [];
    }),
  };
}

/** @param {Results} results @param {string} speed @returns {Table} */
function loadTable({ rendering }, speed) {
  /** @param {string} id @param {Measure} measure */
  const cells = (id, measure) => {
    const value = rendering.median(id, speed, 'load', measure);
    return [value.toFixed(1), over(value, rendering.median(FLOOR, speed, 'load', measure))];
  };
  return {
    title: `A page with one element, CPU ${speed}`,
    note: 'Milliseconds from the navigation to the first words, and to the first paint of anything; of the main thread’s own time, in scripts (as Chromium counts them, without microtasks) and in all tasks.',
    head: ['', 'words', '×', 'paint', '×', 'script', '×', 'tasks', '×', 'n'],
    rows: measured().map(({ id, label }) => [
      label,
      ...cells(id, 'words'),
      ...cells(id, 'painted'),
      ...cells(id, 'script'),
      ...cells(id, 'task'),
      String(rendering.count(id, speed, 'load')),
    ]),
  };
}

/** @param {Results} results @param {string} speed @returns {Table} */
function insertTable({ rendering }, speed) {
  /** @param {string} id @param {number} elements @param {Measure} measure @param {number} digits */
  const cells = (id, elements, measure, digits) => {
    const value = rendering.median(id, speed, elements, measure);
    return [value.toFixed(digits), over(value, rendering.median(FLOOR, speed, elements, measure))];
  };
  const rows = [1, 10, 100, 1000].flatMap(elements =>
    contenders
      .filter(({ id }) => rendering.count(id, speed, elements) > 0)
      .map(({ id, label }) => [
        grouped(elements),
        label,
        ...cells(id, elements, 'words', 3),
        ...cells(id, elements, 'script', 3),
        ...cells(id, elements, 'task', 3),
        ...cells(id, elements, 'heap', 0),
        String(rendering.count(id, speed, elements)),
      ]),
  );
  return {
    title: `Elements put on a page that has their module, CPU ${speed}`,
    note: 'For each element: milliseconds until the last of them has words, of scripts (without microtasks, in which Lit renders) and of all tasks until every answer is shown; bytes of heap.',
    head: ['elements', '', 'words', '×', 'script', '×', 'tasks', '×', 'heap', '×', 'n'],
    rows,
  };
}

/** @param {Results} results @returns {Table} */
function framesTable({ frames }) {
  return {
    title: 'From a message of the flow to the changed text',
    note: 'The flow is a frame of another origin. Frames are counted from the message event to the first in which the text is another; the milliseconds are from the event to the change in the shadow tree.',
    head: ['CPU', 'message', 'frames, median', 'worst', 'ms, median', 'worst', 'n'],
    rows: frames.map(({ speed, step, frames: counted, milliseconds }) => [
      speed,
      step,
      String(median(counted)),
      String(Math.max(...counted)),
      median(milliseconds).toFixed(2),
      Math.max(...milliseconds).toFixed(2),
      String(counted.length),
    ]),
  };
}

const WATCHERS = [
  { id: 'element, 0 %', label: 'flinks-geft-status' },
  { id: 'element, 10 %', label: 'flinks-geft-status, 10 % of the messages lost' },
  { id: 'element, 100 %', label: 'flinks-geft-status, all messages lost' },
  { id: 'reference', label: 'loop of the reference page' },
  { id: 'adyen', label: 'Adyen, await' },
];

/** @param {Results} results @returns {Table} */
function paymentsTable({ simulation: { payments, lives } }) {
  const reference = summary(lives['reference'] ?? []);
  return {
    title: `${grouped(payments.length)} simulated payments`,
    note: 'Requests per payment, and seconds from the outcome at the endpoint to its display. “More” are the payments that cost more requests than the loop of the reference page.',
    head: ['', 'requests', '×', 'more', 'median s', '×', 'p95 s', 'mean s', 'not shown'],
    rows: WATCHERS.map(({ id, label }) => {
      const all = lives[id] ?? [];
      const { requests, median: half, p95, mean: average, unseen } = summary(all);
      const more = all.filter((life, index) => life.requests > (lives['reference']?.[index]?.requests ?? Infinity));
      return [
        label,
        requests.toFixed(2),
        over(requests, reference.requests),
        String(more.length),
        seconds(half),
        over(half, reference.median, 3),
        seconds(p95),
        seconds(average),
        String(unseen),
      ];
    }),
  };
}

/** @param {Results} results @returns {Table} */
function kindsTable({ simulation: { payments, lives } }) {
  const kinds = [...new Set(payments.map(({ kind }) => kind))];
  /** @param {string} id @param {string} kind */
  const of = (id, kind) => summary((lives[id] ?? []).filter((_, index) => payments[index]?.kind === kind));
  return {
    title: 'The same, by what became of the payment',
    note: 'Requests, and median seconds: of the element with all messages, of the element without any, of the loop of the reference page.',
    head: ['', 'payments', 'with', 's', 'without', 's', 'loop', 's'],
    rows: kinds.map(kind => [
      kind,
      String(payments.filter(payment => payment.kind === kind).length),
      ...['element, 0 %', 'element, 100 %', 'reference'].flatMap(id => {
        const { requests, median: half } = of(id, kind);
        return [requests.toFixed(2), seconds(half)];
      }),
    ]),
  };
}

/** @param {Results} results @returns {Table} */
function assumptionsTable({ simulation, assumptions }) {
  return {
    title: 'How much hangs on the endpoint’s lag',
    note: 'The element with all messages against the loop of the reference page, where another share of the endings reaches the endpoint late.',
    head: ['endings that lag, by up to 8 s', 'requests ×', 'median s', '×', 'p95 s'],
    rows: [{ label: 'one in four (as above)', simulation }, ...assumptions].map(({ label, simulation: { lives } }) => {
      const ours = summary(lives['element, 0 %'] ?? []);
      const reference = summary(lives['reference'] ?? []);
      return [
        label,
        over(ours.requests, reference.requests),
        seconds(ours.median),
        over(ours.median, reference.median, 3),
        seconds(ours.p95),
      ];
    }),
  };
}

/** @param {import('./simulation.mjs').Life[]} lives */
function summary(lives) {
  const delays = lives.map(({ delay }) => delay ?? Infinity);
  const shown = delays.filter(Number.isFinite);
  return {
    requests: mean(lives.map(({ requests }) => requests)),
    median: median(delays),
    p95: quantile(delays, 0.95),
    mean: mean(shown),
    unseen: delays.length - shown.length,
  };
}

function measured() {
  return contenders.filter(({ shares }) => !shares);
}

/** @param {number} value @param {number} base @param {number} [digits] */
function over(value, base, digits = 2) {
  return (value / base).toFixed(digits);
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return Number.isFinite(milliseconds) ? (milliseconds / 1000).toFixed(2) : 'never';
}

/** @param {number} value */
function grouped(value) {
  return value.toLocaleString('en-CA');
}
