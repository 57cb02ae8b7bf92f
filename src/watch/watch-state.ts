import {
  effectOf,
  FLOW_STAGES,
  isFlowStep,
  type FlowEnding,
  type FlowStage,
  type FlowStep,
} from '../protocol/flow-message.js';
import { outcomeOf, type Outcome } from '../protocol/session-status.js';
import { isRefusal, watchError, type WatchError } from './fault.js';
import { afterFailure, FLOOR, PATIENCE } from './poll-schedule.js';
import type { CheckResult } from './status-client.js';

/** Where a payment stands. */
export type Phase =
  | 'idle'
  | 'waiting'
  | 'confirming'
  | 'signature'
  | 'success'
  | 'declined'
  | 'left'
  | 'canceled'
  | 'expired'
  | 'unconfirmed'
  | 'error';

/** The state as the page may see it; frozen. */
export interface Snapshot {
  /** The session watched; `null` while there is none. */
  readonly sessionId: string | null;
  readonly phase: Phase;
  /** `status` of the endpoint's last answer, as it came. */
  readonly status: string | null;
  /** `statusDetails` of the endpoint's last answer, as it came: an EFT code. */
  readonly statusDetails: string | null;
  /** The last documented message of the hosted flow. */
  readonly step: FlowStep | null;
  /** In dollars, as the endpoint named it; `null` where it is not set yet. */
  readonly amount: number | null;
  /** The merchant's own reference, as the endpoint named it. */
  readonly referenceId: string | null;
  /** Whether the endpoint itself named the outcome shown. */
  readonly confirmed: boolean;
  /** Whose word the phase rests on; `null` before the first. */
  readonly source: 'flow' | 'status' | null;
  /** Checks made since the start, or since the flow's last message. */
  readonly attempts: number;
  /** When the endpoint last answered, in milliseconds since the epoch. */
  readonly checkedAt: number | null;
  /** Why the last check failed, or why none can be made; `null` after a good answer. */
  readonly error: WatchError | null;
}

/** An ending message, as far as the endpoint has not confirmed it. */
interface Ending {
  readonly phase: FlowEnding;
  /** The number of the last check begun before the message: its answer may be older than the message. */
  readonly after: number;
  /** Answers since. */
  readonly answers: number;
  /** Failures since, in a row. */
  readonly failures: number;
}

/**
 * The state of a watch, changed by {@link reduce} alone: what the page may see, and what only the watch needs.
 *
 * `unable`: nothing to watch. `watching`: checks go on by themselves. `resting`: they go on when somebody asks or the
 * flow speaks. `over`: nothing changes any more; no request, no timer, no listener from here on.
 */
export interface WatchState extends Snapshot {
  readonly mode: 'unable' | 'watching' | 'resting' | 'over';
  readonly ending: Ending | null;
  /** The furthest stage reached: a late message never takes the payer back. */
  readonly stage: FlowStage | null;
  /** Whether a check was asked for and has not begun yet. */
  readonly wanted: boolean;
  /** Checks ever begun. */
  readonly checks: number;
  /** Failed checks in a row. */
  readonly failures: number;
  /** Refused checks in a row. */
  readonly refusals: number;
  /** When a trusted message or an answer last came. All times here are those of one monotonic clock. */
  readonly quietSince: number;
  /** When the floor, or the endpoint's `Retry-After`, next allows a check. */
  readonly opensAt: number;
  /** When a failed check may be tried again. */
  readonly retryAt: number;
}

/** What happened to the watch, and when. */
export type WatchAction =
  | { readonly type: 'wanted' | 'spent' }
  | { readonly type: 'asked'; readonly now: number }
  | { readonly type: 'heard'; readonly step: string; readonly now: number }
  | (CheckResult & { readonly now: number });

type Answered = Extract<WatchAction, { type: 'answered' }>;
type Failed = Extract<WatchAction, { type: 'failed' }>;
type Heard = Extract<WatchAction, { type: 'heard' }>;
type Change = Partial<WatchState>;

/** No session yet. */
export const IDLE = Object.freeze<WatchState>({
  sessionId: null,
  phase: 'idle',
  status: null,
  statusDetails: null,
  step: null,
  amount: null,
  referenceId: null,
  confirmed: false,
  source: null,
  attempts: 0,
  checkedAt: null,
  error: null,
  mode: 'unable',
  ending: null,
  stage: null,
  wanted: false,
  checks: 0,
  failures: 0,
  refusals: 0,
  quietSince: -Infinity,
  opensAt: 0,
  retryAt: 0,
});

/** A session of which nothing is known yet, but when it may be asked for. */
export function beginning(sessionId: string, opensAt: number): WatchState {
  return next(IDLE, { sessionId, opensAt, phase: 'waiting', mode: 'watching', wanted: true });
}

/** A watch that cannot begin. */
export function misconfigured(error: WatchError): WatchState {
  return next(IDLE, { error, phase: 'error' });
}

/** The next state. What is over, or cannot begin, has no ear for anything. */
export function reduce(state: WatchState, action: WatchAction): WatchState {
  return state.mode === 'over' || state.mode === 'unable' ? state : next(state, changeOf(state, action));
}

function next(state: WatchState, change: Change): WatchState {
  return Object.freeze({ ...state, ...change });
}

