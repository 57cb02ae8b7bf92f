import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Frame, type Page } from 'playwright/test';

/**
 * A page on which nothing is but the built module, an element and what a test puts beside them. Neither a server nor a
 * network: the browser's own requests are answered here, so that the shop and Flinks have their real kind of origins.
 */

export const SHOP = 'https://shop.test';
export const FLINKS = 'https://payments.flinksapp.com';
export const SESSION = '4f9c7f5e-3b1a-4d55-9a38-0d2f6c1b7e21';
export const FLOW = `${FLINKS}/app/?sessionId=${SESSION}`;
export const MODULE = '<script type="module" src="/flinks-geft-status.js"></script>';

export const moduleFile = join(import.meta.dirname, '..', '..', 'dist', 'cdn', 'flinks-geft-status.js');

/** What the page itself met, kept by a script that runs in it before any other. */
interface BareLog {
  readonly phases: string[];
  readonly steps: string[];
  readonly violations: string[];
  /** Resolves when no request is under way, and the page has had its turns to deal with the last answer. */
  readonly idle: () => Promise<void>;
}

declare global {
  var bareLog: BareLog | undefined;
}

function keepLog(): void {
  const underWay = new Set<Promise<unknown>>();
  // Neither what the page does to these, nor fake clocks, are to reach what tests stand on.
  const { Promise: RealPromise, fetch: realFetch, MessageChannel: Channel } = window;
  const idle = async (): Promise<void> => {
    while (underWay.size > 0) await RealPromise.allSettled(underWay);
    await new RealPromise<void>(resolve => {
      const { port1, port2 } = new Channel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  };
  const log: BareLog = { phases: [], steps: [], violations: [], idle };
  globalThis.bareLog = log;
  window.fetch = async (...request) => {
    const answer = realFetch(...request);
    const whole = answer.then(response => response.clone().text()).catch(() => null);
    underWay.add(whole);
    void whole.then(() => underWay.delete(whole));
    return answer;
  };
  addEventListener('geft-change', ({ detail }) => log.phases.push(detail.phase));
  addEventListener('geft-step', ({ detail }) => log.steps.push(detail.step));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    log.violations.push(`${violatedDirective}: ${blockedURI}`);
  });
}

export interface BareWish {
  /** Scripts before, after or instead of the module. */
  head?: string;
  body?: string;
  headers?: Record<string, string>;
  /** The page's clock and its `fetch` are its own, and nothing of what it meets is kept. */
  untouched?: boolean;
}

export class BarePage {
  readonly page: Page;
  /** The body of the endpoint's answers. */
  answer = status('Initiated', 'EFT0101');
  /** When it was asked, in seconds since the page was opened, by the page's clock where that stands still. */
  readonly checks: number[] = [];
  #now = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async open({ head = MODULE, body = element(), headers = {}, untouched = false }: BareWish = {}): Promise<void> {
    const { page } = this;
    const html = (inner: string): string =>
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${inner}</html>`;
    const module = readFileSync(moduleFile, 'utf8');
    if (!untouched) await page.addInitScript(keepLog);
    await page.route('**/*', async route => {
      const { origin, pathname, hostname } = new URL(route.request().url());
      if (origin === SHOP && pathname === '/flinks-geft-status.js')
        return route.fulfill({ contentType: 'text/javascript', body: module });
      if (origin === SHOP)
        return route.fulfill({ contentType: 'text/html', headers, body: html(`${head}</head><body>${body}</body>`) });
      if (pathname.startsWith('/api/')) {
        this.checks.push(this.#now);
        const headers = { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': SHOP };
        return route.fulfill({ headers, body: this.answer });
      }
      // Any other frame, whoever it claims to be, is a page without anything.
      return hostname === 'localhost'
        ? route.abort()
        : route.fulfill({ contentType: 'text/html', body: html('</head><body></body>') });
    });
    if (!untouched) {
      await page.clock.install({ time: Date.UTC(2026, 2, 2, 15) });
      await page.clock.pauseAt(Date.UTC(2026, 2, 2, 15, 1));
    }
    await page.goto(`${SHOP}/`);
  }

  /** Lets time pass on the page, in steps short enough for every answer to come before its time limit. */
  async pass(seconds: number, step = 8): Promise<void> {
    for (let left = seconds; left > 0; left -= step) {
      await this.#answered();
      this.#now += Math.min(step, left);
      await this.page.clock.runFor(1000 * Math.min(step, left));
    }
    await this.#answered();
  }

  async phase(): Promise<string | undefined> {
    return this.page.evaluate(() => document.querySelector('flinks-geft-status')?.phase);
  }

  async hasPhase(phase: string): Promise<void> {
    await expect.poll(() => this.phase(), { message: 'phase', intervals: [50, 100, 250] }).toBe(phase);
  }

  async log(): Promise<Omit<BareLog, 'idle'>> {
    return this.page.evaluate(() => {
      const { phases = [], steps = [], violations = [] } = globalThis.bareLog ?? {};
      return { phases, steps, violations };
    });
  }

  /** The frame with this name, once its page is there. */
  async frame(name: string): Promise<Frame> {
    await expect.poll(() => this.page.frame({ name })?.url() ?? '').toMatch(/^https?:|^about:srcdoc/);
    const frame = this.page.frame({ name });
    if (!frame) throw new Error(`There is no frame ${name}.`);
    await frame.waitForLoadState();
    return frame;
  }

  async #answered(): Promise<void> {
    await this.page.evaluate(() => globalThis.bareLog?.idle());
  }
}

/** The body of a status answer. */
export function status(name: string, details: string | null, sessionId = SESSION): string {
  return JSON.stringify({ sessionId, referenceId: 'USER12345', amount: 500, status: name, statusDetails: details });
}

/** The tag of an element, without an iframe. */
export function element(attributes = '', inner = ''): string {
  return `<flinks-geft-status session-id="${SESSION}" ${attributes}>${inner}</flinks-geft-status>`;
}

/** The tag of an element whose flow is in a frame named `flow`. */
export function elementWithFlow(attributes = '', inner = ''): string {
  return `<flinks-geft-status ${attributes}><iframe slot="flow" name="flow" title="Pay from your bank" src="${FLOW}"></iframe>${inner}</flinks-geft-status>`;
}

/** Posts to the page around a frame, as the hosted flow does. */
export async function post(frame: Frame, data: unknown): Promise<void> {
  await frame.evaluate(message => {
    window.top?.postMessage(message, '*');
  }, data);
}
