import type { CDPSession, Page } from 'playwright/test';
import { BarePage, element, FLINKS, FLOW, SESSION } from './bare-page.js';
import { expect, test as base } from './harness.js';

/**
 * What the element leaves behind: nothing. The page's clock and its `fetch` are the test's own and remember nothing, for
 * what a test's tools keep would be counted as the element's.
 */

interface Ledger {
  /** Timers set and neither cleared nor fired. */
  readonly timers: () => number;
  readonly requests: () => number;
  /** Lets time pass, timer by timer, with the turns between them that answers need. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** So many elements come, hear one answer each, and go. */
  readonly live: (lives: number, flow?: string) => Promise<void>;
}

declare global {
  var leakLedger: Ledger | undefined;
}

/** Runs in the page before any other script. */
function keepLedger(): void {
  let now = 0;
  let lastTimer = 0;
  let requests = 0;
  let lastSession = 0;
  const timers = new Map<number, { readonly at: number; readonly ring: () => void }>();
  performance.now = () => now;
  Object.assign(window, {
    setTimeout: (ring: () => void, delay = 0) => {
      lastTimer += 1;
      timers.set(lastTimer, { at: now + delay, ring });
      return lastTimer;
    },
    clearTimeout: (timer: number) => void timers.delete(timer),
    fetch: (address: string) => {
      requests += 1;
      const sessionId = address.split('/').at(-2) ?? '';
      // One in ten is over with its first answer; the rest go on until they are taken away.
      const outcome = sessionId.endsWith('0') ? ['Completed', 'EFT0301'] : ['Initiated', 'EFT0101'];
      const [status, statusDetails] = outcome;
      return Promise.resolve(
        new Response(JSON.stringify({ sessionId, status, statusDetails, amount: 500, referenceId: 'USER12345' })),
      );
    },
  });

  const { port1, port2 } = new MessageChannel();
  let turn: () => void = () => undefined;
  port1.onmessage = () => {
    turn();
  };
  const nextTurn = (): Promise<void> =>
    new Promise(resolve => {
      turn = resolve;
      port2.postMessage(null);
    });

  const pass = async (milliseconds: number): Promise<void> => {
    const end = now + milliseconds;
    for (;;) {
      const due = [...timers].sort(([, one], [, other]) => one.at - other.at)[0];
      if (!due || due[1].at > end) break;
      timers.delete(due[0]);
      now = Math.max(now, due[1].at);
      due[1].ring();
      for (let turns = 0; turns < 5; turns += 1) await nextTurn();
    }
    now = end;
  };

  const room = document.createElement('div');
  room.hidden = true;
  const live = async (lives: number, flow?: string): Promise<void> => {
    const batch = Math.min(lives, 50);
    for (let done = 0; done < lives; done += batch) {
      document.body.append(room);
      const elements = Array.from({ length: batch }, () => {
        lastSession += 1;
        const element = document.createElement('flinks-geft-status');
        if (flow !== undefined) {
          const frame = document.createElement('iframe');
          element.append(Object.assign(frame, { slot: 'flow', title: 'Pay from your bank', src: flow }));
        }
        element.sessionId = `00000000-0000-4000-8000-${String((lastSession * 7) % 1e9).padStart(12, '0')}`;
        room.append(element);
        return element;
      });
      for (let turns = 0; elements.some(({ snapshot }) => snapshot.checkedAt === null); turns += 1) {
        if (turns > 1000) throw new Error('No answer came.');
        await nextTurn();
      }
      for (const element of elements) element.remove();
      // The floor of a session is remembered for ten seconds.
      await pass(11_000);
    }
  };
  globalThis.leakLedger = { timers: () => timers.size, requests: () => requests, pass, live };
}

interface Measure {
  /** Bytes of what scripts made: objects, functions, texts, lists. Without what the engine keeps for its own purposes. */
  readonly made: number;
  /** Bytes in all. */
  readonly heap: number;
  readonly timers: number;
  /** All that is counted piece by piece, and has to be as it was. */
  readonly counts: Readonly<Record<string, number>>;
}

const test = base.extend<{ bare: BarePage; devtools: CDPSession }>({
  bare: async ({ page }, use) => {
    await page.addInitScript(keepLedger);
    await use(new BarePage(page));
  },
  devtools: async ({ page }, use) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    await use(devtools);
  },
});

