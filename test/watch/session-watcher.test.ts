/** The watch under anything that may happen, in any order: what must hold, holds. */
import { expect } from '../support/expect.js';
import { anySeed } from '../support/seed.js';
import fc from 'fast-check';
import { SessionWatcher, type Watch } from '../../src/watch/session-watcher.js';
import { isSettled, type WatchState } from '../../src/watch/watch-state.js';
import * as bench from '../support/bench.js';

const RUNS = 40;
const ORIGIN = 'https://payments.flinksapp.com';
const ATTEMPTS = 4;

type Happening = (table: Table) => void | Promise<void>;

/** A watcher, those who watch, and all that was seen. */
interface Table {
  readonly watcher: SessionWatcher;
  readonly watches: readonly [Watch, Watch];
  readonly states: WatchState[];
}

const ANSWERS: readonly (readonly [name: string, answer: bench.Answer])[] = [
  ['Initiated', bench.INITIATED],
  ['InProgress', bench.IN_PROGRESS],
  ['EFT0301', bench.SCHEDULED],
  ['EFT0302', bench.UNSIGNED],
  ['EFT0402', bench.NOT_ELIGIBLE],
  ['EFT0501', bench.CANCELED],
  ['unknown', bench.status('Completed', 'EFT0999')],
  ['network', bench.unreachable],
  ['silence', bench.silence],
  ['404', bench.http(404)],
  ['403', bench.http(403)],
  ['429', bench.http(429, { 'Retry-After': '45' })],
  ['500', bench.http(500)],
  ['400', bench.http(400)],
  ['HTML', bench.body('<!doctype html>')],
];

const STEPS = [
  'APP_MOUNTED',
  'SUBMIT_MFA',
  'SUCCESS',
  'GUARANTEE_FAILED',
  'COMPONENT_PAD_WARNING_SCREEN_EXIT',
  'COMPONENT_OTHER_FUNDING_OPTIONS_SELECTED',
  'POPUP_BLOCKED',
];

const post = (step: string, origin: string): void => {
  window.dispatchEvent(new MessageEvent('message', { data: { Step: step }, origin, source: window }));
};

/** Something that may happen, and its name for the report of a failure. */
const named = (name: string, happening: Happening): { toString(): string; happening: Happening } => ({
  toString: () => name,
  happening,
});

