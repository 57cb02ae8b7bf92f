import { payThroughFlow } from '../../demo/sandbox/drive-flow.js';
import type { Page } from 'playwright/test';
import { expect, test } from './harness.js';
import { type PageName } from './site.js';

/**
 * The checkout as a server sends it: to be read before any script has run, and without any; then taken over without a
 * flash, and without losing what the page set before or meanwhile. Frameworks in their builds for developing, which
 * complain of what they find different from what they would have made.
 */
const pages: readonly PageName[] = [
  'plain HTML',
  'React while developing',
  'Vue while developing',
  'Svelte while developing',
];

const STAND_IN = 'Your payment is in progress. Please stay on this page.';
/** In the card, but not in what stands in for it. */
const CARD = '$64.50';

/** What the page looked like in each frame that was drawn, kept by a script that runs in it before any other. */
interface Frames {
  /** What could be read above the flow: what stands in for the card, or its words; empty when nothing could. */
  readonly texts: string[];
  /** Where the flow stood. */
  readonly tops: number[];
  /** The sum of what Chromium counts as layout shifts. */
  shift: number;
}

declare global {
  var drawn: Frames | undefined;
}

function watchFrames(): void {
  if (window !== window.top) return;
  const frames: Frames = { texts: [], tops: [], shift: 0 };
  globalThis.drawn = frames;
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries()) frames.shift += Number(Reflect.get(entry, 'value'));
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  const look = (): void => {
    const status = document.querySelector('flinks-geft-status');
    const card = status?.shadowRoot?.querySelector<HTMLElement>('[part=card]');
    const seen = card ?? status?.querySelector<HTMLElement>('.stand-in');
    const frame = status?.querySelector('iframe');
    if (frame) {
      frames.texts.push(seen?.checkVisibility() ? seen.innerText.trim() : '');
      frames.tops.push(frame.getBoundingClientRect().top);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Something that waits until it may go on. */
function hold(): { readonly released: Promise<void>; release(): void } {
  let release = (): void => {};
  const released = new Promise<void>(resolve => (release = resolve));
  return { released, release };
}

/** What was drawn until now; waits for some frames in which this could be read. */
async function framesOf(page: Page, text: string): Promise<Frames> {
  const drawn = (): Promise<Frames | undefined> => page.evaluate(() => globalThis.drawn);
  const howOften = async (): Promise<number> =>
    (await drawn())?.texts.filter(found => found.includes(text)).length ?? 0;
  await expect.poll(howOften, { message: `frames with “${text}”` }).toBeGreaterThan(4);
  return (await drawn()) ?? { texts: [], tops: [], shift: NaN };
}

// High enough for what is below the flow: the frame itself, which moves into its slot, Chromium does not count.
test.use({ realTime: true, viewport: { width: 1280, height: 1300 } });

test('without the rules in until-defined.css there is a flash, and it is measured', async ({ page, checkout }) => {
  await page.addInitScript(watchFrames);
  const scripts = hold();
  await page.route('**/until-defined.css', route => route.fulfill({ contentType: 'text/css', body: '' }));
  await page.route(/\.js$/, async route => {
    await scripts.released;
    await route.continue();
  });
  await page.goto(checkout.address('plain HTML', 'rendered.html'), { waitUntil: 'commit' });
  await framesOf(page, STAND_IN);
  await expect(page.getByRole('link', { name: 'Pay by card' })).toBeVisible();
  scripts.release();
  const { tops, shift } = await framesOf(page, CARD);
  expect(new Set(tops).size, 'where the flow stood').toBeGreaterThan(1);
  expect(shift, 'layout shift').toBeGreaterThan(0);
});

for (const name of pages) {
  test.describe(name, () => {
    test.describe('without scripts', () => {
      test.use({ javaScriptEnabled: false });
      test('is to be read, and leads to the flow', async ({ page, checkout }) => {
        await page.goto(checkout.address(name, 'rendered.html'));
        await expect(page.getByText(STAND_IN)).toBeVisible();
        await expect(page.locator('iframe')).toBeVisible();
        await expect(page.locator('iframe')).toHaveAttribute('src', /\/app\/\?sessionId=/);
        await expect(page.getByRole('link', { name: 'Pay by card' })).toBeVisible();
      });
    });

    test('is taken over without a flash, and loses nothing', async ({ page, checkout, consoleGuard }) => {
      consoleGuard.allow(/Download the React DevTools/);
      const { shop } = checkout;
      await page.addInitScript(watchFrames);
      const [scripts, flowScripts, answers] = [hold(), hold(), hold()];
      await page.route(/\.js$/, async route => {
        const isFlow = route.request().url().startsWith(shop.sandbox.origin);
        await (isFlow ? flowScripts : scripts).released;
        await route.continue();
      });
      await page.route('**/api/v2/sessions/*/status', async route => {
        await answers.released;
        await route.continue();
      });
      const flows: string[] = [];
      page.on('framenavigated', frame => frame === page.mainFrame() || flows.push(frame.url()));

      await page.goto(checkout.address(name, 'rendered.html?reference=Unhappy1'), { waitUntil: 'commit' });
      await expect(page.getByText(STAND_IN)).toBeVisible();
      const otherWay = page.getByRole('link', { name: 'Pay by card' });
      await expect(otherWay).toBeHidden();
      await framesOf(page, STAND_IN);

      scripts.release();
      await shop.payerReads('waiting');
      await expect(shop.element).toContainText(CARD);
      // Told at once, before the framework listened; there is no answer yet that would tell it again.
      await checkout.knows('phase', 'waiting');
      await expect(page.getByText(STAND_IN)).toBeHidden();
      const { texts, tops, shift } = await framesOf(page, CARD);
      expect(texts[0]).toBe(STAND_IN);
      expect(texts, 'frames in which nothing could be read').not.toContain('');
      expect([...new Set(tops)], 'where the flow stood').toHaveLength(1);
      expect(shift, 'layout shift').toBe(0);
      expect(flows, 'times that the flow was loaded').toHaveLength(1);

      answers.release();
      flowScripts.release();
      await payThroughFlow(shop.flow, { scenario: 'Unhappy1' });
      await checkout.knows('phase', 'declined');
      await expect(otherWay).toBeVisible();
      await expect(shop.element.getByRole('alert')).toContainText('You can pay by card.');
    });
  });
}
