import { expect } from '../support/expect.js';
import type { ErrorCode } from '../../src/watch/fault.js';
import { watchError } from '../../src/watch/fault.js';
import {
  answered,
  asked,
  beginning,
  failed,
  heard,
  IDLE,
  isFlowOver,
  isSettled,
  misconfigured,
  reached,
  reduce,
  snapshotOf,
  spent,
  wanted,
  type Phase,
  type WatchAction,
  type WatchState,
} from '../../src/watch/watch-state.js';

const SESSION = 'aadd08f2-83ce-456d-84ed-c68cfed4ee7b';
const START = beginning(SESSION, 0);

/** A check that is answered. */
const answer = (status: string, statusDetails: string | null = null): WatchAction[] => [
  asked(0),
  answered({ status, statusDetails, amount: 500, referenceId: 'USER12345' }, 0),
];
/** A check that fails. */
const failure = (code: ErrorCode): WatchAction[] => [asked(0), failed(watchError(code), 0, 0)];
const say = (step: string): WatchAction[] => [heard(step, 0)];

const INITIATED = answer('Initiated', 'EFT0101');
const IN_PROGRESS = answer('InProgress');
const UNKNOWN = answer('Paused', 'EFT9999');
const SCHEDULED = answer('Completed', 'EFT0301');
const UNSIGNED = answer('Completed', 'EFT0302');
const NOT_ELIGIBLE = answer('Failed', 'EFT0402');
const CANCELED = answer('Canceled', 'EFT0501');
const EXPIRED = answer('Expired', 'EFT0601');
const SUCCESS = say('SUCCESS');
const FAILED = say('GUARANTEE_FAILED');
const LEFT = say('COMPONENT_PAD_WARNING_SCREEN_EXIT');
const OTHER_WAYS = say('COMPONENT_OTHER_FUNDING_OPTIONS_SELECTED');
const MOUNTED = say('APP_MOUNTED');
const LOST = failure('network');
const NOT_FOUND = failure('session-not-found');
const REFUSED = failure('access-refused');
const SPENT = [spent];

function after(...parts: readonly WatchAction[][]): WatchState {
  return parts.flat().reduce(reduce, START);
}

type Row = [what: string, actions: WatchAction[][], phase: Phase, mode: WatchState['mode'], confirmed?: boolean];

function follows(rows: readonly Row[]): void {
  for (const [what, actions, phase, mode, confirmed = false] of rows) {
    it(what, () => {
      const state = after(...actions);
      expect({ phase: state.phase, mode: state.mode, confirmed: state.confirmed }).to.deep.equal({
        phase,
        mode,
        confirmed,
      });
    });
  }
}

describe('what the endpoint says', () => {
  follows([
    ['nothing yet', [], 'waiting', 'watching'],
    ['Initiated', [INITIATED], 'waiting', 'watching'],
    ['InProgress', [IN_PROGRESS], 'waiting', 'watching'],
    ['a status nobody knows', [UNKNOWN], 'waiting', 'watching'],
    ['EFT0302', [UNSIGNED], 'signature', 'watching', true],
    ['EFT0301', [SCHEDULED], 'success', 'over', true],
    ['EFT0302, then EFT0301', [UNSIGNED, SCHEDULED], 'success', 'over', true],
    ['EFT0302, then Initiated again', [UNSIGNED, INITIATED], 'waiting', 'watching'],
    ['Failed', [NOT_ELIGIBLE], 'declined', 'over', true],
    ['Failed with an unknown code', [answer('Failed', 'EFT0499')], 'declined', 'over', true],
    ['Completed with an unknown code', [answer('Completed', 'EFT0399')], 'waiting', 'watching'],
    ['Failed with the code of success', [answer('Failed', 'EFT0301')], 'waiting', 'watching'],
    ['Canceled', [CANCELED], 'canceled', 'over', true],
    ['Cancelled, the other spelling', [answer('Cancelled', 'EFT0501')], 'canceled', 'over', true],
    ['Expired', [EXPIRED], 'expired', 'over', true],
  ]);
});

