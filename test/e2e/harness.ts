import { expect, test as base, type BrowserContext, type FrameLocator, type Locator, type Page } from 'playwright/test';
import { SandboxClient } from '../../demo/sandbox/client.js';
import { waitForScreen } from '../../demo/sandbox/drive-flow.js';
import type { Faults, Scenario, StatusRequest } from '../../demo/sandbox/types.js';
import { URGENT, WORDS, type Language, type Reading } from '../support/readings.js';
import { textIn } from '../support/text-in.js';

/**
 * What every test of the whole stands on: the shop's page with the element in it, the sandbox, time that passes when a
 * test says so, and two guards that look at each test when it is over: at the console and at the floor.
 */

/** No two status requests of a session are closer than this, in milliseconds. */
const FLOOR = 10_000;
/** A request is written down a moment after the element decided on it. */
const MEASURING = 20;
/** What the network may do to the distance of two requests on their way. */
const TRANSPORT = 250;

/** When each test begins, by the page's clock. It stands still there until the test lets time pass. */
export const START = Date.UTC(2026, 2, 2, 15);

/** What the shop's page itself does and meets, kept by a script that runs in it before any other. */
interface PageLog {
  /** Status requests, with the time that the page's clock told. */
  readonly checks: { readonly session: string; readonly at: number }[];
  /** Resolves when none of them is under way. */
  readonly idle: () => Promise<void>;
  readonly violations: string[];
}

declare global {
  var e2eLog: PageLog | undefined;
}

/** Runs in the page: notes each status request on the page's clock, and each breach of its policy. */
function keepLog(sandboxOrigin: string): void {
  if (window !== window.top || location.origin === sandboxOrigin) return;
  let underWay = 0;
  let waiting: (() => void)[] = [];
  const idle = (): Promise<void> =>
    new Promise(resolve => {
      if (underWay === 0) resolve();
      else waiting.push(resolve);
    });
  const log: PageLog = { checks: [], idle, violations: [] };
  globalThis.e2eLog = log;
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    log.violations.push(`${violatedDirective}: ${blockedURI}`);
  });
  // Fake clocks leave message channels alone: by then whoever waited for the answer has dealt with it.
  const ended = (): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      underWay -= 1;
      if (underWay > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    };
    port2.postMessage(null);
  };
  const realFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input, location.href);
    const session = /\/api\/v2\/sessions\/([^/]+)\/status$/.exec(address.pathname)?.[1];
    if (session === undefined) return realFetch(input, init);
    log.checks.push({ session: session.toLowerCase(), at: performance.now() });
    underWay += 1;
    try {
      const response = await realFetch(input, init);
      void response.clone().text().then(ended, ended);
      return response;
    } catch (error) {
      ended();
      throw error;
    }
  };
}

/** A page with the element in it, as the payer and as its developer see it. */
export class Shop {
  readonly page: Page;
  readonly sandbox: SandboxClient;
  /** The payment element. */
  readonly element: Locator;
  /** The hosted flow's iframe, and what is in it. */
  readonly frame: Locator;
  readonly flow: FrameLocator;
  readonly checkAgain: Locator;
  /** The sessions that this test has begun; the last one is the one on the page. */
  readonly sessions: string[] = [];

  constructor(page: Page, sandbox: SandboxClient) {
    this.page = page;
    this.sandbox = sandbox;
    this.element = page.locator('flinks-geft-status');
    this.frame = this.element.locator('iframe[slot="flow"]');
    this.flow = page.frameLocator('iframe[slot="flow"]');
    this.checkAgain = this.element.getByRole('button');
  }

  get sessionId(): string {
    const last = this.sessions.at(-1);
    if (last === undefined) throw new Error('No payment was begun.');
    return last;
  }

  /** Opens a page of the shop and begins a payment on it. The faults are there before the element is. */
  async pay(wish: PaymentWish = {}): Promise<void> {
    const { page = 'checkout', language = 'en', reference = 'Happy1', faults = {}, relay = false } = wish;
    await this.page.route('**/shop/orders', async route => {
      const response = await route.fetch();
      const sessionId = textIn(await response.json(), 'sessionId');
      this.sessions.push(sessionId);
      await this.sandbox.setFaults(sessionId, faults);
      await route.fulfill({ response });
    });
    const placed = this.page.waitForResponse('**/shop/orders');
    await this.page.goto(`/demo/${page}.html?lang=${language}`);
    await this.page.locator('#scenario').selectOption(reference);
    await this.page.locator('#relay').setChecked(relay);
    await this.page.locator('[data-test="pay"]').click();
    await placed;
    // With any route at all, each request of the page goes through the tests' own process.
    await this.page.unroute('**/shop/orders');
    // From here on its messages are there, if it posts any; a late one would put off the next check.
    if (page === 'checkout') await waitForScreen(this.flow, 'bank');
  }

