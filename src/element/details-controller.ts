import { Task } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readSessionDetails, type PayerDetails } from '../protocol/session-details.js';
import { watchError } from '../watch/fault.js';
import type { SessionWatcher } from '../watch/session-watcher.js';
import { fill } from './fill.js';
import type { WatchController } from './watch-controller.js';

/** What the controller needs to know of its element. */
export interface DetailsHost extends ReactiveControllerHost, HTMLElement {
  readonly details: unknown;
  readonly detailsUrl: string | null;
}

/** The details of the session watched: those that the merchant's page hands over, else those of the merchant's relay. */
export class DetailsController implements ReactiveController {
  /** What the payer may see of them, if there are any. */
  shown: PayerDetails | null = null;
  readonly #host: DetailsHost;
  readonly #watch: WatchController;
  /** Who was told last of the stage that the details name, and of which. */
  #told: SessionWatcher | null = null;
  #stage = -1;
  /** Made when there is an address for the first time: without one there is nothing to run, and nothing to render for. */
  #fetched: Task<readonly unknown[], PayerDetails | null> | undefined;

  constructor(host: DetailsHost, watch: WatchController) {
    this.#host = host;
    this.#watch = watch;
    host.addController(this);
  }

  hostUpdate(): void {
    const { state, watcher } = this.#watch;
    // Added while controllers are being updated, it is updated with them.
    if (this.#address)
      this.#fetched ??= new Task(this.#host, {
        args: () => [this.#address, this.#watch.state.status, this.#watch.state.statusDetails],
        task: ([address], { signal }) => (typeof address === 'string' ? this.#fetch(address, signal) : null),
      });
    const session = state.sessionId ?? '';
    const { details } = this.#host;
    const value = this.#fetched?.value;
    this.shown =
      session && details ? readSessionDetails(details, session) : value?.sessionId === session ? value : null;
    // Said once: a payer who begins the flow anew is not where older details left them.
    const stage = this.shown?.stage ?? -1;
    if (watcher !== this.#told || stage !== this.#stage) watcher?.reach(stage);
    this.#told = watcher;
    this.#stage = stage;
  }

  hostDisconnected(): void {
    // Off the page there is no address: the next update aborts what is under way.
    this.#host.requestUpdate();
  }

  /** Where to ask: nowhere before the status is known, nor where the page has handed the details over. */
  get #address(): string | undefined {
    const { details, detailsUrl, isConnected } = this.#host;
    const { status, sessionId } = this.#watch.state;
    return isConnected && !details && detailsUrl && status
      ? fill(detailsUrl, { sessionId: () => sessionId })
      : undefined;
  }

  async #fetch(address: string, signal: AbortSignal): Promise<PayerDetails | null> {
    const { sessionId } = this.#watch.state;
    try {
      const response = await fetch(address, {
        headers: { Accept: 'application/json' },
        credentials: 'same-origin',
        cache: 'no-store',
        signal,
      });
      const details = response.ok ? readSessionDetails(await response.json(), sessionId ?? '') : null;
      if (details) return details;
    } catch {
      // Whatever broke: the payer can do without.
    }
    if (!signal.aborted) this.#watch.tell('geft-error', watchError('details-unavailable'));
    return this.shown;
  }
}