describe('what the flow says', () => {
  follows([
    ['a step on the way', [say('INSTITUTION_SELECTED')], 'waiting', 'watching'],
    ['SUCCESS alone is no success', [SUCCESS], 'confirming', 'watching'],
    ['GUARANTEE_FAILED is bad news at once', [FAILED], 'declined', 'watching'],
    ['declined the agreement', [LEFT], 'left', 'watching'],
    ['asked for other ways to pay', [OTHER_WAYS], 'left', 'watching'],
    ['turned the smaller amount down', [say('COMPONENT_NBO_RETURN_TO_CLIENT_SELECTED')], 'left', 'watching'],
    ['no guarantee, then other ways to pay', [FAILED, OTHER_WAYS], 'declined', 'watching'],
    ['SUCCESS, then left', [SUCCESS, LEFT], 'confirming', 'watching'],
    ['SUCCESS, then GUARANTEE_FAILED', [SUCCESS, FAILED], 'declined', 'watching'],
    ['GUARANTEE_FAILED, then SUCCESS', [FAILED, SUCCESS], 'confirming', 'watching'],
    ['left, then SUCCESS', [LEFT, SUCCESS], 'confirming', 'watching'],
    ['left, then the flow loads anew', [LEFT, MOUNTED], 'waiting', 'watching'],
    ['left unsigned, then the flow loads anew', [LEFT, UNSIGNED, MOUNTED], 'signature', 'watching', true],
    ['SUCCESS, then the flow loads anew', [SUCCESS, MOUNTED], 'confirming', 'watching'],
    ['signature, then SUCCESS', [UNSIGNED, SUCCESS], 'confirming', 'watching'],
    ['signature, then left', [UNSIGNED, LEFT], 'left', 'watching'],
    ['an unknown step', [say('POPUP_BLOCKED')], 'waiting', 'watching'],
  ]);
});

describe('the endpoint lagging behind the flow', () => {
  follows([
    ['SUCCESS, Initiated', [SUCCESS, INITIATED], 'confirming', 'watching'],
    [
      'SUCCESS, ten times InProgress',
      [SUCCESS, ...Array<WatchAction[]>(10).fill(IN_PROGRESS)],
      'confirming',
      'watching',
    ],
    ['SUCCESS, EFT0302 first', [SUCCESS, UNSIGNED], 'confirming', 'watching'],
    ['SUCCESS, EFT0302 twice', [SUCCESS, UNSIGNED, UNSIGNED], 'confirming', 'watching'],
    ['SUCCESS, EFT0302 third', [SUCCESS, INITIATED, INITIATED, UNSIGNED], 'signature', 'watching', true],
    ['SUCCESS, EFT0301', [SUCCESS, SCHEDULED], 'success', 'over', true],
    ['SUCCESS, Failed', [SUCCESS, NOT_ELIGIBLE], 'declined', 'over', true],
    ['GUARANTEE_FAILED, Initiated', [FAILED, INITIATED], 'declined', 'watching'],
    ['GUARANTEE_FAILED, EFT0302 four times', [FAILED, UNSIGNED, UNSIGNED, UNSIGNED, UNSIGNED], 'declined', 'watching'],
    ['GUARANTEE_FAILED, Failed', [FAILED, NOT_ELIGIBLE], 'declined', 'over', true],
    ['GUARANTEE_FAILED, EFT0301', [FAILED, SCHEDULED], 'success', 'over', true],
    ['left, EFT0302 four times', [LEFT, UNSIGNED, UNSIGNED, UNSIGNED, UNSIGNED], 'left', 'watching'],
    ['left, Expired', [LEFT, EXPIRED], 'expired', 'over', true],
    ['left, EFT0301', [LEFT, SCHEDULED], 'success', 'over', true],
  ]);

  it('does not count the answer to a check begun before the message', () => {
    const late = [asked(0), heard('SUCCESS', 0), ...UNSIGNED.slice(1)];
    expect(after(late, UNSIGNED, UNSIGNED).phase).to.equal('confirming');
    expect(after(late, UNSIGNED, UNSIGNED, UNSIGNED).phase).to.equal('signature');
  });

  it('takes an outcome from a check begun before the message', () => {
    expect(after([asked(0), heard('SUCCESS', 0), ...SCHEDULED.slice(1)]).phase).to.equal('success');
  });
});

