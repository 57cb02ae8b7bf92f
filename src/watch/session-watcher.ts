import { systemClock, type Clock } from './clock.js';
import { listenToFlow, type FlowSource } from './flow-listener.js';
import { watchPage, type PageState, type WatchPage } from './page-activity.js';
import { nextCheckAt } from './poll-schedule.js';
import { checkStatus, failure, type CheckResult, type StatusAddress } from './status-client.js';
import { beginning, reduce, type WatchAction, type WatchState } from './watch-state.js';

/** Somebody who watches, and how. Where several watch one session, the most eager wish of each kind counts. */
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
}

/** What a watcher works with; tests bring their own. */
export interface Collaborators {
  readonly clock?: Clock;
  readonly watchPage?: WatchPage;
  readonly fetch?: typeof globalThis.fetch;
}

const TIME_LIMIT = 10_000;
// Longer delays overflow the platform's timers and fire at once.
const LONGEST_TIMER = 2 ** 31 - 1;

/** Watches one session for as long as somebody wants to know. */
export class SessionWatcher {
  /** Who watches. */
  readonly watches = new Set<Watch>();
  state: WatchState;
  readonly address: StatusAddress;
  readonly #clock: Clock;
  readonly #watchPage: WatchPage;
  readonly #fetch: typeof globalThis.fetch;
  #waiters: (() => void)[] = [];
  /** Present while the watch runs; its signal ends every listener. */
  #life: AbortController | null = null;
  /** The check under way. */
  #check: AbortController | null = null;
  /** Calls off the one timer: the time limit of the check under way, else when the next one is due. */
  #callOff: (() => void) | undefined;
  #pageState: ReturnType<WatchPage> | undefined;

  /** @param opensAt When the session may be asked for, by the clock. */
  constructor(address: StatusAddress, opensAt = 0, collaborators: Collaborators = {}) {
    this.address = address;
    this.state = beginning(address.sessionId, opensAt);
    this.#clock = collaborators.clock ?? systemClock;
    this.#watchPage = collaborators.watchPage ?? watchPage;
    // Looked up at each call: a page, or a test, may put another in its place.
    this.#fetch = collaborators.fetch ?? ((...request) => fetch(...request));
  }

  /** Whether a check is under way. */
  get isChecking(): boolean {
    return this.#check !== null;
  }

  /** Milliseconds until a check may be made. */
  get cooldown(): number {
    return Math.max(0, this.state.opensAt - this.#clock.now());
  }

  /** Takes part in the watch, or says that its wishes changed. The first to come starts it. */
  add(watch: Watch): void {
    this.watches.add(watch);
    if (!this.#life && this.state.mode !== 'over') this.#start();
    this.#schedule();
  }

  /** Leaves the watch. With the last it stops, and the check under way is aborted. */
  remove(watch: Watch): void {
    this.watches.delete(watch);
    if (!this.watches.size) this.#stop();
  }

  /** Asks for a check as soon as the floor allows. Resolves after it, or when none can come. */
  check(): Promise<void> {
    return new Promise(resolve => {
      this.#waiters.push(resolve);
      if (!this.#life) this.#letGo();
      else if (!this.#check) this.#dispatch({ type: 'wanted' });
      this.#schedule();
    });
  }

  #start(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const flows = (): FlowSource[] => Array.from(this.watches, watch => watch.flow);
    listenToFlow(
      this.address.sessionId,
      flows,
      step => {
        this.#hear(step);
      },
      signal,
    );
    this.#pageState = this.#watchPage(page => {
      this.#pageChanged(page);
    }, signal);
    this.#pageChanged(this.#pageState());
  }

  #stop(): void {
    this.#life?.abort();
    this.#life = null;
    this.#endCheck();
    this.#letGo();
  }

  #hear(step: string): void {
    for (const watch of Array.from(this.watches)) watch.heard(step);
    this.#dispatch({ type: 'heard', step, now: this.#clock.now() });
    this.#schedule();
  }

  #pageChanged(page: PageState): void {
    // A check under way would hold the page back from the cache.
    if (page === 'stored') this.#endCheck();
    if (page === 'awake' && this.state.mode === 'watching') this.#dispatch({ type: 'wanted' });
    this.#schedule();
  }

  /** Begins a check if one is due, else sets the timer to when it will be. */
  #schedule(): void {
    if (!this.#life || !this.#pageState || this.#check) return;
    this.#callOff?.();
    const watches = Array.from(this.watches);
    const { mode, attempts } = this.state;
    if (mode === 'watching' && attempts >= Math.max(...watches.map(watch => watch.maxAttempts))) {
      this.#dispatch({ type: 'spent' });
      this.#letGo();
    }
    const pollInterval = Math.min(...watches.map(watch => watch.pollInterval));
    const due = nextCheckAt(this.state, pollInterval, this.#pageState());
    if (due === null) return;
    const delay = due - this.#clock.now();
    if (delay > 0)
      this.#callOff = this.#clock.after(Math.min(delay, LONGEST_TIMER), () => {
        this.#schedule();
      });
    else void this.#ask();
  }

  async #ask(): Promise<void> {
    const check = new AbortController();
    this.#check = check;
    this.#callOff = this.#clock.after(TIME_LIMIT, () => {
      this.#finish(check, failure(this.#clock, 'timeout'));
    });
    this.#dispatch({ type: 'asked', now: this.#clock.now() });
    const { signal } = check;
    if (!signal.aborted) this.#finish(check, await checkStatus(this.address, signal, this.#clock, this.#fetch));
  }

  #finish(check: AbortController, result: CheckResult): void {
    // Ended meanwhile: what it says is about a time that nobody watches any more.
    if (this.#check !== check) return;
    this.#endCheck();
    this.#dispatch({ ...result, now: this.#clock.now() });
    this.#letGo();
    this.#schedule();
  }

  #endCheck(): void {
    this.#callOff?.();
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
    if (this.state.mode === 'over') this.#stop();
    for (const watch of Array.from(this.watches)) watch.changed();
  }
}
