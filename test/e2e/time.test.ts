import { goToAgreement, payThroughFlow, signAgreement } from '../../demo/sandbox/drive-flow.js';
import { expect, test, type Shop } from './harness.js';

/** What happens when, on a clock that the test moves. The real ten and thirty seconds are those of the page. */

/** The pauses between the page's checks, in seconds. */
async function pauses(shop: Shop): Promise<number[]> {
  const times = await shop.checkTimes();
  return times.slice(1).map((at, index) => Math.round(1000 * (at - (times[index] ?? 0))) / 1000);
}

async function hidePage(shop: Shop, isHidden: boolean): Promise<void> {
  await shop.page.evaluate(
    state => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    isHidden ? 'hidden' : 'visible',
  );
}

test.describe('the pace', () => {
  test('where the messages are off, one request every thirty seconds', async ({ shop }) => {
    await shop.pay({ faults: { silent: true } });
    await shop.payerReads('waiting');
    await shop.passTime(90, 1);
    expect(await pauses(shop)).toEqual([30, 30, 30]);
    await shop.hasRequested(4);
  });

  test('every message puts the next one off', async ({ shop }) => {
    await shop.pay();
    await expect(shop.events('geft-step')).toHaveCount(2);
    await shop.passTime(25);
    await goToAgreement(shop.flow);
    await expect(shop.events('geft-step').last()).toHaveText('GUARANTEE_OFFERED');
    await shop.passTime(29);
    await shop.hasRequested(1);
    await shop.passTime(1);
    await shop.hasRequested(2);
    await shop.payerReads('signature');
  });

  test('an interval below the floor counts as the floor', async ({ shop }) => {
    const { sessionId } = await shop.createSession();
    const { origin } = shop.sandbox;
    const attributes = { 'session-id': sessionId, 'base-url': origin, 'poll-interval': '1' };
    await shop.openBench({ attributes });
    await shop.payerReads('waiting');
    await shop.passTime(30, 1);
    expect(await pauses(shop)).toEqual([10, 10, 10]);
  });

  test('trouble slows it down: twice as long each time, to two minutes', async ({ shop }) => {
    await shop.pay({ faults: { silent: true, http: 500 } });
    await shop.hasErrors('server');
    await shop.passTime(420);
    const waits = await pauses(shop);
    // Up to a quarter more, by chance; and what was found late.
    for (const [index, least] of [10, 20, 40, 80, 120].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(least);
      expect(waits[index]).toBeLessThanOrEqual(Math.min(least * 1.25, 120) + 5);
    }
  });

  test('whoever asks, asks at the floor at the earliest', async ({ shop }) => {
    await shop.pay();
    await expect(shop.events('geft-step')).toHaveCount(2);
    const checkNow = shop.page.locator('[data-test="check-now"]');
    for (let clicks = 0; clicks < 5; clicks += 1) await checkNow.click();
    await shop.hasRequested(1);
    await shop.passTime(10);
    await shop.hasRequested(2);
    await shop.passTime(10);
    await shop.hasRequested(2);
  });
});

test.describe('SUCCESS', () => {
  test('is success in one round trip where the last check is ten seconds old', async ({ shop }) => {
    await shop.pay();
    await goToAgreement(shop.flow);
    await shop.passTime(10);
    await shop.hasRequested(1);
    await signAgreement(shop.flow);
    // No more time is passed from here.
    await shop.payerReads('success');
    await shop.hasRequested(2);
    expect(await shop.phases()).toEqual(['waiting', 'confirming', 'success']);
  });

  test('stays “confirming” while the endpoint lags behind', async ({ shop }) => {
    await shop.pay({ faults: { lag: 2 } });
    await payThroughFlow(shop.flow);
    await shop.passTime(10);
    await shop.hasRequested(2);
    await shop.payerReads('confirming');
    await shop.passTime(10);
    await shop.hasRequested(3);
    await shop.payerReads('confirming');
    await shop.notSettled();
    await shop.passTime(10);
    await shop.payerReads('success');
    await shop.settledOnce(/^success · EFT0301/);
    await shop.hasRequested(4);
    expect(await shop.phases()).toEqual(['waiting', 'confirming', 'success']);
  });

  test('is contradicted by an unsigned agreement only with the third answer', async ({ shop }) => {
    await shop.pay({ faults: { status: 'Completed', statusDetails: 'EFT0302' } });
    await payThroughFlow(shop.flow);
    await shop.payerReads('confirming');
    await shop.passTime(20);
    await shop.hasRequested(3);
    await shop.payerReads('confirming');
    await shop.passTime(10);
    await shop.hasRequested(4);
    await shop.payerReads('signature');
    await shop.notSettled();

    // EFT0302 → EFT0301 is no contradiction.
    await shop.sandbox.replaceFaults(shop.sessionId, {});
    await shop.passTime(30);
    await shop.payerReads('success');
    await shop.settledOnce(/^success · EFT0301/);
  });

  test('after three failed confirmations is submitted, not scheduled', async ({ shop }) => {
    await shop.pay();
    await goToAgreement(shop.flow);
    await shop.sandbox.setFaults(shop.sessionId, { http: 500 });
    await signAgreement(shop.flow);
    await shop.payerReads('confirming');
    await shop.passTime(60);
    await shop.payerReads('submitted');
    await shop.hasPhase('success');
    await shop.settledOnce(/^success · EFT0101 · SUCCESS · by flow$/);
    await shop.hasErrors('server', 'server', 'server');
    await shop.hasRequested(4);
    await shop.passTime(150);
    await shop.hasRequested(4);
  });
});