describe('confirmations that fail', () => {
  follows([
    ['twice', [SUCCESS, LOST, LOST], 'confirming', 'watching'],
    ['three times in a row: submitted, not confirmed', [SUCCESS, LOST, LOST, LOST], 'success', 'over'],
    ['three times, an answer between', [SUCCESS, LOST, LOST, INITIATED, LOST], 'confirming', 'watching'],
    ['before the message do not count', [LOST, LOST, LOST, SUCCESS, LOST, LOST], 'confirming', 'watching'],
    [
      'of other kinds count too',
      [SUCCESS, failure('timeout'), failure('server'), failure('malformed-response')],
      'success',
      'over',
    ],
    ['refusals are an error, not a success', [SUCCESS, REFUSED, REFUSED, REFUSED], 'error', 'resting'],
    ['without SUCCESS never are one', [LOST, LOST, LOST, LOST], 'waiting', 'watching'],
    ['after GUARANTEE_FAILED change nothing', [FAILED, LOST, LOST, LOST, LOST], 'declined', 'watching'],
    ['after leaving change nothing', [LEFT, LOST, LOST, LOST, LOST], 'left', 'watching'],
  ]);

  it('does not count a check begun before the message', () => {
    const late = [asked(0), heard('SUCCESS', 0), ...LOST.slice(1)];
    expect(after(late, LOST, LOST).phase).to.equal('confirming');
    expect(after(late, LOST, LOST, LOST).phase).to.equal('success');
  });
});

describe('refusals', () => {
  follows([
    ['400 at once', [failure('bad-request')], 'error', 'resting'],
    ['404 twice', [NOT_FOUND, NOT_FOUND], 'waiting', 'watching'],
    ['404 three times', [NOT_FOUND, NOT_FOUND, NOT_FOUND], 'error', 'resting'],
    ['404, 403, 404', [NOT_FOUND, REFUSED, NOT_FOUND], 'error', 'resting'],
    ['404, 404, network, 404', [NOT_FOUND, NOT_FOUND, LOST, NOT_FOUND], 'waiting', 'watching'],
    ['404, 404, Initiated, 404', [NOT_FOUND, NOT_FOUND, INITIATED, NOT_FOUND], 'waiting', 'watching'],
    ['while declined: settled on the flow’s word', [FAILED, NOT_FOUND, NOT_FOUND, NOT_FOUND], 'declined', 'over'],
    ['asked again, refused again', [NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND], 'error', 'resting'],
    ['asked again, answered', [NOT_FOUND, NOT_FOUND, NOT_FOUND, INITIATED], 'waiting', 'watching'],
    ['a step on the way does not lift an error', [failure('bad-request'), MOUNTED], 'error', 'resting'],
    ['an ending does', [failure('bad-request'), SUCCESS], 'confirming', 'watching'],
    ['while confirming, asked again', [SUCCESS, NOT_FOUND, NOT_FOUND, NOT_FOUND, INITIATED], 'confirming', 'watching'],
  ]);
});

