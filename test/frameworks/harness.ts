import type { Page } from 'playwright/test';
import { expect, test as base, type Shop } from '../e2e/harness.js';
import { openSite, PAGES, type PageName, type Site } from './site.js';

/** What every test of a checkout stands on: the shop it is served by, and the checkout as the payer and the page see it. */

/** What a checkout keeps of what the element told it, and its buttons: the same names in every framework. */
type Knowledge = 'phase' | 'step' | 'outcomes' | 'error';
type Button = 'toggle' | 'language' | 'steps' | 'order-again';

export class Checkout {
  readonly shop: Shop;
  readonly #page: Page;
  readonly #site: Site;
  readonly #realTime: boolean;

  constructor(shop: Shop, site: Site, realTime: boolean) {
    this.shop = shop;
    this.#page = shop.page;
    this.#site = site;
    this.#realTime = realTime;
  }

  /** The page places its order when it is opened. */
  async open(name: PageName, reference = 'Happy1'): Promise<void> {
    await this.#ordering(() => this.#page.goto(this.address(name, `?reference=${reference}`)));
  }

  async orderAgain(): Promise<void> {
    await this.#ordering(() => this.press('order-again'));
  }

  address(name: PageName, rest = ''): string {
    return `${this.#site.origin}${PAGES[name]}${rest}`;
  }

  async press(button: Button): Promise<void> {
    await this.#page.locator(`[data-test="${button}"]`).click();
    await this.#moment();
  }

  /** This is what the page knows, or will soon. */
  async knows(what: Knowledge, text: string): Promise<void> {
    const place = this.#page.locator(`[data-test="${what}"]`);
    await this.#soon(what, () => place.textContent()).toBe(text);
  }

  async #ordering(act: () => Promise<unknown>): Promise<void> {
    const placed = this.#page.waitForResponse('**/shop/orders');
    await act();
    const { sessionId }: { sessionId?: unknown } = Object(await (await placed).json());
    this.shop.sessions.push(String(sessionId));
    await this.#soon('the frame’s address', () => this.shop.frame.getAttribute('src')).toContain(String(sessionId));
  }

  #soon(message: string, look: () => Promise<string | null>) {
    const inAMoment = async (): Promise<string | null> => {
      await this.#moment();
      return look();
    };
    return expect.poll(inAMoment, { message, intervals: [20, 50, 100, 250] });
  }

  /** Angular renders by timers: where time stands still, it never would. */
  async #moment(): Promise<void> {
    if (!this.#realTime) await this.#page.clock.runFor(20);
  }
}

export const test = base.extend<{ checkout: Checkout }, { site: Site }>({
  site: [
    async ({ browserName: _ }, use) => {
      const site = await openSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  sandbox: async ({ site }, use) => use(site.sandbox),
  checkout: async ({ shop, site, realTime }, use) => use(new Checkout(shop, site, realTime)),
});

export { expect };
