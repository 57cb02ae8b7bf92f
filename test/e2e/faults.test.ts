import { payThroughFlow } from '../../demo/sandbox/drive-flow.js';
import type { Faults } from '../../demo/sandbox/types.js';
import type { Reading } from '../support/readings.js';
import { expect, START, test } from './harness.js';

/** Every fault of the sandbox's control panel, and what the element makes of it. Distances of requests: see the harness. */

test.describe('trouble is told to the developer only; the next check tells the outcome', () => {
  // The others are in the matrix of faults.
  const rows: readonly (readonly [fault: string, faults: Partial<Faults>, code: string])[] = [
    ['a connection that breaks', { drop: true }, 'network'],
    ['408 with a body of JSON', { http: 408 }, 'timeout'],
    ['503 with Retry-After', { http: 503, retryAfter: 5 }, 'server'],
    ['404 once', { http: 404 }, 'session-not-found'],
    ['HTML', { malformed: 'html' }, 'malformed-response'],
    ['the success of another session', { otherSession: true }, 'session-mismatch'],
  ];
  for (const [fault, faults, code] of rows) {
    test(`${fault}: ${code}`, async ({ shop }) => {
      await shop.pay({ faults });
      await shop.hasErrors(code);
      await expect(shop.events('geft-error')).toContainText('retriable');
      await shop.payerReads('waiting');
      await expect(shop.frame).toBeVisible();
      await shop.notSettled();

      await shop.sandbox.replaceFaults(shop.sessionId, {});
      await shop.sandbox.outcome(shop.sessionId, { status: 'Completed', statusDetails: 'EFT0301' });
      await shop.passTime(30);
      await shop.payerReads('success');
      await shop.settledOnce(/^success · EFT0301 .* by status · confirmed$/);
      await shop.hasErrors(code);
      expect(await shop.checkTimes()).toHaveLength(2);
    });
  }

  test('an answer that never comes: timeout after ten seconds', async ({ shop }) => {
    await shop.pay({ faults: { hang: true, silent: true } });
    await shop.hasRequested(1);
    await shop.page.clock.runFor(9_999);
    await expect(shop.events('geft-error')).toHaveCount(0);
    await shop.page.clock.runFor(1);
    await shop.hasErrors('timeout');
    await shop.payerReads('waiting');

    await shop.sandbox.setFaults(shop.sessionId, { hang: false });
    await shop.sandbox.outcome(shop.sessionId, { status: 'Completed', statusDetails: 'EFT0301' });
    await shop.passTime(15);
    await shop.payerReads('success');
  });

  test('an answer that takes its time is an answer', async ({ shop }) => {
    await shop.pay({ faults: { latency: 700, status: 'Completed', statusDetails: 'EFT0301' } });
    await shop.payerReads('success');
    expect(await shop.phases()).toEqual(['waiting', 'success']);
    await shop.hasRequested(1);
    await expect(shop.events('geft-error')).toHaveCount(0);
  });
});

test.describe('Retry-After is honoured, whoever asks', () => {
  const inAMinute = new Date(START + 60_000).toUTCString();
  const rows: readonly (readonly [name: string, retryAfter: number | string, seconds: number])[] = [
    ['seconds', 60, 60],
    ['a date', inAMinute, 60],
    ['an hour, of which five minutes are believed', 3600, 300],
  ];
  for (const [name, retryAfter, seconds] of rows) {
    test(name, async ({ shop }) => {
      await shop.pay({ faults: { http: 429, retryAfter, times: 1 } });
      await shop.hasErrors('rate-limited');
      await shop.page.locator('[data-test="check-now"]').click();
      await payThroughFlow(shop.flow);
      await shop.payerReads('confirming');

      await shop.passTime(seconds - 1);
      await shop.hasRequested(1);
      await shop.payerReads('confirming');
      await shop.passTime(1);
      await shop.payerReads('success');
      await shop.hasRequested(2);
    });
  }
});