describe('attempts spent', () => {
  follows([
    ['while waiting', [INITIATED, SPENT], 'unconfirmed', 'resting'],
    ['while confirming', [SUCCESS, INITIATED, SPENT], 'unconfirmed', 'resting'],
    ['after leaving', [LEFT, INITIATED, SPENT], 'unconfirmed', 'resting'],
    ['while declined: settled unconfirmed', [FAILED, INITIATED, SPENT], 'declined', 'over'],
    ['while unsigned: settled as signature', [UNSIGNED, SPENT], 'signature', 'resting', true],
    ['then asked, still open', [INITIATED, SPENT, INITIATED], 'waiting', 'watching'],
    ['then asked while confirming, still open', [SUCCESS, INITIATED, SPENT, INITIATED], 'confirming', 'watching'],
    ['then asked, scheduled', [INITIATED, SPENT, SCHEDULED], 'success', 'over', true],
    [
      'then asked in vain: nobody knows yet, and the watch goes on',
      [INITIATED, SPENT, LOST],
      'unconfirmed',
      'watching',
    ],
    ['then asked in vain, then answered', [INITIATED, SPENT, LOST, INITIATED], 'waiting', 'watching'],
    ['then a message', [INITIATED, SPENT, say('SUBMIT_MFA')], 'waiting', 'watching'],
    ['then an unknown step', [INITIATED, SPENT, say('POPUP_BLOCKED')], 'unconfirmed', 'resting'],
    ['then SUCCESS', [INITIATED, SPENT, SUCCESS], 'confirming', 'watching'],
    ['unsigned, then signed after all', [UNSIGNED, SPENT, SUCCESS, SCHEDULED], 'success', 'over', true],
  ]);

  it('gives the full number back for a message, and for asking again', () => {
    expect(after(INITIATED, INITIATED).attempts).to.equal(2);
    expect(after(INITIATED, say('SUBMIT_MFA')).attempts).to.equal(0);
    expect(after(INITIATED, say('POPUP_BLOCKED')).attempts).to.equal(0);
    expect(after(INITIATED, INITIATED, SPENT, [wanted, asked(0)]).attempts).to.equal(1);
  });

  it('forgets a check that was wanted, lest the watch never rest', () => {
    expect(after(INITIATED, [wanted, spent]).wanted).to.equal(false);
    expect(after([wanted], failure('bad-request')).wanted).to.equal(false);
  });

  it('says so in the error until the watch goes on', () => {
    expect(after(INITIATED, SPENT).error).to.include({ code: 'attempts-spent', retriable: true });
    expect(after(INITIATED, SPENT, say('SUBMIT_MFA')).error).to.equal(null);
    expect(after(INITIATED, SPENT, INITIATED).error).to.equal(null);
  });
});

describe('an end', () => {
  const ends: [string, WatchState][] = [
    ['success', after(SCHEDULED)],
    ['success, unconfirmed', after(SUCCESS, LOST, LOST, LOST)],
    ['declined', after(NOT_ELIGIBLE)],
    ['declined, unconfirmed', after(FAILED, INITIATED, SPENT)],
    ['canceled', after(CANCELED)],
    ['expired', after(EXPIRED)],
  ];
  const everything = [SUCCESS, FAILED, LEFT, MOUNTED, SPENT, LOST, SCHEDULED, NOT_ELIGIBLE, INITIATED, [wanted]].flat();

  for (const [name, end] of ends) {
    it(`is never left: ${name}`, () => {
      for (const action of everything) expect(reduce(end, action)).to.equal(end);
      expect(isSettled(end)).to.equal(true);
      expect(isFlowOver(end)).to.equal(true);
    });
  }
});

