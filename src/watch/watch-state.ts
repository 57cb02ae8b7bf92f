import { effectOf, isFlowStep, type FlowEnding, type FlowStage, type FlowStep } from '../protocol/flow-message.js';
import { outcomeOf, type Outcome, type StatusReport } from '../protocol/session-status.js';
import { isRefusal, watchError, type WatchError } from './fault.js';
import { backoff, FLOOR, PATIENCE } from './poll-schedule.js';

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
  /** The furthest stage reached, -1 before the first: a late message never takes the payer back. */
  readonly stage: number;
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

/** Something that happened to the watch: what it changes. Made by {@link asked}, {@link heard} and their like. */
export type WatchAction = (state: WatchState) => Partial<WatchState>;

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
  stage: -1,
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

/** The next state. What is over has no ear for anything. */
export function reduce(state: WatchState, action: WatchAction): WatchState {
  return state.mode === 'over' ? state : next(state, action(state));
}

function next(state: WatchState, change: Partial<WatchState>): WatchState {
  return Object.freeze({ ...state, ...change });
}

/** Somebody asks for a check. */
export const wanted: WatchAction = () => ({ wanted: true });

/** A check begins. From rest, the full number of attempts is given back; the phase stays until there is an answer. */
export function asked(now: number): WatchAction {
  return ({ mode, attempts, checks }) => ({
    wanted: false,
    checks: checks + 1,
    attempts: mode === 'watching' ? attempts + 1 : 1,
    opensAt: now + FLOOR,
  });
}

/** The endpoint answers. */
export function answered(report: StatusReport, now: number): WatchAction {
  return state => {
    const { ending } = state;
    const outcome = outcomeOf(report.status, report.statusDetails);
    const known = { ...report, checkedAt: Date.now(), error: null, failures: 0, refusals: 0, quietSince: now };
    const isOutcome = outcome !== 'waiting' && outcome !== 'signature';
    if (ending && !isOutcome) {
      const answers = ending.answers + (isSince(state, ending) ? 1 : 0);
      // The endpoint may lag behind the end of the flow; it is not waited for without end.
      if (ending.phase !== 'confirming' || outcome === 'waiting' || answers < PATIENCE) {
        return { ...known, ...watching({ ...ending, answers, failures: 0 }) };
      }
    }
    const change = { ...known, ...watching(null, outcome), source: 'status' } as const;
    return isOutcome ? { ...change, mode: 'over' } : change;
  };
}

/** A check fails; the endpoint may ask to be left alone for so many milliseconds. */
export function failed(error: WatchError, wait: number, now: number): WatchAction {
  return state => {
    const { ending, failures, opensAt } = state;
    const refusals = isRefusal(error) ? state.refusals + 1 : 0;
    const known = {
      error,
      refusals,
      failures: failures + 1,
      opensAt: Math.max(opensAt, now + wait),
      retryAt: now + (wait || backoff(failures)),
      // What was heard before puts off no second try.
      quietSince: -Infinity,
    };
    // What was asked before the flow ended says nothing of its end.
    const isCurrent = !ending || isSince(state, ending);
    if (isCurrent && (error.code === 'bad-request' || refusals >= PATIENCE)) {
      return ending?.phase === 'declined'
        ? { ...known, mode: 'over' }
        : { ...known, mode: 'resting', wanted: false, phase: 'error', confirmed: false };
    }
    const tried = ending && isCurrent && !refusals ? { ...ending, failures: ending.failures + 1 } : ending;
    return tried?.phase === 'confirming' && tried.failures >= PATIENCE
      ? { ...known, mode: 'over', phase: 'success' }
      : { ...known, mode: 'watching', ending: tried };
  };
}

/** The session's details name a stage. As with messages, a late one never takes the payer back. */
export function reached(stage: number): WatchAction {
  return state => ({ stage: Math.max(state.stage, stage) });
}

/** The attempts are spent. */
export const spent: WatchAction = ({ phase }) => {
  if (phase === 'declined') return { mode: 'over' };
  const rest = { mode: 'resting', wanted: false } as const;
  return phase === 'signature' ? rest : { ...rest, phase: 'unconfirmed', error: watchError('attempts-spent') };
};

/** A trusted message comes. */
export function heard(step: string, now: number): WatchAction {
  return state => {
    const { mode, phase, attempts, error } = state;
    const alive = { quietSince: now, attempts: mode === 'watching' ? 0 : attempts };
    // A step of an unknown name is a sign of life, no more.
    if (!isFlowStep(step)) return alive;
    const effect = effectOf(step);
    const known = { ...alive, step, attempts: 0, error: mode === 'watching' ? error : null };
    if (typeof effect === 'string') return { ...known, ...afterEnding(state, effect) };
    // What the endpoint refuses, it refuses still: only an ending says something new.
    return phase === 'error' ? { ...alive, step } : { ...known, ...afterStage(state, step, effect) };
  };
}

function afterStage(state: WatchState, step: FlowStep, reached: FlowStage): Partial<WatchState> {
  const { ending, stage } = state;
  // The flow page loaded anew: the payer has come back to it.
  const isBack = step === 'APP_MOUNTED' && ending?.phase === 'left';
  const change = watching(isBack ? null : ending, lastOutcome(state));
  const source = change.confirmed ? 'status' : 'flow';
  return { ...change, source, stage: isBack ? reached : Math.max(stage, reached) };
}

function afterEnding({ ending, checks, failures }: WatchState, effect: FlowEnding): Partial<WatchState> {
  // Leaving takes back neither what was completed nor what was declined; saying it twice says nothing new.
  const isKnown = ending && (effect === 'left' || ending.phase === effect);
  const begun = { phase: effect, after: checks, answers: 0, failures: 0 };
  // Its confirmation is tried at the floor's pace first, however long the endpoint has been out of reach.
  return { ...watching(isKnown ? ending : begun), failures: isKnown ? failures : 0, wanted: true, source: 'flow' };
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

/** Whether it is for the payer to ask again: the outcome is not known, and asking may help. */
export function isRetriable({ phase, error }: WatchState): boolean {
  return (phase === 'unconfirmed' || phase === 'error') && !!error?.retriable;
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