  /** Opens a page that is nothing but the element, or several, with these attributes. */
  async openBench({ attributes = {}, elements = 1, flow }: BenchWish = {}): Promise<void> {
    const query = new URLSearchParams({ ...attributes, elements: String(elements) });
    if (flow !== undefined) query.set('flow', flow);
    await this.page.goto(`/test/e2e/pages/bench.html?${query.toString()}`);
  }

  /** A session without a shop. */
  async createSession(faults: Partial<Faults> = {}): Promise<{ sessionId: string; flowUrl: string }> {
    const session = await this.sandbox.createSession({ faults });
    this.sessions.push(session.sessionId);
    return session;
  }

  /** The payer reads this and nothing else, in this language, as loudly as it should be said. */
  async payerReads(reading: Reading, language: Language = 'en'): Promise<void> {
    const words = WORDS[reading][language === 'fr' ? 1 : 0];
    const [spoken, silent] = URGENT.includes(reading) ? (['alert', 'status'] as const) : (['status', 'alert'] as const);
    await expect(this.element.getByRole(spoken)).toContainText(words);
    await expect(this.element.getByRole(silent)).toHaveText('');
  }

  async hasPhase(phase: string): Promise<void> {
    await expect(this.page.locator('[data-test="snapshot-phase"]')).toHaveText(phase);
  }

  /** The developer's log: the entries of one event. */
  events(name: 'geft-step' | 'geft-change' | 'geft-settled' | 'geft-error'): Locator {
    return this.page.locator(`[data-test="events"] [data-event="${name}"] .detail`);
  }

  /** The phases that `geft-change` announced, each once while it lasted. */
  async phases(): Promise<string[]> {
    const phases = (await this.events('geft-change').allTextContents()).map(text => text.split(' ', 1)[0] ?? '');
    return phases.filter((phase, index) => phase !== phases[index - 1]);
  }

  /** These errors were announced, in this order; waits for the last of them. */
  async hasErrors(...codes: string[]): Promise<void> {
    await expect(this.events('geft-error')).toHaveText(codes.map(code => new RegExp(`^${code}[,:]`)));
  }

  /** In real time, it may have to wait for the floor. */
  async settledOnce(text: string | RegExp): Promise<void> {
    await expect(this.events('geft-settled')).toHaveText([text], { timeout: 15_000 });
  }

  async notSettled(): Promise<void> {
    await expect(this.events('geft-settled')).toHaveCount(0);
  }

  /** When this page asked for the status, in seconds on its own clock. */
  async checkTimes(): Promise<number[]> {
    const { sessionId } = this;
    return (await checksOf(this.page)).filter(({ session }) => session === sessionId).map(({ at }) => at / 1000);
  }

  /** The status requests that reached the endpoint from a page; those of the shop's server name no origin. */
  async statusRequests(sessionId = this.sessionId): Promise<StatusRequest[]> {
    return (await this.sandbox.statusRequests(sessionId)).filter(({ origin }) => origin !== null);
  }

  async hasRequested(times: number): Promise<void> {
    await expect.poll(async () => (await this.statusRequests()).length, { message: 'status requests' }).toBe(times);
  }

  /**
   * Lets time pass on the page. Between two steps, answers get the real time they need: the page finds them late by a step
   * at most, so a step is to be below the time limit of a check. A longer one is a leap, at whose end all that is due
   * happens once.
   */
  async passTime(seconds: number, step = 5): Promise<void> {
    const { clock } = this.page;
    for (let left = seconds; left > 0; left -= step) {
      await this.answered();
      const milliseconds = 1000 * Math.min(step, left);
      await (step < 10 ? clock.runFor(milliseconds) : clock.fastForward(milliseconds));
    }
    await this.answered();
  }

  /** Waits until no status request is under way, and the element has dealt with the last answer. */
  async answered(): Promise<void> {
    await this.page.evaluate(() => globalThis.e2eLog?.idle());
  }
}