describe('what is remembered', () => {
  it('keeps what the endpoint said, even where the phase is the flow’s', () => {
    const { status, statusDetails, amount, referenceId, source, phase } = after(SUCCESS, UNSIGNED);
    expect({ status, statusDetails, amount, referenceId, source, phase }).to.deep.equal({
      status: 'Completed',
      statusDetails: 'EFT0302',
      amount: 500,
      referenceId: 'USER12345',
      source: 'flow',
      phase: 'confirming',
    });
  });

  it('never goes back a stage for a late message, unless the payer comes back', () => {
    expect(after(say('ACCOUNT_SELECTED'), say('INSTITUTION_SELECTED')).stage).to.equal(2);
    expect(after(say('ACCOUNT_SELECTED'), LEFT, MOUNTED).stage).to.equal(0);
  });

  const stages: [name: string, actions: WatchAction[][], stage: number][] = [
    ['none before anything', [], -1],
    ['that of a message', [say('SUBMIT_MFA')], 1],
    ['that of the details', [[reached(2)]], 2],
    ['the details’ after a message', [say('SUBMIT_MFA'), [reached(3)]], 3],
    ['a message’s after the details', [[reached(1)], say('GUARANTEE_OFFERED')], 3],
    ['not that of a late message', [[reached(3)], say('SUBMIT_MFA')], 3],
    ['not that of older details', [say('GUARANTEE_OFFERED'), [reached(0)]], 3],
    ['not that of details of an unknown step', [say('GUARANTEE_OFFERED'), [reached(-1)]], 3],
    ['not that of an answer', [[reached(2)], INITIATED], 2],
    ['the first, where the payer left and is back', [[reached(3)], LEFT, MOUNTED], 0],
    ['the details’ again, after that', [[reached(3)], LEFT, MOUNTED, [reached(1)]], 1],
    ['the same, where the flow mounts anew and the payer had not left', [[reached(3)], MOUNTED], 3],
    ['that of the end, once it is over', [[reached(2)], SCHEDULED, [reached(4)]], 2],
  ];
  for (const [name, actions, stage] of stages) {
    it(`the furthest stage: ${name}`, () => expect(after(...actions).stage).to.equal(stage));
  }

  it('a stage that the details name is no news for the page, and no sign of life', () => {
    const before = after(INITIATED, say('SUBMIT_MFA'));
    const later = reduce(before, reached(3));
    expect(later).to.deep.equal({ ...before, stage: 3 });
    expect(snapshotOf(later)).to.deep.equal(snapshotOf(before));
  });

  it('says whose word the phase rests on', () => {
    expect(START.source).to.equal(null);
    expect(after(INITIATED).source).to.equal('status');
    expect(after(INITIATED, say('SUBMIT_MFA')).source).to.equal('flow');
    expect(after(UNSIGNED, say('COMPONENT_PAD_DOWNLOADED')).source).to.equal('status');
    expect(after(SUCCESS, SCHEDULED).source).to.equal('status');
    expect(after(SUCCESS, LOST, LOST, LOST).source).to.equal('flow');
  });

  it('keeps the trouble in sight until a good answer', () => {
    expect(after(LOST).error).to.include({ code: 'network', retriable: true });
    expect(after(LOST, INITIATED).error).to.equal(null);
  });
});

describe('snapshots', () => {
  it('are frozen, and have the fields of the contract and no others', () => {
    for (const state of [IDLE, START, after(SCHEDULED), misconfigured(watchError('invalid-base-url', 'x'))]) {
      const snapshot = snapshotOf(state);
      expect(Object.isFrozen(snapshot)).to.equal(true);
      expect(Object.keys(snapshot)).to.have.members(
        'sessionId phase status statusDetails step amount referenceId confirmed source attempts checkedAt error'.split(
          ' ',
        ),
      );
    }
  });

  it('tell a configuration error from one that passes', () => {
    const { phase, error } = misconfigured(watchError('invalid-base-url', 'ftp://x'));
    expect({ phase, ...error }).to.deep.equal({
      phase: 'error',
      code: 'invalid-base-url',
      message: 'invalid-base-url: ftp://x',
      retriable: false,
    });
  });

  it('are frozen states all along', () => {
    const all = [...SUCCESS, ...INITIATED, ...LOST, wanted, ...LEFT, heard('POPUP_BLOCKED', 0), spent];
    all.reduce((state, action) => {
      const next = reduce(state, action);
      expect(Object.isFrozen(next)).to.equal(true);
      return next;
    }, START);
  });
});
