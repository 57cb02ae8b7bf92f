// @ts-check
/** First words, script and task time, and heap: each contender in its turn, round after round. */
import { speeds, withPage } from './browser.mjs';
import { contenders } from './contenders.mjs';
import { median } from './statistics.mjs';

/** @typedef {import('./contenders.mjs').Contender} Contender */
/** @typedef {Awaited<ReturnType<import('./server.mjs').serve>>} Server */

/** How many elements are put on a page, and in which rounds: large pages in some only. */
const SIZES = [
  { elements: 1, every: 1 },
  { elements: 10, every: 1 },
  { elements: 100, every: 2 },
  { elements: 1000, every: 3 },
];

/** How often a page is opened in a round with those that a target compares: it takes 50 ms, and varies by ten. */
const LOADS = 3;

/**
 * A figure is known by contender, speed and what was done: `load` is a page opened with one element in it, a number so
 * many elements put on a page whose module is there.
 *
 * @typedef {'words' | 'painted' | 'script' | 'task' | 'heap'} Measure
 * @typedef {Map<string, number[]>} Samples
 */

export class RenderResults {
  /** @type {Samples} */
  #samples = new Map();

  /** @param {string} id @param {string} speed @param {string | number} act @param {Partial<Record<Measure, number>>} values */
  add(id, speed, act, values) {
    for (const [measure, value] of Object.entries(values)) {
      const key = [id, speed, act, measure].join(' ');
      this.#samples.set(key, [...(this.#samples.get(key) ?? []), value]);
    }
  }

  /** The median, or NaN where it was not measured. @param {string} id @param {string} speed @param {string | number} act @param {Measure} measure */
  median(id, speed, act, measure) {
    return median(this.#samples.get([id, speed, act, measure].join(' ')) ?? []);
  }

  /** How often. @param {string} id @param {string} speed @param {string | number} act */
  count(id, speed, act) {
    return this.#samples.get([id, speed, act, 'words'].join(' '))?.length ?? 0;
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {Server} server
 * @param {{ rounds: number, isQuick: boolean, say: (line: string) => void }} options Quick: of many elements, only what
 *   a target asks for.
 */
export async function measureRendering(browser, server, { rounds, isQuick, say }) {
  const sizes = isQuick ? SIZES.filter(({ elements }) => elements === 1000) : SIZES;
  const results = new RenderResults();
  for (let round = 0; round < rounds; round += 1) {
    say(`Rendering, round ${round + 1} of ${rounds}`);
    // Whoever is first in one round is last in another.
    const order = contenders.map((_, index) => contenders[(index + round) % contenders.length]).filter(each => !!each);
    for (const { label, slowdown } of speeds) {
      for (let turn = 0; turn < LOADS; turn += 1) {
        for (const contender of order) {
          if (contender.shares || (turn && !isJudged(contender))) continue;
          results.add(contender.id, label, 'load', await load(browser, server, contender, slowdown));
        }
      }
      for (const { elements, every } of sizes) {
        if (round % every) continue;
        for (const contender of order) {
          if (elements > contender.most || (contender.shares && elements === 1)) continue;
          if (isQuick && !isJudged(contender)) continue;
          results.add(contender.id, label, elements, await insert(browser, server, contender, slowdown, elements));
        }
      }
    }
  }
  return results;
}

/** Whether targets are judged by it. @param {Contender} contender */
function isJudged({ id, tag }) {
  return tag === 'flinks-geft-status' || id === 'floor';
}

/** Opens a page with one element in its markup. @param {import('playwright').Browser} browser @param {Server} server @param {Contender} contender @param {number} slowdown */
export function load(browser, server, contender, slowdown) {
  return withPage(browser, slowdown, async (page, tools) => {
    await page.goto(server.shop);
    server.counter.answered = 0;
    const before = await tools.times();
    await page.goto(`${server.shop}/page?contender=${contender.id}&elements=1`, { waitUntil: 'load' });
    const words = await page.evaluate('probe.words()');
    const painted = await page.evaluate('probe.painted()');
    await answered(server, contender, 1);
    await page.evaluate('probe.frames()');
    const after = await tools.times();
    return {
      words: Number(words),
      painted: Number(painted),
      script: after.script - before.script,
      task: after.task - before.task,
    };
  });
}

/** Puts elements on a page that has everything but them. @param {import('playwright').Browser} browser @param {Server} server @param {Contender} contender @param {number} slowdown @param {number} elements */
export function insert(browser, server, contender, slowdown, elements) {
  return withPage(browser, slowdown, async (page, tools) => {
    await page.goto(`${server.shop}/page?contender=${contender.id}&elements=0`, { waitUntil: 'load' });
    await page.evaluate('probe.frames()');
    const attributes = Array.from({ length: elements }, (_, index) => contender.attributes(index, server.shop));
    const code = `probe.insert(${JSON.stringify(contender.tag)}, ${JSON.stringify(attributes)})`;
    server.counter.answered = 0;
    const emptyHeap = await tools.heap();
    const before = await tools.times();
    const words = Number(await page.evaluate(code));
    await answered(server, contender, elements);
    await page.evaluate('probe.frames()');
    const after = await tools.times();
    await page.evaluate('probe.rest()');
    const heap = await tools.heap();
    return {
      words: words / elements,
      script: (after.script - before.script) / elements,
      task: (after.task - before.task) / elements,
      heap: (heap - emptyHeap) / elements,
    };
  });
}

/** Waits until every element has its first answer. @param {Server} server @param {Contender} contender @param {number} elements */
async function answered({ counter }, { requests, shares }, elements) {
  const expected = requests * (shares ? 1 : elements);
  const limit = Date.now() + 60_000;
  while (counter.answered < expected) {
    if (Date.now() > limit) throw new Error(`Only ${counter.answered} of ${expected} answers were asked for.`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  // The last answer is on its way still.
  await new Promise(resolve => setTimeout(resolve, 50));
}