export interface PaymentWish {
  page?: 'checkout' | 'popup' | 'return';
  language?: Language;
  /** The scenario that the sandbox suggests to the payer. */
  reference?: Scenario;
  faults?: Partial<Faults>;
  /** Through the shop's own server. */
  relay?: boolean;
}

export interface BenchWish {
  attributes?: Readonly<Record<string, string>>;
  elements?: number;
  /** The address of the slotted iframe. */
  flow?: string;
}

interface Fixtures {
  sandbox: SandboxClient;
  shop: Shop;
  /** What the console may say in this test, besides the browser's own words on requests that failed. */
  consoleGuard: { allow: (text: RegExp) => void };
}

interface Options {
  /** Time as it is: nothing is sped up. */
  realTime: boolean;
}

export const test = base.extend<Fixtures & Options>({
  realTime: [false, { option: true }],

  sandbox: async ({ baseURL }, use) => {
    const config: unknown = await (await fetch(new URL('/shop/config', baseURL))).json();
    await use(new SandboxClient(textIn(config, 'sandboxOrigin')));
  },

  consoleGuard: [
    async ({ context }, use) => {
      const said = listenToConsole(context);
      const allowed: RegExp[] = [];
      await use({ allow: text => allowed.push(text) });
      expect(
        said.filter(text => !allowed.some(pattern => pattern.test(text))),
        'what the console said',
      ).toEqual([]);
    },
    { auto: true },
  ],

  shop: async ({ page, sandbox, realTime }, use) => {
    await page.addInitScript(keepLog, sandbox.origin);
    if (!realTime) {
      await page.clock.install({ time: START - 60_000 });
      await page.clock.pauseAt(START);
    }
    const shop = new Shop(page, sandbox);
    await use(shop);
    await guardFloor(shop, realTime);
    const violations = await page.evaluate(() => globalThis.e2eLog?.violations);
    expect(violations, 'breaches of the content security policy').toEqual([]);
  },
});

export { expect };

/** No two requests of a session closer than the floor, on the page's clock; and no request that the page did not note. */
async function guardFloor(shop: Shop, realTime: boolean): Promise<void> {
  const checks = await checksOf(shop.page);
  for (const session of new Set([...shop.sessions, ...checks.map(check => check.session)])) {
    const made = checks.filter(check => check.session === session).map(({ at }) => at);
    expectFloor(made, MEASURING, 'on the page’s clock');
    // A browser repeats a request by itself where a connection that it had kept is closed under it.
    const arrived = shop.sessions.includes(session)
      ? (await shop.statusRequests(session)).filter(({ outcome }) => outcome !== 'dropped')
      : [];
    expect(arrived.length, 'requests that the page’s log does not know of').toBeLessThanOrEqual(made.length);
    for (const { accept, cookies } of arrived)
      expect({ accept, cookies }).toEqual({ accept: 'application/json', cookies: false });
    if (realTime)
      expectFloor(
        arrived.map(({ at }) => at),
        TRANSPORT,
        'by the endpoint’s log',
      );
  }
}

function expectFloor(times: readonly number[], slack: number, where: string): void {
  const tooClose = times.filter((at, index) => at - (times[index - 1] ?? -Infinity) < FLOOR - slack);
  expect(tooClose, `status requests within ten seconds of the one before, ${where}`).toEqual([]);
}

async function checksOf(page: Page): Promise<PageLog['checks']> {
  return page.evaluate(() => globalThis.e2eLog?.checks ?? []);
}

/**
 * All that any page of the test says, but for what the browser itself reports of the network, what the element advises
 * then, and Vite of itself.
 */
function listenToConsole(context: BrowserContext): string[] {
  const said: string[] = [];
  context.on('console', message => {
    const text = message.text();
    const isNetwork = /^Failed to load resource:|blocked by CORS policy/.test(text) && message.type() === 'error';
    const isAdvice =
      text.startsWith('<flinks-geft-status> cannot read the status from') && message.type() === 'warning';
    const isVite = /^\[vite\] connect(?:ing|ed)/.test(text) && message.type() === 'debug';
    if (!isNetwork && !isAdvice && !isVite) said.push(`${message.type()}: ${text}`);
  });
  context.on('weberror', error => said.push(`uncaught: ${String(error.error())}`));
  return said;
}