test.describe('giving up', () => {
  test('with the attempts spent nobody knows; “Check again” finds out', async ({ shop }) => {
    const { sessionId } = await shop.createSession();
    const attributes = { 'session-id': sessionId, 'base-url': shop.sandbox.origin, 'max-attempts': '3' };
    await shop.openBench({ attributes });
    await shop.payerReads('waiting');
    await shop.passTime(60);
    await shop.payerReads('unconfirmed');
    await shop.hasErrors('attempts-spent');
    await shop.notSettled();

    // The floor runs since the last check: the button says to wait.
    await expect(shop.checkAgain).toBeDisabled();
    await expect(shop.checkAgain).toHaveAccessibleDescription(/shortly/);
    await shop.passTime(10);
    await expect(shop.checkAgain).toBeEnabled();
    await shop.passTime(120);
    await shop.hasRequested(3);

    await shop.sandbox.outcome(sessionId, { status: 'Completed', statusDetails: 'EFT0301' });
    await shop.checkAgain.click();
    await shop.payerReads('success');
    await shop.settledOnce(/^success · EFT0301/);
    await expect(shop.checkAgain).toHaveCount(0);
    await shop.hasRequested(4);
  });

  test('twenty attempts, unless told otherwise; a message brings the watch back', async ({ shop }) => {
    await shop.pay({ faults: { silent: true } });
    // At the end of each leap a check is due.
    await shop.passTime(600, 30);
    await shop.payerReads('unconfirmed');
    await shop.hasRequested(20);
    await shop.passTime(120, 30);
    await shop.hasRequested(20);

    await shop.sandbox.setFaults(shop.sessionId, { silent: false });
    await payThroughFlow(shop.flow);
    await shop.payerReads('success');
    await shop.settledOnce(/^success · EFT0301/);
    await shop.hasRequested(21);
  });

  test('a payment that says it succeeded is never shown as failed', async ({ shop }) => {
    const { sessionId, flowUrl } = await shop.createSession({ lag: 1000 });
    await shop.openBench({ attributes: { 'max-attempts': '3' }, flow: flowUrl });
    await payThroughFlow(shop.flow);
    await shop.payerReads('confirming');
    await shop.passTime(30);
    await shop.payerReads('unconfirmed');
    await shop.notSettled();
    await expect(shop.frame).toBeHidden();

    await shop.sandbox.replaceFaults(sessionId, {});
    await shop.passTime(10);
    await shop.checkAgain.click();
    await shop.payerReads('success');
  });

  test('no guarantee, never confirmed, settles as that', async ({ shop }) => {
    const { flowUrl } = await shop.createSession({ lag: 1000 });
    await shop.openBench({ attributes: { 'max-attempts': '3' }, flow: flowUrl });
    await payThroughFlow(shop.flow, { scenario: 'Unhappy1' });
    await shop.payerReads('declined');
    await shop.passTime(30);
    await shop.payerReads('declined');
    await shop.settledOnce(/^declined · EFT0101 · GUARANTEE_FAILED · by flow$/);
    await shop.passTime(60);
    expect(await shop.checkTimes()).toHaveLength(4);
  });

  test('an agreement that stays unsigned settles as that', async ({ shop }) => {
    const { sessionId } = await shop.createSession({ status: 'Completed', statusDetails: 'EFT0302' });
    const attributes = { 'session-id': sessionId, 'base-url': shop.sandbox.origin, 'max-attempts': '2' };
    await shop.openBench({ attributes });
    await shop.payerReads('signature');
    await shop.notSettled();
    await shop.passTime(30);
    await shop.payerReads('signature');
    await shop.settledOnce(/^signature · EFT0302/);
    await shop.passTime(60);
    await shop.hasRequested(2);
  });
});

test.describe('a page that nobody sees', () => {
  test('hidden: no check and no attempt; visible again: a check at once', async ({ shop }) => {
    await shop.pay({ faults: { silent: true } });
    await shop.hasRequested(1);
    await shop.answered();
    await hidePage(shop, true);
    await shop.passTime(120);
    await shop.hasRequested(1);
    await expect(shop.page.locator('[data-test="snapshot-attempts"]')).toHaveText('1');

    await shop.sandbox.outcome(shop.sessionId, { status: 'Completed', statusDetails: 'EFT0301' });
    await hidePage(shop, false);
    await shop.payerReads('success');
    await shop.hasRequested(2);
  });

  test('hidden while the payer is at the bank: an ending message is confirmed all the same', async ({ shop }) => {
    await shop.pay();
    await goToAgreement(shop.flow);
    await hidePage(shop, true);
    await shop.passTime(60);
    await shop.hasRequested(1);
    await signAgreement(shop.flow);
    await shop.payerReads('success');
    await shop.hasRequested(2);
  });

  test('offline: no check and no error; online again: a check at once', async ({ shop, context }) => {
    await shop.pay({ faults: { silent: true } });
    await shop.hasRequested(1);
    await shop.answered();
    await context.setOffline(true);
    await shop.passTime(120);
    expect(await shop.checkTimes()).toHaveLength(1);
    await expect(shop.events('geft-error')).toHaveCount(0);
    await shop.payerReads('waiting');

    await shop.sandbox.outcome(shop.sessionId, { status: 'Completed', statusDetails: 'EFT0301' });
    await context.setOffline(false);
    await shop.payerReads('success');
    await shop.hasRequested(2);
  });
});
