import type { Page } from 'playwright/test';
import { goToOffer, payThroughFlow } from '../../demo/sandbox/drive-flow.js';
import type { Reading } from '../support/readings.js';
import { expect, test, type PaymentWish, type Shop } from './harness.js';

/** The ways a merchant may build it in. All pages have a strict policy and Trusted Types, and the harness watches them. */

test.describe('the flow in a pop-up', () => {
  async function payInWindow(shop: Shop, wish: PaymentWish = {}): Promise<Page> {
    const opening = shop.page.waitForEvent('popup');
    await shop.pay({ page: 'popup', ...wish });
    return opening;
  }

  test('its messages are heard, and the window is closed at the end', async ({ shop }) => {
    const window = await payInWindow(shop);
    await shop.payerReads('waiting');
    await payThroughFlow(window);
    await expect(shop.events('geft-step').last()).toHaveText('SUCCESS');
    await shop.passTime(10);
    await shop.payerReads('success');
    await shop.settledOnce(/^success · EFT0301/);
    await shop.hasRequested(2);
    await expect.poll(() => window.isClosed()).toBe(true);
  });

  test('no guarantee, and the payer asks for other ways to pay: declined it stays', async ({ shop }) => {
    const window = await payInWindow(shop, { reference: 'Unhappy1', faults: { lag: 1 } });
    await payThroughFlow(window, { scenario: 'Unhappy1', otherWays: true });
    await expect(shop.events('geft-step').last()).toHaveText('COMPONENT_OTHER_FUNDING_OPTIONS_SELECTED');
    await shop.payerReads('declined');
    await shop.passTime(20);
    await shop.payerReads('failed');
    await shop.settledOnce(/^declined · EFT0402 · COMPONENT_OTHER_FUNDING_OPTIONS_SELECTED · by status · confirmed$/);
    expect(await shop.phases()).toEqual(['waiting', 'declined']);
  });

  test('closed by the payer and opened again, it is the new window that is believed', async ({ shop }) => {
    const first = await payInWindow(shop);
    await goToOffer(first);
    await first.close();
    await shop.passTime(1);
    await expect(shop.page.locator('[data-test="popup-news"]')).toContainText('closed');
    const opening = shop.page.waitForEvent('popup');
    await shop.page.locator('[data-test="open-window"]').click();
    const second = await opening;
    await second.locator('[data-test="accept-offer"]').click();
    await second.locator('[data-test="sign"]').click();
    await expect(shop.events('geft-step').last()).toHaveText('SUCCESS');
    await shop.passTime(10);
    await shop.payerReads('success');
  });
});

test.describe('the flow as a page of its own', () => {
  const rows: readonly (readonly [name: string, agreement: 'sign' | 'decline', reads: Reading])[] = [
    ['paid', 'sign', 'success'],
    ['left before signing', 'decline', 'signature'],
  ];
  for (const [name, agreement, reads] of rows) {
    test(`back from it, ${name}: one request says so, without any message`, async ({ shop }) => {
      await shop.pay({ page: 'return' });
      await payThroughFlow(shop.page, { agreement });
      await shop.page.locator('[data-test="continue"]').click();
      await shop.page.waitForURL(/return\.html\?sessionId=/);
      await shop.payerReads(reads);
      await expect(shop.events('geft-step')).toHaveCount(0);
      await shop.hasRequested(1);
    });
  }
});

test.describe('the merchant’s relay', () => {
  test.use({ realTime: true });

  test('checks go to the shop’s own origin, messages come from the flow’s', async ({ shop }) => {
    await shop.pay({ relay: true });
    await payThroughFlow(shop.flow);
    await expect(shop.events('geft-step').last()).toHaveText('SUCCESS');
    await shop.settledOnce(/^success · EFT0301 · SUCCESS · by status · confirmed$/);
    expect(await shop.phases()).toEqual(['waiting', 'confirming', 'success']);
    await shop.payerReads('success');
    await shop.hasRequested(0);
    expect(await shop.checkTimes()).toHaveLength(2);
    expect((await shop.sandbox.statusRequests(shop.sessionId)).every(({ origin }) => origin === null)).toBe(true);
  });
});

test.describe('language', () => {
  test('times for developers are written alike in both, on the clock of a day', async ({ shop }) => {
    await shop.pay({ language: 'fr' });
    await shop.answered();
    for (const time of [shop.page.locator('[data-test="snapshot-checkedAt"]'), shop.page.locator('time').first()]) {
      await expect(time).toHaveText(/^[012]\d:\d\d:\d\d$/);
    }
  });

  test('a change while watching renders anew and restarts nothing', async ({ shop }) => {
    await shop.pay();
    await goToOffer(shop.flow);
    await expect(shop.events('geft-step').last()).toHaveText('GUARANTEE_OFFERED');
    await shop.payerReads('waiting', 'en');
    const changes = await shop.events('geft-change').count();

    await shop.page.locator('[data-test="language-fr"]').click();
    await shop.payerReads('waiting', 'fr');
    await shop.passTime(10);
    await shop.page.locator('[data-test="language-en"]').click();
    await shop.payerReads('waiting', 'en');

    await shop.hasRequested(1);
    await expect(shop.events('geft-change')).toHaveCount(changes);
    // The flow is where it was: its iframe was not loaded anew.
    await expect(shop.flow.locator('[data-test="screen-offer"]')).toBeVisible();
  });

  const rows: readonly (readonly [lang: string, language: 'en' | 'fr'])[] = [
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['FR_ca', 'fr'],
    ['en-GB', 'en'],
    ['de', 'en'],
  ];
  for (const [lang, language] of rows) {
    test(`lang="${lang}" is ${language === 'fr' ? 'French' : 'English'}`, async ({ shop }) => {
      const { sessionId } = await shop.createSession();
      await shop.openBench({ attributes: { 'session-id': sessionId, 'base-url': shop.sandbox.origin, lang } });
      await shop.payerReads('waiting', language);
    });
  }
});