const happenings = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 45 }).map(s => named(`${String(s)} s`, () => bench.advance(s))) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...STEPS).map(step =>
      named(step, () => {
        post(step, ORIGIN);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...STEPS).map(step =>
      named(`forged ${step}`, ({ watcher }) => {
        const before = watcher.state;
        post(step, `${ORIGIN}.evil.example`);
        expect(watcher.state, 'a forged message changes nothing').to.equal(before);
      }),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...ANSWERS).map(([name, answer]) =>
      named(`answer ${name}`, () => {
        bench.endpoint.says(answer);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -1, max: 4 }).map(stage =>
      named(`details at ${String(stage)}`, ({ watcher }) => {
        const timers = bench.timers();
        watcher.reach(stage);
        expect(bench.timers(), 'timers after details came').to.equal(timers);
      }),
    ),
  },
  fc.constantFrom(
    named('hide', bench.hide),
    named('show', bench.show),
    named('offline', bench.goOffline),
    named('online', bench.goOnline),
    named('store', bench.store),
    named('come back', bench.comeBack),
    named('check', ({ watcher }) => {
      void watcher.check();
    }),
    named('second joins', ({ watcher, watches }) => {
      watcher.add(watches[1]);
    }),
    named('second leaves', ({ watcher, watches }) => {
      watcher.remove(watches[1]);
    }),
    named('first joins', ({ watcher, watches }) => {
      watcher.add(watches[0]);
    }),
    named('first leaves', ({ watcher, watches }) => {
      watcher.remove(watches[0]);
    }),
  ),
);

function lay(): Table {
  const watcher = new SessionWatcher({ sessionId: bench.freshSession(), baseUrl: ORIGIN });
  const states: WatchState[] = [watcher.state];
  const watch = (): Watch => ({
    pollInterval: 30_000,
    maxAttempts: ATTEMPTS,
    flow: { origins: [ORIGIN], windows: [window] },
    heard: () => {},
    log: undefined,
    changed: () => states.push(watcher.state),
  });
  return { watcher, watches: [watch(), watch()], states };
}

/** What must hold whatever happened, of the states in their order and of what is left at the end. */
function holds({ watcher, states, watches }: Table): void {
  const { sessionId } = watcher.address;
  const times = bench.endpoint.times(sessionId);
  times.slice(1).forEach((time, index) => {
    expect(time - (times[index] ?? 0), 'seconds between two checks').to.be.at.least(10);
  });
  for (const state of states) {
    expect(state.attempts, 'attempts').to.be.at.most(ATTEMPTS);
    if (state.phase !== 'success') continue;
    if (state.confirmed) expect(`${String(state.status)} ${String(state.statusDetails)}`).to.equal('Completed EFT0301');
    else
      expect({ step: state.ending?.phase, failures: state.failures >= 3 }).to.deep.equal({
        step: 'confirming',
        failures: true,
      });
  }
  states.slice(1).forEach((state, index) => {
    const before = states[index] ?? state;
    const isBack = state.step === 'APP_MOUNTED' && before.ending?.phase === 'left';
    if (!isBack) expect(state.stage, 'stage').to.be.at.least(before.stage);
  });
  const end = states.findIndex(({ mode }) => mode === 'over');
  if (end >= 0) expect(new Set(states.slice(end)).size, 'states from the end on').to.equal(1);
  for (const watch of watches) watcher.remove(watch);
  expect({ timers: bench.timers(), listeners: bench.listenedFor() }).to.deep.equal({ timers: 0, listeners: [] });
}

describe('a watcher', () => {
  bench.setUp();

  it('keeps its promises in any order of events', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(fc.array(happenings, { minLength: 5, maxLength: 40 }), async sequence => {
        const table = lay();
        table.watcher.add(table.watches[0]);
        for (const { happening } of sequence) {
          await happening(table);
          await bench.settle();
        }
        bench.show();
        bench.goOnline();
        bench.comeBack();
        holds(table);
      }),
      { numRuns: RUNS, seed: anySeed() },
    );
  });

  it('comes to an end by itself where nobody stirs: confirmed, given up, or refused', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(happenings, { maxLength: 12 }),
        fc.constantFrom(...ANSWERS),
        async (sequence, [, last]) => {
          const table = lay();
          table.watcher.add(table.watches[0]);
          for (const { happening } of sequence) await happening(table);
          bench.endpoint.says(last);
          bench.show();
          bench.goOnline();
          bench.comeBack();
          table.watcher.add(table.watches[0]);
          await bench.advance(3600);
          expect(table.watcher.state.mode).not.to.equal('watching');
          const asked = bench.endpoint.times(table.watcher.address.sessionId).length;
          await bench.advance(3600);
          expect(bench.endpoint.times(table.watcher.address.sessionId).length).to.equal(asked);
          if (isSettled(table.watcher.state)) expect(table.watcher.state.phase).not.to.equal('unconfirmed');
          holds(table);
        },
      ),
      { numRuns: RUNS, seed: anySeed() },
    );
  });

  it('lets go of everybody who waits for a check, whatever becomes of it', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(fc.array(happenings, { maxLength: 12 }), async sequence => {
        const table = lay();
        table.watcher.add(table.watches[0]);
        await bench.settle();
        let waiting = 0;
        for (const { happening } of sequence) {
          waiting += 1;
          void table.watcher.check().then(() => (waiting -= 1));
          await happening(table);
        }
        for (const watch of table.watches) table.watcher.remove(watch);
        await bench.settle();
        expect(waiting).to.equal(0);
      }),
      { numRuns: RUNS, seed: anySeed() },
    );
  });

  it('makes no more of one wish than of many', async () => {
    const table = lay();
    table.watcher.add(table.watches[0]);
    await bench.settle();
    const checks = Array.from({ length: 50 }, () => table.watcher.check());
    await bench.advance(10);
    await Promise.all(checks);
    expect(bench.endpoint.times(table.watcher.address.sessionId)).to.deep.equal([0, 10]);
    holds(table);
  });
});
