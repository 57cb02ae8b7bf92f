/** A payment that its payer completes, on a page with the element in it, while something is wrong. */
import type { SandboxClient } from '../../demo/sandbox/client.js';
import { acceptGuarantee, goToOffer, signAgreement, waitForScreen, type Flow } from '../../demo/sandbox/drive-flow.js';
import { flowIn } from '../../demo/sandbox/remote-flow.js';
import type { Faults } from '../../demo/sandbox/types.js';
import type { FlinksGeftStatus } from '../../src/index.js';
import { once } from '../support/once.js';
import { URGENT, WORDS, type Language, type Reading } from '../support/readings.js';
import { spoken } from '../support/regions.js';
import { settle } from '../support/time.js';
import type { Moment } from './rows.js';

/** Fewer than usual, for in most cells they are all spent. */
const ATTEMPTS = 8;

const READINGS = Object.keys(WORDS) as Reading[];

export interface Plan {
  readonly faults: Partial<Faults>;
  readonly moment: Moment;
  readonly hasMessages: boolean;
}

export class Payment {
  /** Codes of `geft-error`, as they came. */
  readonly errors: string[] = [];
  /** Steps that the element believed. */
  readonly steps: string[] = [];
  settlements = 0;
  /** The page has heard of the signature, or has heard enough before. */
  readonly #isToldOf: Promise<unknown>;
  /** Where others are to speak in the flow's place, they have. */
  readonly #isLiedTo: Promise<unknown>;

  /** Opens the page; what is wrong may be wrong from the beginning. */
  static async open(sandbox: SandboxClient, plan: Plan): Promise<Payment> {
    const faults = plan.moment === 'before' ? plan.faults : {};
    const { sessionId, flowUrl } = await sandbox.createSession({
      scenario: 'Happy1',
      faults: { ...faults, silent: !plan.hasMessages },
    });
    const frame = document.createElement('iframe');
    Object.assign(frame, { slot: 'flow', title: 'Pay from your bank', src: flowUrl });
    const element = document.createElement('flinks-geft-status');
    element.maxAttempts = ATTEMPTS;
    element.detailsUrl = `${sandbox.origin}/sandbox/sessions/{sessionId}/details`;
    element.append(frame);
    const flow = once(frame, 'load').then(async () => flowIn(frame));
    const payment = new Payment(sandbox, plan, sessionId, element, frame, flow);
    document.body.append(element);
    await flow;
    if (plan.moment === 'before') await payment.#isLiedTo;
    return payment;
  }

  private constructor(
    private readonly sandbox: SandboxClient,
    private readonly plan: Plan,
    readonly sessionId: string,
    readonly element: FlinksGeftStatus,
    private readonly frame: HTMLIFrameElement,
    private readonly flow: Promise<Flow>,
  ) {
    element.addEventListener('geft-error', ({ detail }) => this.errors.push(detail.code));
    this.#isToldOf = new Promise(resolve => {
      element.addEventListener('geft-settled', () => {
        this.settlements += 1;
        resolve(null);
      });
      element.addEventListener('geft-step', ({ detail }) => {
        this.steps.push(detail.step);
        if (detail.step === 'SUCCESS') resolve(null);
      });
    });
    this.#isLiedTo = plan.faults.hostile ? lies(frame, sessionId) : Promise.resolve();
  }

  async goToOffer(): Promise<void> {
    if (this.#hasFlow) await this.#goTo('offer', goToOffer);
    if (this.plan.moment === 'during') await this.#break();
  }

  /** Signs the agreement; where there are messages, the page has heard of it. */
  async sign(): Promise<void> {
    if (!this.#hasFlow) return;
    await this.#goTo('agreement', acceptGuarantee);
    if (this.plan.moment === 'after') await this.#break();
    await this.#goTo('done', signAgreement);
    if (this.plan.hasMessages) await this.#isToldOf;
  }

  /** By clicks in the flow; one that posts nothing looks the same from here, whether there are clicks in it or not. */
  async #goTo(screen: 'offer' | 'agreement' | 'done', click: (flow: Flow) => Promise<void>): Promise<void> {
    if (!this.plan.hasMessages) {
      await this.sandbox.walk(this.sessionId, { to: screen });
      return;
    }
    const flow = await this.flow;
    await click(flow);
    await waitForScreen(flow, screen);
  }

  /** Whether the flow is there to be seen: nobody can pay in one that has been put away. */
  get #hasFlow(): boolean {
    return this.frame.getClientRects().length > 0;
  }

  async #break(): Promise<void> {
    await this.sandbox.setFaults(this.sessionId, this.plan.faults);
    await this.#isLiedTo;
  }

  /** All is well again, and the payer asks once more where that is offered. */
  async mend(): Promise<void> {
    await this.sandbox.replaceFaults(this.sessionId, { silent: !this.plan.hasMessages });
    this.element.shadowRoot?.querySelector('button')?.click();
  }

  /** What the payer reads, in both languages the same, as loudly as it has to be said. */
  async reads(): Promise<string> {
    const [french, english] = [await this.#readsIn('fr'), await this.#readsIn('en')];
    return french === english ? english : `${english}, but in French ${french}`;
  }

  async #readsIn(language: Language): Promise<string> {
    this.element.lang = language;
    await settle();
    const [status, alert] = [spoken(this.element, 'status'), spoken(this.element, 'alert')];
    const found = READINGS.find(reading => {
      const [loud, silent] = URGENT.includes(reading) ? [alert, status] : [status, alert];
      return silent === '' && WORDS[reading][language === 'fr' ? 1 : 0].test(loud);
    });
    return found ?? `“${status}${alert}”`;
  }
}

/** Resolves when a frame beside the flow has spoken in its place, and its own window about another session. */
async function lies(flow: HTMLIFrameElement, sessionId: string): Promise<void> {
  const isOfAnother = (data: unknown): boolean => {
    const text = JSON.stringify(data);
    return text.includes('sessionId') && !text.includes(sessionId);
  };
  await Promise.all([
    heard(({ source, data }) => source === flow.contentWindow && isOfAnother(data)),
    heard(
      ({ source }) =>
        source !== flow.contentWindow && !!source && 'parent' in source && source.parent === flow.contentWindow,
    ),
  ]);
}

function heard(isIt: (event: MessageEvent<unknown>) => boolean): Promise<void> {
  const listening = new AbortController();
  return new Promise(resolve => {
    const hear = (event: MessageEvent<unknown>): void => {
      if (!isIt(event)) return;
      listening.abort();
      resolve();
    };
    window.addEventListener('message', hear, { signal: listening.signal });
  });
}
