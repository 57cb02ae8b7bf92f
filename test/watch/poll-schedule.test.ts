import { expect } from '../support/expect.js';
import { restore, stub, useFakeTimers } from 'sinon';
import type { PageState } from '../../src/watch/page-activity.js';
import { backoff, FLOOR, nextCheckAt, readRetryAfter } from '../../src/watch/poll-schedule.js';
import { watchError } from '../../src/watch/fault.js';
import {
  answered,
  asked,
  beginning,
  failed,
  heard,
  reduce,
  spent,
  wanted,
  type WatchAction,
} from '../../src/watch/watch-state.js';

const INTERVAL = 30_000;
const REPORT = { status: 'Initiated', statusDetails: 'EFT0101', amount: null, referenceId: null };
const DONE = { ...REPORT, status: 'Completed', statusDetails: 'EFT0301' };
const lost = (wait: number, now: number): WatchAction => failed(watchError('network'), wait, now);

/** When a check is due after these actions, in milliseconds. */
function due(actions: readonly WatchAction[], page: PageState = 'awake'): number | null {
  return nextCheckAt(actions.reduce(reduce, beginning('aadd08f2-83ce-456d-84ed-c68cfed4ee7b', 0)), INTERVAL, page);
}

describe('when the next check is due', () => {
  beforeEach(() => stub(Math, 'random').returns(0));
  afterEach(() => {
    restore();
  });

  const first = [asked(1_000), answered(REPORT, 1_200)];
  const rows: [what: string, actions: WatchAction[], due: number | null][] = [
    ['at once at the start', [], 0],
    ['an interval after an answer', first, 31_200],
    ['an interval after a message', [...first, heard('SUBMIT_MFA', 20_000)], 50_000],
    ['an interval after a message of unknown name', [...first, heard('POPUP_BLOCKED', 20_000)], 50_000],
    ['when wanted, at the floor', [...first, wanted], 11_000],
    ['when an ending message came, at the floor', [...first, heard('SUCCESS', 5_000)], 11_000],
    [
      'after one answer to an ending message, at the floor',
      [heard('SUCCESS', 0), asked(5), answered(REPORT, 9)],
      10_005,
    ],
    [
      'after three answers to an ending message, by the interval again',
      [heard('SUCCESS', 0), ...[5, 10_005, 20_005].flatMap(at => [asked(at), answered(REPORT, at + 5)])],
      50_010,
    ],
    ['after a failure, at the floor', [asked(0), lost(0, 500)], 10_500],
    ['after two failures, doubled', [asked(0), lost(0, 0), asked(10_000), lost(0, 10_000)], 30_000],
    ['after Retry-After', [asked(0), lost(60_000, 500)], 60_500],
    ['wanted during Retry-After: then, not before', [asked(0), lost(60_000, 500), wanted], 60_500],
    ['wanted during a backoff: at the floor', [asked(0), lost(0, 0), asked(10_000), lost(0, 10_000), wanted], 20_000],
    ['after a failure, put off by a message', [asked(0), lost(0, 0), heard('SUBMIT_MFA', 5_000)], 35_000],
    ['after a failure, not put off while confirming', [heard('SUCCESS', 0), asked(0), lost(0, 0)], 10_000],
    ['never, given up', [...first, spent], null],
    ['at the floor, given up and asked for', [...first, spent, wanted], 11_000],
    ['never, refused', [asked(0), failed(watchError('bad-request'), 0, 0)], null],
  ];
  for (const [what, actions, expected] of rows) {
    it(what, () => {
      expect(due(actions)).to.equal(expected);
    });
  }

  it('never while hidden or offline, but to confirm an ending message', () => {
    expect(due([], 'asleep')).to.equal(null);
    expect(due([...first, wanted], 'asleep')).to.equal(null);
    const tries = (count: number): WatchAction[] =>
      Array.from({ length: count }, () => [asked(0), answered(REPORT, 0)]).flat();
    expect(due([heard('SUCCESS', 0), ...tries(2)], 'asleep')).to.equal(FLOOR);
    expect(due([heard('SUCCESS', 0), ...tries(3)], 'asleep')).to.equal(null);
    expect(due([heard('GUARANTEE_FAILED', 0)], 'asleep')).to.equal(0);
  });

  it('never while the page is in the cache', () => {
    expect(due([heard('SUCCESS', 0)], 'stored')).to.equal(null);
  });

  it('by the table of an ended session, never', () => {
    const over = [asked(0), answered(DONE, 0)].reduce(reduce, beginning('aadd08f2-83ce-456d-84ed-c68cfed4ee7b', 0));
    expect(nextCheckAt(over, INTERVAL, 'awake')).to.equal(null);
  });
});

describe('the backoff', () => {
  afterEach(() => {
    restore();
  });

  it('doubles from the floor to two minutes', () => {
    stub(Math, 'random').returns(0);
    expect([0, 1, 2, 3, 4, 5, 20].map(backoff)).to.deep.equal([10, 20, 40, 80, 120, 120, 120].map(s => s * 1000));
  });

  it('is never below the floor, nor above two minutes, and not the same for all', () => {
    const random = stub(Math, 'random').returns(0.999);
    const late = [0, 1, 2, 3, 4].map(backoff);
    random.returns(0.5);
    const middle = [0, 1, 2, 3, 4].map(backoff);
    expect(late.every(delay => delay >= FLOOR && delay <= 120_000)).to.equal(true);
    expect(late.slice(0, 4)).not.to.deep.equal(middle.slice(0, 4));
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 10, 21, 12);
  const rows: [header: string | null, milliseconds: number][] = [
    [null, 0],
    ['', 0],
    ['0', 0],
    ['7', 7_000],
    ['60', 60_000],
    ['3600', 300_000],
    ['-5', 0],
    ['soon', 0],
    ['Infinity', 300_000],
    [new Date(now + 90_000).toUTCString(), 90_000],
    [new Date(now - 90_000).toUTCString(), 0],
    [new Date(now + 9_000_000).toUTCString(), 300_000],
  ];
  for (const [header, milliseconds] of rows) {
    it(`${String(header)} is ${String(milliseconds)} ms`, () => {
      const clock = useFakeTimers({ now, toFake: ['Date'] });
      expect(readRetryAfter(header)).to.equal(milliseconds);
      clock.restore();
    });
  }
});