function changeOf(state: WatchState, action: WatchAction): Change {
  switch (action.type) {
    case 'wanted':
      return { wanted: true };
    case 'asked':
      return asked(state, action.now);
    case 'answered':
      return answered(state, action);
    case 'failed':
      return failed(state, action);
    case 'spent':
      return spent(state);
    case 'heard':
      return heard(state, action);
  }
}

function asked({ mode, attempts, checks }: WatchState, now: number): Change {
  // From rest, the full number of attempts is given back; the phase stays until there is an answer.
  return {
    wanted: false,
    checks: checks + 1,
    attempts: mode === 'watching' ? attempts + 1 : 1,
    opensAt: now + FLOOR,
  };
}

function answered(state: WatchState, { report, at, now }: Answered): Change {
  const { ending } = state;
  const outcome = outcomeOf(report.status, report.statusDetails);
  const facts = { ...report, checkedAt: at, error: null, failures: 0, refusals: 0, quietSince: now };
  const isOutcome = outcome !== 'waiting' && outcome !== 'signature';
  if (ending && !isOutcome) {
    const answers = ending.answers + (isSince(state, ending) ? 1 : 0);
    // The endpoint may lag behind the end of the flow; it is not waited for without end.
    if (ending.phase !== 'confirming' || outcome === 'waiting' || answers < PATIENCE) {
      return { ...facts, ...watching({ ...ending, answers, failures: 0 }) };
    }
  }
  const change = { ...facts, ...watching(null, outcome), source: 'status' } as const;
  return isOutcome ? { ...change, mode: 'over' } : change;
}

function failed(state: WatchState, action: Failed): Change {
  const { ending } = state;
  const { error } = action;
  const refusals = isRefusal(error) ? state.refusals + 1 : 0;
  const facts = { error, refusals, failures: state.failures + 1, ...afterFailure(state, action) };
  if (error.code === 'bad-request' || refusals >= PATIENCE) {
    return ending?.phase === 'declined'
      ? { ...facts, mode: 'over' }
      : { ...facts, mode: 'resting', wanted: false, phase: 'error', confirmed: false };
  }
  const isFailedTry = ending && !refusals && isSince(state, ending);
  const tried = isFailedTry ? { ...ending, failures: ending.failures + 1 } : ending;
  return tried?.phase === 'confirming' && tried.failures >= PATIENCE
    ? { ...facts, mode: 'over', phase: 'success' }
    : { ...facts, ...watching(tried, lastOutcome(state)) };
}

function spent({ phase }: WatchState): Change {
  if (phase === 'declined') return { mode: 'over' };
  const rest = { mode: 'resting', wanted: false } as const;
  return phase === 'signature' ? rest : { ...rest, phase: 'unconfirmed', error: watchError('attempts-spent') };
}

function heard(state: WatchState, { step, now }: Heard): Change {
  const { ending, mode, phase } = state;
  const alive = { quietSince: now, attempts: mode === 'watching' ? 0 : state.attempts };
  // A step of an unknown name is a sign of life, no more.
  if (!isFlowStep(step)) return alive;
  const effect = effectOf(step);
  const facts = { ...alive, step, attempts: 0, error: mode === 'watching' ? state.error : null };
  if (effect === 'confirming' || effect === 'declined' || effect === 'left') {
    // Leaving takes back neither what was completed nor what was declined; saying it twice says nothing new.
    const isKnown = ending && (effect === 'left' || ending.phase === effect);
    const begun = { phase: effect, after: state.checks, answers: 0, failures: 0 };
    return { ...facts, ...watching(isKnown ? ending : begun), wanted: true, source: 'flow' };
  }
  // The flow page loaded anew: the payer has come back to it.
  const isBack = step === 'APP_MOUNTED' && ending?.phase === 'left';
  const stage = FLOW_STAGES.findLast(known => known === effect || (known === state.stage && !isBack)) ?? null;
  // What the endpoint refuses, it refuses still: only an ending says something new.
  if (phase === 'error') return { ...alive, step, stage };
  const change = { ...facts, ...watching(isBack ? null : ending, lastOutcome(state)), stage };
  return change.phase === 'signature' ? change : { ...change, source: 'flow' };
}

/** Checks go on; the phase is what the flow's ending makes it, else what the endpoint last said. */
function watching(ending: Ending | null, outcome: Outcome = 'waiting') {
  return {
    mode: 'watching',
    ending,
    phase: ending?.phase ?? outcome,
    confirmed: !ending && outcome !== 'waiting',
  } as const;
}

function lastOutcome({ status, statusDetails }: WatchState): Outcome {
  return outcomeOf(status ?? '', statusDetails);
}

function isSince({ checks }: WatchState, { after }: Ending): boolean {
  return checks > after;
}

/** Whether this is what `geft-settled` announces: an end, or an unsigned agreement when the attempts are spent. */
export function isSettled({ mode, phase }: WatchState): boolean {
  return mode === 'over' || (mode === 'resting' && phase === 'signature');
}

/** Whether the flow is over for the payer, as far as is known. */
export function isFlowOver({ mode, ending }: WatchState): boolean {
  return mode === 'over' || ending !== null;
}

/** What the page may see of a state. */
export function snapshotOf(state: WatchState): Snapshot {
  const { mode, ending, stage, wanted, checks, failures, refusals, quietSince, opensAt, retryAt, ...snapshot } = state;
  return Object.freeze(snapshot);
}
