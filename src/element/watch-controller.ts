import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FlowSource, Log } from '../watch/flow-listener.js';
import { isWatchError, type WatchError } from '../watch/fault.js';
import { FLOOR } from '../watch/poll-schedule.js';
import type { SessionWatcher, Watch } from '../watch/session-watcher.js';
import { shareWatcher } from '../watch/shared-watchers.js';
import type { StatusAddress } from '../watch/status-client.js';
import {
  IDLE,
  isRetriable,
  isSettled,
  misconfigured,
  snapshotOf,
  type Snapshot,
  type WatchState,
} from '../watch/watch-state.js';
import { configure, type Configuration, type Settings } from './configuration.js';
import { advise, complain, narrate } from './console.js';
import { GeftEvent, type GeftDetails } from './events.js';
import { report, type FormHost } from './form.js';
import { followFrames, leaveFrames } from './frames.js';

/** What the controller needs to know of its element. */
export interface WatchHost extends ReactiveControllerHost, FormHost, Settings {
  readonly for: string | null;
  readonly flowWindow: Window | null;
  readonly pollInterval: number;
  readonly maxAttempts: number;
  readonly debug: boolean;
}

/** What `geft-change` tells of. */
const NEWS = ['phase', 'statusDetails', 'step', 'confirmed'] as const;

