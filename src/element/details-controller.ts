import { Task } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readSessionDetails, type PayerDetails } from '../protocol/session-details.js';
import { watchError } from '../watch/fault.js';
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
  /** The session, and the stage that its details last named. */
  #reached = '';
  readonly #fetched: Task<readonly unknown[], PayerDetails | null>;

  constructor(host: DetailsHost, watch: WatchController) {
    this.#host = host;
    this.#watch = watch;
    this.#fetched = new Task(host, {
      args: () => [this.#address, watch.state.status, watch.state.statusDetails],
      task: ([address], { signal }) => (typeof address === 'string' ? this.#fetch(address, signal) : null),
    });
    host.addController(this);
  }

  hostUpdate(): void {
    const { state, watcher } = this.#watch;
    const session = state.sessionId ?? '';
    const { details } = this.#host;
    const { value } = this.#fetched;
    this.shown = details ? readSessionDetails(details, session) : value?.sessionId === session ? value : null;
    // Said once: a payer who begins the flow anew is not where older details left them.
    const { stage = -1 } = this.shown ?? {};
    const reached = `${session} ${stage}`;
    if (reached !== this.#reached) watcher?.reach(stage);
    this.#reached = reached;
  }

  hostDisconnected(): void {
    // Off the page there is no address: the next update aborts what is under way.
    this.#host.requestUpdate();
  }

  /** Where to ask: nowhere before the status is known, nor where the page has handed the details over. */
  get #address(): string | undefined {
    const { details, detailsUrl, isConnected } = this.#host;
    const { status, sessionId } = this.#watch.state;
    return isConnected && !details && detailsUrl && status ? fill(detailsUrl, { sessionId }) : undefined;
  }

  async #fetch(address: string, signal: AbortSignal): Promise<PayerDetails | null> {
    const { sessionId } = this.#watch.state;
    try {
      const response = await fetch(address, { headers: { Accept: 'application/json' }, cache: 'no-store', signal });
      const details = response.ok ? readSessionDetails(await response.json(), sessionId ?? '') : null;
      if (details) return details;
    } catch {
      // Whatever broke: the payer can do without.
    }
    if (!signal.aborted) this.#watch.tell('geft-error', watchError('details-unavailable'));
    return this.shown;
  }
}
