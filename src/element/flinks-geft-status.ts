import {
  html,
  nothing,
  ReactiveElement,
  render,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Catalogue } from '../locale/catalogue.js';
import { catalogueFor } from '../locale/resolve.js';
import type { SessionDetails } from '../protocol/session-details.js';
import { isFlowOver, isRetriable, type Phase, type Snapshot } from '../watch/watch-state.js';
import { DetailsController } from './details-controller.js';
import { STROKES } from './icons.js';
import { followLang, leaveLang } from './languages.js';
import { textOf, toneOf, type Messages } from './present.js';
import { receipt } from './receipt.js';
import { steps } from './steps.js';
import { styles } from './styles.js';
import { WatchController } from './watch-controller.js';

/**
 * Tells the payer where a Flinks guaranteed bank payment (GEFT) stands. It hears the messages of the hosted flow, asks
 * the status endpoint where they are silent, and puts what it learns into words, in English or Canadian French.
 *
 * What it shows is a hint for the page, never proof: before goods are shipped, the merchant's server asks Flinks itself.
 *
 * @tagname flinks-geft-status
 *
 * @attr {'en' | 'fr' | 'fr-CA' | string} [lang=the nearest ancestor's, else English] - The language of the texts: `fr`,
 *   `fr-CA` and any other French show Canadian French, all else English, unless another language was registered.
 *
 * @slot flow - The hosted flow's `<iframe>`, or an element that contains it; below the card, until the flow ends. It names
 *   the session, the API and the trusted origin.
 * @slot idle - Shown while there is no session.
 * @slot waiting - Shown while the payer is in the flow.
 * @slot confirming - Shown while a completed flow is being confirmed.
 * @slot signature - Shown while the agreement awaits its signature.
 * @slot success - Shown once the payment is scheduled.
 * @slot declined - Shown when there is no guarantee, e.g. a link to another way to pay.
 * @slot left - Shown when the payer left the flow.
 * @slot canceled - Shown when the session was canceled.
 * @slot expired - Shown when the session has expired.
 * @slot unconfirmed - Shown when the outcome could not be found out.
 * @slot error - Shown when the session cannot be watched.
 *
 * @fires {GeftStepEvent} geft-step - A trusted message came, documented or not. Detail: `{ step, sessionId }`.
 * @fires {GeftChangeEvent} geft-change - The phase, the EFT code, the step or the confirmation changed. Detail: the snapshot.
 * @fires {GeftSettledEvent} geft-settled - Once per session: its outcome; or the best that is known, when that could not be
 *   confirmed (`confirmed: false`) or the agreement is still unsigned at the end. Detail: the snapshot.
 * @fires {GeftErrorEvent} geft-error - A check failed, or a setting is wrong. Detail: `{ code, message, retriable }`.
 *
 * @csspart card - The card.
 * @csspart icon - The drawing beside the words.
 * @csspart title - What happened.
 * @csspart body - Whether money moved, and what to do now.
 * @csspart steps - The list of steps.
 * @csspart step - Each step.
 * @csspart receipt - The list of the session's details.
 * @csspart label - The name of a detail.
 * @csspart value - A detail.
 * @csspart button - “Check again”.
 * @csspart hint - Why “Check again” has to wait.
 *
 * @cssstate idle - There is no session yet. Each phase has its state; one is set at a time.
 * @cssstate waiting - The payer is in the flow.
 * @cssstate confirming - The flow is completed; the endpoint has not said so yet.
 * @cssstate signature - The agreement awaits its signature.
 * @cssstate success - The payment is scheduled.
 * @cssstate declined - There is no guarantee.
 * @cssstate left - The payer left the flow.
 * @cssstate canceled - The session was canceled.
 * @cssstate expired - The session has expired.
 * @cssstate unconfirmed - The outcome could not be found out.
 * @cssstate error - The session cannot be watched.
 *
 * @cssproperty [--geft-accent=light-dark(#14a, #acf)] - Colour of what is under way, or has ended without an outcome.
 * @cssproperty [--geft-good=light-dark(#063, #6d9)] - Colour of success.
 * @cssproperty [--geft-bad=light-dark(#a11, #faa)] - Colour of failure.
 * @cssproperty [--geft-careful=light-dark(#740, #fc6)] - Colour of what needs attention.
 * @cssproperty [--geft-text=CanvasText] - Colour of the words.
 * @cssproperty [--geft-background=Canvas] - Colour of the card.
 * @cssproperty [--geft-radius=12px] - Radius of the corners.
 */