test.describe('what does not pass is an error', () => {
  test('400: at once, and asking again would not help', async ({ shop }) => {
    await shop.pay({ faults: { http: 400 } });
    await shop.hasErrors('bad-request');
    await shop.payerReads('error');
    await expect(shop.events('geft-error')).not.toContainText('retriable');
    await expect(shop.checkAgain).toHaveCount(0);
    await shop.passTime(120, 30);
    await shop.hasRequested(1);
    await shop.notSettled();
  });

  const rows: readonly (readonly [fault: string, faults: Partial<Faults>, code: string])[] = [
    ['403', { http: 403 }, 'access-refused'],
    ['404', { notFound: true }, 'session-not-found'],
  ];
  for (const [fault, faults, code] of rows) {
    test(`${fault} three times in a row: ${code}, until the payer asks again`, async ({ shop }) => {
      await shop.pay({ faults: { ...faults, silent: true } });
      await shop.hasErrors(code);
      await shop.payerReads('waiting');
      await shop.passTime(55);
      await shop.hasErrors(code, code, code);
      await shop.payerReads('error');
      await shop.passTime(60);
      await shop.hasRequested(3);

      await shop.sandbox.replaceFaults(shop.sessionId, { silent: true });
      await shop.checkAgain.click();
      await shop.payerReads('waiting');
      await shop.hasRequested(4);
      await expect(shop.checkAgain).toHaveCount(0);
    });
  }
});

test.describe('what the endpoint says', () => {
  const open: readonly (readonly [status: string, details: string, reads: Reading])[] = [
    ['Initiated', 'EFT0101', 'waiting'],
    ['InProgress', 'EFT0101', 'waiting'],
    ['Pending', 'EFT0999', 'waiting'],
    ['Completed', 'EFT0999', 'waiting'],
    ['Completed', 'EFT0402', 'waiting'],
    ['constructor', 'toString', 'waiting'],
    ['Completed', 'EFT0302', 'signature'],
  ];
  for (const [status, statusDetails, reads] of open) {
    test(`${status} / ${statusDetails} ends nothing: ${reads}`, async ({ shop }) => {
      const { flowUrl } = await shop.createSession({ status, statusDetails, silent: true });
      await shop.openBench({ flow: flowUrl });
      await shop.hasPhase(reads);
      await shop.payerReads(reads);
      await expect(shop.page.locator('[data-test="snapshot-statusDetails"]')).toHaveText(statusDetails);
      await shop.passTime(30);
      await shop.hasRequested(2);
      await shop.payerReads(reads);
      await expect(shop.frame).toBeVisible();
      await shop.notSettled();
    });
  }

  const final: readonly (readonly [status: string, details: string, phase: string, reads: Reading])[] = [
    ['Completed', 'EFT0301', 'success', 'success'],
    ['Failed', 'EFT0401', 'declined', 'signIn'],
    ['Failed', 'EFT0402', 'declined', 'failed'],
    ['Failed', 'EFT0403', 'declined', 'failed'],
    ['Failed', 'EFT0404', 'declined', 'failed'],
    ['Failed', 'EFT0499', 'declined', 'declined'],
    ['Canceled', 'EFT0501', 'canceled', 'canceled'],
    ['Cancelled', 'EFT0501', 'canceled', 'canceled'],
    ['Expired', 'EFT0601', 'expired', 'expired'],
  ];
  for (const [status, statusDetails, phase, reads] of final) {
    test(`${status} / ${statusDetails} is the end: ${phase}, and no request after it`, async ({ shop }) => {
      const { flowUrl } = await shop.createSession({ status, statusDetails });
      await shop.openBench({ flow: flowUrl });
      await shop.payerReads(reads);
      await shop.hasPhase(phase);
      await shop.settledOnce(new RegExp(`^${phase} · ${statusDetails} .*confirmed$`));
      await expect(shop.frame).toBeHidden();
      await shop.passTime(120, 30);
      await shop.hasRequested(1);
      // Neither a code nor what is behind it reaches the payer.
      await expect(shop.element).not.toContainText(/EFT|risk|balance|name|identity/i);
    });
  }
});