/** What there is once everything that nobody holds is gone. */
async function measure(page: Page, devtools: CDPSession): Promise<Measure> {
  const made = await madeByScripts(devtools);
  // What is let go of in one round may hold what the next one finds.
  for (let rounds = 0; rounds < 4; rounds += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find(each => each.name === name)?.value ?? NaN;
  const counts = Object.fromEntries(
    ['Nodes', 'JSEventListeners', 'Documents', 'Frames'].map(name => [name, metric(name)]),
  );
  const timers = await page.evaluate(() => globalThis.leakLedger?.timers() ?? NaN);
  return { made, heap: metric('JSHeapUsedSize'), timers, counts };
}

/** What there is of a heap snapshot that is needed here. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly (readonly string[])[] };
  };
  readonly nodes: readonly number[];
}

async function madeByScripts(devtools: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { chunk: string }): void => void chunks.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', keep);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const size = fields.indexOf('self_size');
  let sum = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    const type = types[0]?.[nodes[node] ?? 0] ?? '';
    if (/^(object|closure|string|concatenated string|sliced string|array|regexp|number|bigint|symbol)$/.test(type))
      sum += nodes[node + size] ?? 0;
  }
  return sum;
}

async function live(page: Page, lives: number, flow?: string): Promise<void> {
  await page.evaluate(([count, src]) => globalThis.leakLedger?.live(count, src), [lives, flow] as const);
}

/**
 * What the engine keeps for its own purposes goes up and down, with the element and without it: machine code, caches, lists
 * of shapes. So many bytes between two measures were seen of a custom element that does nothing but ask once.
 */
const NOISE = 30_000;

test('ten thousand lives leave nothing behind: no listener, no timer, no node, not a byte each', async ({
  bare,
  page,
  devtools,
}) => {
  test.slow();
  await bare.open({ body: '', untouched: true });
  await live(page, 5000);
  const before = await measure(page, devtools);
  await live(page, 10_000);
  const after = await measure(page, devtools);
  expect(await page.evaluate(() => globalThis.leakLedger?.requests())).toBe(15_000);
  expect({ ...after.counts, timers: after.timers }).toEqual({ ...before.counts, timers: 0 });
  expect((after.made - before.made) / 10_000, 'bytes a life').toBeLessThan(1);
  expect(after.heap - before.heap, 'bytes of ten thousand lives').toBeLessThan(10_000 + NOISE);
});

test('lives with a flow in an iframe leave no document behind', async ({ bare, page, devtools }) => {
  await bare.open({ body: '', untouched: true });
  await live(page, 50, FLOW);
  const before = await measure(page, devtools);
  await live(page, 100, FLOW);
  const after = await measure(page, devtools);
  expect({ ...after.counts, timers: after.timers }).toEqual({ ...before.counts, timers: 0 });
});

test('two hours with one session: the same at the end as after ten minutes', async ({ bare, page, devtools }) => {
  await bare.open({ body: element('poll-interval="10" max-attempts="100000"'), untouched: true });
  const pass = async (minutes: number): Promise<void> => {
    await page.evaluate(
      async ([left, origin, sessionId]) => {
        for (let minute = 0; minute < left; minute += 1) {
          const data = { Step: minute % 2 ? 'INSTITUTION_SELECTED' : 'APP_MOUNTED', sessionId };
          window.dispatchEvent(new MessageEvent('message', { data, origin }));
          window.dispatchEvent(new MessageEvent('message', { data, origin: 'https://evil.test' }));
          document.documentElement.lang = minute % 2 ? 'fr' : 'en';
          await globalThis.leakLedger?.pass(60_000);
        }
      },
      [minutes, FLINKS, SESSION] as const,
    );
  };
  await pass(10);
  const before = await measure(page, devtools);
  await pass(110);
  const after = await measure(page, devtools);
  // A check every ten seconds, and none beside them.
  expect(await page.evaluate(() => globalThis.leakLedger?.requests())).toBe(721);
  expect({ ...after.counts, timers: after.timers }).toEqual({ ...before.counts, timers: 1 });
  // One object kept of each check would be more. What the engine compiles in these hours is not looked at.
  expect(after.made - before.made, 'bytes').toBeLessThan(4000);
});
