import { chooseBank, payThroughFlow, waitForScreen } from '../../demo/sandbox/drive-flow.js';
import { expect, test } from './harness.js';
import { hasAngular, type PageName } from './site.js';

/**
 * The same checkout in each framework: what it sets arrives, what the element tells becomes the page's own state, and the
 * element comes and goes with it. While developing, React mounts twice (StrictMode).
 */
const pages: readonly PageName[] = [
  'plain HTML',
  'React',
  'Vue',
  'Svelte',
  ...(hasAngular ? ['Angular' as const] : []),
];

for (const page of [...pages, 'React while developing'] as const) {
  test.describe(page, () => {
    test.beforeEach(({ consoleGuard }) => {
      if (page === 'React while developing') consoleGuard.allow(/Download the React DevTools/);
    });

    test('hears of a payment, from the flow to its end', async ({ checkout }) => {
      const { shop } = checkout;
      await checkout.open(page);
      await waitForScreen(shop.flow, 'bank');
      await checkout.knows('phase', 'waiting');
      await payThroughFlow(shop.flow);
      await checkout.knows('step', 'SUCCESS');
      await checkout.knows('phase', 'confirming');
      await checkout.knows('outcomes', '');
      await shop.passTime(10);
      await shop.payerReads('success');
      await checkout.knows('phase', 'success');
      await expect(shop.frame).toBeHidden();
      await shop.passTime(120, 30);
      await checkout.knows('outcomes', 'success');
      await checkout.knows('error', '');
      await shop.hasRequested(2);
    });

    test('goes and comes back: the watch rests, and keeps the floor', async ({ checkout }) => {
      const { shop } = checkout;
      await checkout.open(page);
      await waitForScreen(shop.flow, 'bank');
      await shop.hasRequested(1);
      await shop.passTime(3);
      await checkout.press('toggle');
      await expect(shop.element).toHaveCount(0);
      await shop.passTime(60);
      await shop.hasRequested(1);

      await checkout.press('toggle');
      await waitForScreen(shop.flow, 'bank');
      await shop.hasRequested(2);
      await shop.passTime(2);
      await checkout.press('toggle');
      await shop.passTime(2);
      await checkout.press('toggle');
      await waitForScreen(shop.flow, 'bank');
      await shop.payerReads('waiting');
      await checkout.knows('phase', 'waiting');

      await payThroughFlow(shop.flow);
      await checkout.knows('phase', 'confirming');
      await shop.passTime(10);
      await checkout.knows('outcomes', 'success');
      await shop.hasRequested(3);
    });

    if (page === 'React while developing') return;

    test('slots another way to pay, and hands over words of its own', async ({ checkout }) => {
      const { shop } = checkout;
      await checkout.open(page, 'Unhappy1');
      await waitForScreen(shop.flow, 'bank');
      const otherWay = shop.element.getByRole('link', { name: 'Pay by card' });
      await expect(otherWay).toBeHidden();
      await payThroughFlow(shop.flow, { scenario: 'Unhappy1' });
      await checkout.knows('phase', 'declined');
      await expect(otherWay).toBeVisible();
      await expect(shop.element.getByRole('alert')).toContainText('You can pay by card.');
      await shop.passTime(10);
      await checkout.knows('outcomes', 'declined');
    });

    test('sets attributes and properties: numbers, flags, objects, and each of them anew', async ({ checkout }) => {
      const { shop } = checkout;
      await checkout.open(page);
      await waitForScreen(shop.flow, 'bank');
      await shop.hasRequested(1);
      await expect(shop.element).toHaveJSProperty('pollInterval', 15);
      await shop.passTime(15);
      await shop.hasRequested(2);

      const steps = shop.element.getByRole('list');
      await chooseBank(shop.flow);
      await expect(steps).toBeVisible();
      await checkout.press('steps');
      await expect(steps).toHaveCount(0);
      await expect(shop.element).toHaveJSProperty('noSteps', true);
      await checkout.press('steps');
      await expect(steps).toBeVisible();

      await checkout.press('language');
      await shop.payerReads('waiting', 'fr');
      await expect(shop.element).toContainText('64,50 $');
      await checkout.press('language');
      await shop.payerReads('waiting', 'en');

      const reference = shop.element.getByText(/^ORDER-\d+$/);
      const [before, first] = [await reference.textContent(), shop.sessionId];
      await checkout.orderAgain();
      await waitForScreen(shop.flow, 'bank');
      await expect(reference).not.toHaveText(String(before));
      await shop.hasRequested(1);
      await shop.passTime(30);
      expect(await shop.statusRequests(first), 'of the first order').toHaveLength(2);
      await checkout.knows('error', '');
    });
  });
}