/** Ties a watcher to the life of its element, and says in events what the watcher says. */
export class WatchController implements ReactiveController, Watch {
  state: WatchState = IDLE;
  snapshot: Snapshot = snapshotOf(IDLE);
  /** Of the element's session, while there is one. */
  watcher: SessionWatcher | null = null;
  readonly #host: WatchHost;
  readonly #internals: ElementInternals;
  /** Sessions whose outcome was announced: each is announced once. */
  #announced: Set<string> | undefined;
  /**
   * The flow's iframe and its window. Both are remembered when the iframe goes away, for a merchant may take it out as
   * soon as the flow has ended; another iframe replaces it.
   */
  #frame: HTMLIFrameElement | null = null;
  /** Its address: the last one that named a session, else the first of the web, for a merchant may also blank the iframe. */
  #src = '';
  #frameWindow: Window | null = null;
  #origins: readonly string[] = [];
  /** What the element itself asked for: a watcher that it shares may ask elsewhere. */
  #address: StatusAddress | null = null;
  #isAdvised = false;
  /** The session's outcome, as first known; the promise of it, made when somebody wants to have it. */
  #outcome: Snapshot | undefined;
  #settled: Promise<Snapshot> | undefined;
  #resolve: ((snapshot: Snapshot) => void) | undefined;
  #cooldownTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: WatchHost, internals: ElementInternals) {
    this.#host = host;
    this.#internals = internals;
    host.addController(this);
  }

  get pollInterval(): number {
    return Math.max(FLOOR, finite(this.#host.pollInterval, 30) * 1000);
  }

  get maxAttempts(): number {
    return Math.max(1, finite(this.#host.maxAttempts, 20));
  }

  get flow(): FlowSource {
    const windows = [this.#frame?.contentWindow ?? this.#frameWindow, this.#host.flowWindow];
    return { origins: this.#origins, windows: windows.filter(known => !!known) };
  }

  /** Of the session set by now: until the next update, what has settled is the last one's. */
  get settled(): Promise<Snapshot> {
    const found = this.#configure();
    const session = found && !isWatchError(found) ? found.address.sessionId : null;
    if (!this.#address || this.#address.sessionId === session) return this.#promise;
    this.#render();
    return this.#host.updateComplete.then(() => this.#promise);
  }

  get #promise(): Promise<Snapshot> {
    return (this.#settled ??= new Promise(resolve => {
      this.#resolve = resolve;
      if (this.#outcome) resolve(this.#outcome);
    }));
  }

  get log(): Log | undefined {
    return this.#host.debug
      ? what => {
          narrate(what, this.snapshot);
        }
      : undefined;
  }

  heard(step: string): void {
    this.tell('geft-step', { step, sessionId: this.state.sessionId });
  }

  changed(): void {
    if (this.watcher) this.#show(this.watcher.state);
  }

  hostDisconnected(): void {
    // Moved within the page, it is back at once: the watch need not end for that.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      leaveFrames(this.#host);
      this.#leave();
    });
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const wishes = this.#wishes();
    const found = this.#configure();
    followFrames(this.#host, this.#host.for ? this.#tree : this.#host);
    if (!found) this.#refuse(IDLE);
    else if (isWatchError(found)) this.#refuse(misconfigured(found));
    else this.#join(found);
    // The update under way will not look again at what a listener has set meanwhile.
    if (this.#wishes().some((wish, index) => !Object.is(wish, wishes[index]))) queueMicrotask(() => this.#render());
  }

  /** Tells the form what is known; its words may have changed, too. */
  inform(): void {
    report(this.#host, this.#internals);
  }

  /** What the watch begins with. */
  #wishes(): readonly unknown[] {
    const { sessionId, baseUrl, flowOrigin, for: id } = this.#host;
    return [sessionId, baseUrl, flowOrigin, id, this.#host.getRootNode(), this.#host.baseURI];
  }

  get #tree(): ShadowRoot | Document {
    const root = this.#host.getRootNode();
    return root instanceof ShadowRoot ? root : document;
  }

  /** Looks for the flow's iframe, and what to watch, as things are set now. */
  #configure(): Configuration | WatchError | null {
    const { for: id } = this.#host;
    const found = id
      ? this.#tree.getElementById(id)
      : this.#host.querySelector(':scope > iframe[slot=flow], :scope > [slot=flow] iframe');
    if (found instanceof HTMLIFrameElement) this.#frame = found;
    this.#frameWindow = this.#frame?.contentWindow ?? this.#frameWindow;
    const src = this.#frame?.src ?? '';
    if (!this.#src.startsWith('http') || src.includes('sessionId=')) this.#src = src;
    // Of the element, not of the document: there, an image may have taken the name.
    return configure(this.#host, this.#src, this.#host.baseURI);
  }

  #join({ address, origins }: Configuration): void {
    const last = this.#address;
    const isSameSession = address.sessionId === last?.sessionId;
    this.#origins = origins;
    // What is over stays so, wherever the element is put, and wherever the session might be asked for.
    if (isSameSession && this.watcher?.state.mode === 'over') {
      // It may have come to its end with another element, while this one was away.
      if (this.watcher.state !== this.state) this.#show(this.watcher.state);
      return;
    }
    if (last && !(isSameSession && address.baseUrl === last.baseUrl)) this.#drop(isSameSession);
    this.#address = address;
    if (!this.watcher?.watches.includes(this)) {
      this.watcher = shareWatcher(address, this.watcher);
      this.#show(this.watcher.state);
    }
    this.watcher.add(this);
  }

  #leave(): void {
    clearTimeout(this.#cooldownTimer);
    this.watcher?.remove(this);
  }

  /** Lets go of a session: whoever waits for it to settle waits for no other. */
  #drop(isSameSession: boolean): void {
    this.#leave();
    if (this.watcher && !isSameSession) this.#outcome = this.#settled = this.#resolve = undefined;
    this.watcher = null;
    this.#address = null;
  }

  /** Shows that nothing can be watched, and tells the developer once why. */
  #refuse(state: WatchState): void {
    const message = state.error?.message;
    this.#drop(false);
    if (this.state.mode === 'unable' && this.state.error?.message === message) return;
    if (message) complain(message);
    this.#show(state);
  }

  #render(): void {
    this.#host.requestUpdate();
  }

  #show(state: WatchState): void {
    const before = this.snapshot;
    const snapshot = snapshotOf(state);
    // That a check begins changes no word, but the button's.
    if (state.checks === this.state.checks || isRetriable(state)) this.#render();
    this.state = state;
    this.snapshot = snapshot;
    // Whoever hears of a success may send the form at once.
    this.inform();
    this.#awaitCooldown();
    if (snapshot.error && snapshot.error !== before.error) {
      if (snapshot.error.code === 'network') this.#adviseOnce();
      this.tell('geft-error', snapshot.error);
    }
    if (NEWS.some(field => snapshot[field] !== before[field])) this.tell('geft-change', snapshot);
    if (isSettled(state)) this.#settle(snapshot);
  }

  /** Says once what may keep another origin's answers away. */
  #adviseOnce(): void {
    const { origin } = new URL(this.#address?.baseUrl ?? location.href);
    if (this.#isAdvised || origin === location.origin) return;
    this.#isAdvised = true;
    advise(origin);
  }

  #settle(snapshot: Snapshot): void {
    this.#outcome ??= snapshot;
    this.#resolve?.(this.#outcome);
    const session = snapshot.sessionId ?? '';
    this.#announced ??= new Set();
    if (this.#announced.has(session)) return;
    this.#announced.add(session);
    this.tell('geft-settled', snapshot);
  }

  /** Where the payer may ask again, renders anew when the floor lets them. */
  #awaitCooldown(): void {
    clearTimeout(this.#cooldownTimer);
    const wait = isRetriable(this.state) && this.watcher?.cooldown;
    if (!wait) return;
    this.#cooldownTimer = setTimeout(() => {
      this.#render();
      this.#awaitCooldown();
    }, wait);
  }

  tell<Type extends keyof GeftDetails>(type: Type, detail: GeftDetails[Type]): void {
    this.#host.dispatchEvent(new GeftEvent(type, detail));
  }
}

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}