export class FlinksGeftStatus extends ReactiveElement {
  static override get styles(): CSSStyleSheet[] {
    // Imported where there is no DOM, there is nothing to style.
    return 'CSSStyleSheet' in globalThis ? [sheetFor(globalThis)] : [];
  }

  static override properties: PropertyDeclarations = {
    sessionId: { attribute: 'session-id' },
    baseUrl: { attribute: 'base-url' },
    flowOrigin: { attribute: 'flow-origin' },
    for: {},
    flowWindow: { attribute: false },
    pollInterval: { type: Number, attribute: 'poll-interval' },
    maxAttempts: { type: Number, attribute: 'max-attempts' },
    detailsUrl: { attribute: 'details-url' },
    details: { attribute: false },
    messages: { attribute: false },
    noSteps: { type: Boolean, attribute: 'no-steps' },
    debug: { type: Boolean },
    name: { reflect: true },
    required: { type: Boolean, reflect: true },
  };

  static readonly formAssociated = true;

  /**
   * The session, a UUID. Anything else is the error `invalid-session-id`, and nothing is asked.
   *
   * @default `sessionId` in the iframe's address
   */
  sessionId: string | null = null;

  /**
   * Checks go to `{base-url}/api/v2/sessions/{sessionId}/status` (reference page “Session Status”). May be relative, for a
   * relay. `https:`, or `http:` on an `http:` page; no query and no credentials in it. Anything else is the error
   * `invalid-base-url`.
   *
   * @default the iframe's origin, else `https://payments.flinksapp.com`
   */
  baseUrl: string | null = null;

  /**
   * Origins whose messages are believed, separated by spaces and compared exactly. Anything that is no origin, `*` and
   * `null` too, is the error `invalid-flow-origin`.
   *
   * @default the iframe's origin, else that of `base-url`
   */
  flowOrigin: string | null = null;

  /** The id of the flow's iframe, in the element's own tree, where it is not slotted. */
  for: string | null = null;

  /** The flow's window, where it is a pop-up. */
  flowWindow: Window | null = null;

  /** Seconds of silence before a check. Below 10 counts as 10 (reference page “Session Status”, polling frequency). */
  pollInterval = 30;

  /**
   * Checks before it gives up (reference page “Session Status”, polling strategy). Each message of the flow gives the full
   * number back.
   */
  maxAttempts = 20;

  /**
   * The address at which your server tells the details of the session, with `{sessionId}` where the session goes (reference
   * page “Session Details”, which wants a token that no browser may have). Asked after each change of status, with the
   * cookies of the page's own origin.
   */
  detailsUrl: string | null = null;

  /**
   * The details, handed over by the page; before `details-url`. Another session's are not shown; those that name none are
   * taken for the present one's.
   */
  details: SessionDetails | null = null;

  /** Texts of your own over the built-in ones, by EFT code or by phase: `{ EFT0402: { title, body } }`. */
  messages: Messages | null = {};

  /** Leaves out the steps of the payment. */
  noSteps = false;

  /**
   * Tells in the console what happens and why: messages heard or ignored, checks due, made and answered, changes of phase.
   * Nothing in it names the session or the payer.
   */
  debug = false;

  /** The name under which a form sends the session's id, once the payment succeeded. */
  name: string | null = null;

  /** Whether a form needs the payment. */
  required = false;

  readonly #internals = this.attachInternals();
  readonly #watch = new WatchController(this, this.#internals);
  readonly #details = new DetailsController(this, this.#watch);

