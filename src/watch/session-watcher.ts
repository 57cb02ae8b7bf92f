import { hearMessage, type FlowEar, type FlowSource, type Log } from './flow-listener.js';
import { leavePage, watchPage, type PageEar, type PageState } from './page-activity.js';
import { nextCheckAt } from './poll-schedule.js';
import { checkStatus, failure, isFailure, type CheckResult, type StatusAddress } from './status-client.js';
import {
  answered,
  asked,
  beginning,
  failed,
  heard,
  reached,
  reduce,
  spent,
  wanted,
  type WatchAction,
  type WatchState,
} from './watch-state.js';

/** Somebody who watches, and how. Where several watch one session, the wishes of the one that came last count. */
export interface Watch {
  /** Silence before a check, in milliseconds. */
  readonly pollInterval: number;
  /** Checks before the watch gives up. */
  readonly maxAttempts: number;
  readonly flow: FlowSource;
  /** A trusted message came. */
  heard(step: string): void;
  /** The watcher's state is another one. */
  changed(): void;
  /** Present where somebody wants to know what the watch does, and why. */
  readonly log: Log | undefined;
}

const TIME_LIMIT = 10_000;
// Longer delays overflow the platform's timers and fire at once.
const LONGEST_TIMER = 2 ** 31 - 1;

/** Watches one session for as long as somebody wants to know. */
export class SessionWatcher implements FlowEar, PageEar {
  /** Who watches. */
  watches: readonly Watch[] = [];
  state: WatchState;
  #waiters: (() => void)[] = [];
  #isRunning = false;
  /** The check under way. */
  #check: AbortController | null = null;
  /** The time limit of the check under way, else when the next one is due. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next check is due, as last told. */
  #due = 0;
  #page: PageState = 'stored';

  /** @param opensAt When the floor of the session opens, where it has been asked for before. */
  constructor(
    readonly address: StatusAddress,
    opensAt = 0,
  ) {
    this.state = beginning(address.sessionId, opensAt);
  }

  get sources(): FlowSource[] {
    return this.watches.map(watch => watch.flow);
  }

  get log(): Log | undefined {
    return this.watches.find(watch => watch.log)?.log;
  }

  /** Milliseconds until a check may be made. */
  get cooldown(): number {
    return Math.max(0, this.state.opensAt - performance.now());
  }

  /** Takes part in the watch, or says that its wishes changed. The first to come starts it. */
  add(watch: Watch): void {
    if (!this.watches.includes(watch)) this.watches = this.watches.concat(watch);
    if (!this.#isRunning && this.state.mode !== 'over') this.#start();
    this.#schedule();
  }

  /** Leaves the watch. With the last it stops, and the check under way is aborted. */
  remove(watch: Watch): void {
    this.watches = this.watches.filter(other => other !== watch);
    if (!this.watches.length) this.#stop();
  }

  /** Asks for a check as soon as the floor allows. Resolves after it, or when none can come. */
  check(): Promise<void> {
    return new Promise(resolve => {
      this.#waiters.push(resolve);
      if (!this.#isRunning) this.#letGo();
      else if (!this.#check) this.#dispatch(wanted);
      this.#schedule();
    });
  }

  /** Takes note of the stage that the session's details name. */
  reach(stage: number): void {
    if (stage > this.state.stage) this.#dispatch(reached(stage));
  }

  #start(): void {
    this.#isRunning = true;
    // One for each watch: what begins in the midst of a message has not heard it.
    window.addEventListener('message', this);
    void watchPage(this);
  }

  #stop(): void {
    this.#isRunning = false;
    this.#page = 'stored';
    window.removeEventListener('message', this);
    leavePage(this);
    this.#abortCheck();
    this.#letGo();
  }

  /** Any message came. */
  handleEvent(event: MessageEvent<unknown>): void {
    hearMessage(event, this);
  }

  /** A trusted message came. */
  heard(step: string): void {
    this.log?.(`heard ${step}`);
    for (const watch of this.watches) watch.heard(step);
    this.#dispatch(heard(step, performance.now()));
    this.#schedule();
  }

  pageChanged(page: PageState, isBack?: boolean): void {
    if (page === this.#page && !isBack) return;
    this.#page = page;
    // A check under way would hold the page back from the cache.
    if (page === 'stored') this.#abortCheck();
    // Whoever still waits for a check waits for one that was aborted.
    const isAskedFor = this.state.mode === 'watching' || this.#waiters.length > 0;
    if (page === 'awake' && isAskedFor && !this.state.wanted) this.#dispatch(wanted);
    this.#schedule();
  }

  /** Begins a check if one is due, else sets the timer to when it will be. */
  #schedule(): void {
    if (!this.#isRunning || this.#check) return;
    clearTimeout(this.#timer);
    const watch = this.watches.at(-1);
    if (!watch) return;
    if (this.state.mode === 'watching' && this.state.attempts >= watch.maxAttempts) {
      this.#dispatch(spent);
      this.#letGo();
      this.#schedule();
      return;
    }
    const due = nextCheckAt(this.state, watch.pollInterval, this.#page);
    if (due === null) return;
    const delay = due - performance.now();
    if (delay <= 0) {
      void this.#ask();
      return;
    }
    if (due !== this.#due) this.log?.(`check due in ${(delay / 1000).toFixed(1)} s`);
    this.#due = due;
    this.#timer = setTimeout(
      () => {
        this.#schedule();
      },
      Math.min(delay, LONGEST_TIMER),
    );
  }

  async #ask(): Promise<void> {
    const check = new AbortController();
    this.#check = check;
    this.log?.('check');
    this.#timer = setTimeout(() => {
      this.#finish(check, failure('timeout'));
      check.abort();
    }, TIME_LIMIT);
    this.#dispatch(asked(performance.now()));
    this.#finish(check, await checkStatus(this.address, check.signal));
  }

  #finish(check: AbortController, result: CheckResult): void {
    // Ended meanwhile: what it says is about a time that nobody watches any more.
    if (this.#check !== check) return;
    const now = performance.now();
    this.#check = null;
    this.log?.(
      isFailure(result)
        ? `failed: ${result.error.message}`
        : `answered: ${result.status} ${result.statusDetails ?? ''}`,
    );
    this.#dispatch(isFailure(result) ? failed(result.error, result.wait, now) : answered(result, now));
    this.#letGo();
    this.#schedule();
  }

  #abortCheck(): void {
    clearTimeout(this.#timer);
    this.#check?.abort();
    this.#check = null;
  }

  /** Lets go of those who wait for a check. */
  #letGo(): void {
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  #dispatch(action: WatchAction): void {
    const before = this.state;
    this.state = reduce(before, action);
    if (this.state === before) return;
    if (this.state.phase !== before.phase) this.log?.(`${before.phase} → ${this.state.phase}`);
    if (this.state.mode === 'over') this.#stop();
    for (const watch of this.watches) watch.changed();
  }
}