test.describe('a wrong configuration is an error, and no request is made', () => {
  const session = '4f9c7f5e-3b1a-4d55-9a38-0d2f6c1b7e21';
  const rows: readonly (readonly [attributes: Record<string, string>, code: string])[] = [
    [{ 'session-id': 'not-a-uuid' }, 'invalid-session-id'],
    [{ 'session-id': '' }, 'invalid-session-id'],
    [{ 'session-id': session, 'base-url': 'javascript:alert(1)' }, 'invalid-base-url'],
    [{ 'session-id': session, 'base-url': 'ftp://payments.flinksapp.com' }, 'invalid-base-url'],
    [{ 'session-id': session, 'flow-origin': '*' }, 'invalid-flow-origin'],
    [{ 'session-id': session, 'flow-origin': 'null' }, 'invalid-flow-origin'],
    [{ 'session-id': session, 'flow-origin': 'https://payments.flinksapp.com *' }, 'invalid-flow-origin'],
  ];
  for (const [attributes, code] of rows) {
    test(`${JSON.stringify(attributes)}: ${code}`, async ({ shop, consoleGuard }) => {
      consoleGuard.allow(new RegExp(`^error: <flinks-geft-status> ${code}`));
      await shop.openBench({ attributes });
      await shop.hasErrors(code);
      await shop.payerReads('error');
      await expect(shop.checkAgain).toHaveCount(0);
      await shop.passTime(60);
      expect(await shop.page.evaluate(() => globalThis.e2eLog?.checks)).toEqual([]);
    });
  }
});

test.describe('one session, one watcher', () => {
  test('several elements on a page ask as one', async ({ shop }) => {
    const { sessionId } = await shop.createSession();
    await shop.openBench({ attributes: { 'session-id': sessionId, 'base-url': shop.sandbox.origin }, elements: 3 });
    await expect(shop.element).toHaveCount(3);
    await shop.passTime(30);
    await shop.hasRequested(2);
    await shop.sandbox.outcome(sessionId, { status: 'Completed', statusDetails: 'EFT0301' });
    await shop.passTime(30);
    for (const element of await shop.element.all())
      await expect(element.getByRole('status')).toContainText('scheduled');
    await shop.hasRequested(3);
  });

  test('taken out and put back, over and over, the floor holds', async ({ shop }) => {
    const { sessionId } = await shop.createSession();
    await shop.openBench({ attributes: { 'session-id': sessionId, 'base-url': shop.sandbox.origin } });
    await shop.payerReads('waiting');
    for (let times = 0; times < 4; times += 1) {
      const element = await shop.element.elementHandle();
      await element.evaluate(node => {
        node.remove();
      });
      await element.evaluate(node => {
        document.querySelector('main')?.append(node);
      });
      await shop.passTime(3);
    }
    await shop.passTime(20);
    expect((await shop.checkTimes()).length).toBeLessThanOrEqual(4);
    await shop.payerReads('waiting');
  });

  test('another session starts afresh, and the old one’s answer never lands', async ({ shop }) => {
    const old = await shop.createSession({ hang: true });
    await shop.openBench({ attributes: { 'session-id': old.sessionId, 'base-url': shop.sandbox.origin } });
    await shop.hasRequested(1);
    const { sessionId } = await shop.createSession();
    await shop.page.evaluate(id => {
      document.querySelector('flinks-geft-status')?.setAttribute('session-id', id);
    }, sessionId);
    await shop.hasRequested(1);
    await expect(shop.page.locator('[data-test="snapshot-sessionId"]')).toHaveText(sessionId);
    await expect
      .poll(async () => (await shop.statusRequests(old.sessionId)).map(({ outcome }) => outcome))
      .toEqual(['aborted']);
    await shop.payerReads('waiting');
    await shop.notSettled();
  });

  test('another payment in the same shop is another session', async ({ shop }) => {
    await shop.pay({ reference: 'Unhappy1' });
    await payThroughFlow(shop.flow, { scenario: 'Unhappy1' });
    await shop.passTime(10);
    await shop.payerReads('failed');
    await shop.page.locator('[data-test="start-over"]').click();
    await shop.page.locator('#scenario').selectOption('Happy1');
    await shop.page.locator('[data-test="pay"]').click();
    await shop.payerReads('waiting');
    await payThroughFlow(shop.flow);
    await shop.passTime(10);
    await shop.payerReads('success');
    await shop.settledOnce(/^success · EFT0301/);
    await shop.hasRequested(2);
  });
});