  /** What is known, frozen. */
  get snapshot(): Snapshot {
    return this.#watch.snapshot;
  }

  /** Where the payment stands: `snapshot.phase`. */
  get phase(): Phase {
    return this.snapshot.phase;
  }

  /**
   * Resolves with the snapshot that `geft-settled` announces. Another session makes another promise, from the moment it is
   * set; the old one never resolves.
   */
  get settled(): Promise<Snapshot> {
    return this.#watch.settled;
  }

  /**
   * Asks for a check as soon as the floor of 10 s allows. Resolves with the snapshot after it, or with the present one
   * where none can be made: without a session, with a wrong configuration, or after a final phase. Never rejects.
   */
  async check(): Promise<Snapshot> {
    if (this.isConnected) {
      // A session may just have been set, by an iframe's address, too.
      this.requestUpdate();
      await this.updateComplete;
      await this.#watch.watcher?.check();
    }
    return this.snapshot;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    followLang(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    leaveLang(this);
  }

  /** A style sheet belongs to one document: moved to another one, the element takes another along. */
  adoptedCallback(): void {
    const { defaultView } = this.ownerDocument;
    if (defaultView && this.shadowRoot) this.shadowRoot.adoptedStyleSheets = [sheetFor(defaultView)];
  }

  /** The form that it takes part in. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** What is missing: the payment, where it is `required`. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** What the browser says to a payer who sends the form too early, in their language. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Whether the form asks for validity: not inside a disabled fieldset. */
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  /** As with any form control: whether it is valid; if not, it gets an `invalid` event. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** As `checkValidity()`, and the browser tells the payer. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** A disabled fieldset disables the button, never the watch. */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    const catalogue = catalogueFor(this);
    render(this.#template(catalogue), this.renderRoot, { host: this });
    // Whoever pressed “Check again” keeps their place when the button goes.
    if (focused && (!focused.isConnected || focused.matches(':disabled')))
      this.renderRoot.querySelector('div')?.focus();
    this.#watch.inform();
  }

  #template(catalogue: Catalogue): TemplateResult {
    const { state } = this.#watch;
    const { phase, stage } = state;
    const { shown } = this.#details;
    const [title, body] = textOf(state, catalogue, this.messages, shown);
    const words = html`<p part="title">${title}</p>
      <p part="body">${body}</p>`;
    const tone = toneOf(state);
    const isUrgent = phase === 'declined' || phase === 'error';
    const isUnderway = stage >= 0 && (phase === 'waiting' || phase === 'signature');
    return html`<div part="card" class=${tone} lang=${catalogue.lang} tabindex="-1">
        <svg part="icon" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="11" />
          <path d=${STROKES[tone] ?? nothing} />
        </svg>
        <div>
          <div>
            <div role="status">${isUrgent ? nothing : words}</div>
            <div role="alert">${isUrgent ? words : nothing}</div>
          </div>
          ${isUnderway && !this.noSteps ? steps(stage, catalogue) : nothing}
          ${shown ? receipt(shown, catalogue) : nothing} ${this.#renderCheckAgain(catalogue)}
          <slot name=${phase}></slot>
        </div>
      </div>
      <slot name="flow" ?hidden=${isFlowOver(state)}></slot>`;
  }

  #renderCheckAgain({ checkAgain, checkSoon }: Catalogue): TemplateResult | typeof nothing {
    const { state, watcher } = this.#watch;
    if (!isRetriable(state) || !watcher) return nothing;
    const mustWait = watcher.cooldown > 0;
    return html`<button
        part="button"
        type="button"
        aria-describedby="hint"
        ?disabled=${mustWait || this.matches(':disabled')}
        @click=${() => this.check()}
      >
        ${checkAgain}
      </button>
      <p part="hint" id="hint">${mustWait ? checkSoon : nothing}</p>`;
  }
}

function sheetFor(view: typeof globalThis): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
}