test.describe('messages in every dress', () => {
  test('strings of JSON with `step` in lower case', async ({ shop }) => {
    await shop.pay({ faults: { jsonMessages: true, lowerCaseStep: true } });
    await payThroughFlow(shop.flow);
    await expect(shop.frame).toBeHidden();
    await expect(shop.events('geft-step')).toContainText(['APP_MOUNTED', 'GUARANTEE_OFFERED', 'SUCCESS']);
    await shop.passTime(10);
    await shop.payerReads('success');
    await shop.hasRequested(2);
  });

  test('none at all: the checks notice', async ({ shop }) => {
    await shop.pay({ faults: { silent: true } });
    await payThroughFlow(shop.flow);
    await shop.payerReads('waiting');
    await shop.passTime(30);
    await shop.payerReads('success');
    await expect(shop.events('geft-step')).toHaveCount(0);
    await shop.hasRequested(2);
  });
});

test.describe('who is not believed', () => {
  test('frames around the flow, and the flow itself about another session', async ({ shop }) => {
    await shop.pay({ faults: { hostile: true } });
    // Forged messages come every second, from the moment the flow is there.
    await expect(shop.events('geft-step').first()).toHaveText('APP_MOUNTED');
    await shop.passTime(5);
    await shop.payerReads('waiting');
    await payThroughFlow(shop.flow);
    await shop.passTime(10);
    await shop.payerReads('success');
    expect(await shop.phases()).toEqual(['waiting', 'confirming', 'success']);
    const steps = await shop.events('geft-step').allTextContents();
    expect(steps.filter(step => step === 'SUCCESS' || step === 'GUARANTEE_FAILED')).toEqual(['SUCCESS']);
    await shop.hasRequested(2);
  });

  test('the page itself', async ({ shop }) => {
    await shop.pay();
    await shop.payerReads('waiting');
    await expect(shop.events('geft-step').first()).toHaveText('APP_MOUNTED');
    const before = await shop.events('geft-step').count();
    await shop.page.evaluate(async () => {
      const forged: unknown[] = [
        { Step: 'SUCCESS' },
        { step: 'GUARANTEE_FAILED' },
        '{"Step":"SUCCESS"}',
        'x'.repeat(500_000),
        null,
        7,
      ];
      for (const message of Array.from({ length: 200 }, () => forged).flat()) window.postMessage(message, '*');
      await new Promise(resolve => {
        window.addEventListener('message', ({ data }) => {
          if (data === 'the last') resolve(null);
        });
        window.postMessage('the last', '*');
      });
    });
    await expect(shop.events('geft-step')).toHaveCount(before);
    await shop.payerReads('waiting');
    await expect(shop.frame).toBeVisible();
    await shop.hasRequested(1);
  });
});

test('an endpoint that answers no page at all: the payment counts as submitted, not as scheduled', async ({ shop }) => {
  const advice: string[] = [];
  shop.page.on('console', message => {
    if (message.type() === 'warning') advice.push(message.text());
  });
  await shop.pay({ faults: { noCors: true } });
  await payThroughFlow(shop.flow);
  await shop.payerReads('confirming');
  await shop.passTime(100);
  await shop.payerReads('submitted');
  await shop.hasPhase('success');
  await shop.settledOnce(/^success · SUCCESS · by flow$/);
  // The first check, and three that should have confirmed.
  await shop.hasErrors('network', 'network', 'network', 'network');
  await shop.hasRequested(4);
  await expect(shop.element).not.toContainText(/scheduled/);
  expect(advice).toEqual([expect.stringMatching(/CORS.*connect-src.*base-url.*relay/)]);
});
