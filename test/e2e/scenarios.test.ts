import { goToOffer, payThroughFlow, type FlowPlan } from '../../demo/sandbox/drive-flow.js';
import type { Scenario } from '../../demo/sandbox/types.js';
import type { Language, Reading } from '../support/readings.js';
import { expect, test, type Shop } from './harness.js';

/** The sandbox's scenarios on the shop's checkout page: what is done in the flow, and what comes of it. */
interface Row {
  readonly name: string;
  readonly scenario: Scenario;
  readonly language?: Language;
  /** What the payer does in the flow; to its end unless told otherwise. */
  readonly plan?: FlowPlan;
  readonly act?: (shop: Shop) => Promise<void>;
  /** Seconds that pass then. */
  readonly wait: number;
  readonly steps: readonly string[];
  readonly phases: readonly string[];
  readonly reads: Reading;
  /** What `geft-settled` says, the one time it comes; without, it does not. */
  readonly settled?: RegExp;
  /** Whether the shop offers another way to pay. */
  readonly hasOtherWay?: boolean;
  readonly requests: number;
}

const TO_SIGN_IN = ['APP_MOUNTED', 'CONSENT_DISABLED', 'INSTITUTION_SELECTED', 'COMPONENT_LOAD_CREDENTIAL'];
const TO_ACCOUNT = [...TO_SIGN_IN, 'SUBMIT_CREDENTIAL', 'COMPONENT_LOAD_MFA', 'SUBMIT_MFA', 'ACCOUNT_SELECTED'];
const TO_VERDICT = [...TO_ACCOUNT, 'COMPONENT_DEPOSIT_CONTINUE'];
const TO_OFFER = [...TO_VERDICT, 'GUARANTEE_OFFERED'];
const TO_SUCCESS = [...TO_OFFER, 'COMPONENT_PAD_DOWNLOADED', 'SUCCESS'];

/** After an ending message a check is due at the floor; where the flow says nothing, after half a minute. */
const [FLOOR, SILENCE] = [10, 30];

const paid = {
  wait: FLOOR,
  steps: TO_SUCCESS,
  phases: ['waiting', 'confirming', 'success'],
  reads: 'success',
  settled: /^success · EFT0301 · SUCCESS · by status · confirmed$/,
  requests: 2,
} as const satisfies Partial<Row>;

const rows: readonly Row[] = [
  { name: 'Happy1, guaranteed in full', scenario: 'Happy1', ...paid },
  { name: 'Happy2, the smaller amount accepted', scenario: 'Happy2', ...paid },
  { name: 'Happy3, in French', scenario: 'Happy3', language: 'fr', ...paid },
  {
    name: 'Happy2, the smaller amount turned down',
    scenario: 'Happy2',
    plan: { offer: 'turn-down' },
    wait: 3 * FLOOR,
    steps: [...TO_OFFER, 'COMPONENT_NBO_RETURN_TO_CLIENT_SELECTED'],
    phases: ['waiting', 'left'],
    reads: 'left',
    hasOtherWay: true,
    requests: 4,
  },
  {
    name: 'Unhappy1, no guarantee',
    scenario: 'Unhappy1',
    wait: FLOOR,
    steps: [...TO_VERDICT, 'GUARANTEE_FAILED'],
    phases: ['waiting', 'declined'],
    reads: 'failed',
    settled: /^declined · EFT0402 · GUARANTEE_FAILED · by status · confirmed$/,
    hasOtherWay: true,
    requests: 2,
  },
  {
    name: 'Unhappy1 in French',
    scenario: 'Unhappy1',
    language: 'fr',
    wait: FLOOR,
    steps: [...TO_VERDICT, 'GUARANTEE_FAILED'],
    phases: ['waiting', 'declined'],
    reads: 'failed',
    settled: /^declined · EFT0402/,
    hasOtherWay: true,
    requests: 2,
  },
  {
    name: 'Unhappy2, the balance too low',
    scenario: 'Unhappy2',
    wait: FLOOR,
    steps: [...TO_VERDICT, 'GUARANTEE_FAILED'],
    phases: ['waiting', 'declined'],
    reads: 'failed',
    settled: /^declined · EFT0404/,
    hasOtherWay: true,
    requests: 2,
  },
  {
    name: 'wrong credentials, twice: no message says so',
    scenario: 'Happy1',
    plan: { password: 'wrong' },
    wait: SILENCE,
    steps: [...TO_SIGN_IN, 'SUBMIT_CREDENTIAL', 'SUBMIT_CREDENTIAL'],
    phases: ['waiting', 'declined'],
    reads: 'signIn',
    settled: /^declined · EFT0401/,
    hasOtherWay: true,
    requests: 2,
  },
  {
    name: 'Unhappy3, the name of another: no message says so, and no word of it to the payer',
    scenario: 'Unhappy3',
    wait: SILENCE,
    steps: TO_ACCOUNT,
    phases: ['waiting', 'declined'],
    reads: 'failed',
    settled: /^declined · EFT0403/,
    hasOtherWay: true,
    requests: 2,
  },
  {
    name: 'Unhappy3, and the payer asks for other ways to pay',
    scenario: 'Unhappy3',
    plan: { otherWays: true },
    wait: FLOOR,
    steps: [...TO_ACCOUNT, 'COMPONENT_OTHER_FUNDING_OPTIONS_SELECTED'],
    phases: ['waiting', 'left', 'declined'],
    reads: 'failed',
    settled: /^declined · EFT0403 · COMPONENT_OTHER_FUNDING_OPTIONS_SELECTED · by status · confirmed$/,
    hasOtherWay: true,
    requests: 2,
  },
  {
    name: 'left before signing: the endpoint names no outcome',
    scenario: 'Happy1',
    plan: { agreement: 'decline' },
    wait: 3 * FLOOR,
    steps: [...TO_OFFER, 'COMPONENT_PAD_WARNING_SCREEN_EXIT'],
    phases: ['waiting', 'left'],
    reads: 'left',
    hasOtherWay: true,
    requests: 4,
  },
  {
    name: 'canceled by the shop’s server',
    scenario: 'Happy1',
    act: async shop => {
      await goToOffer(shop.flow);
      await shop.page.locator('[data-test="cancel"]').click();
      await expect.poll(async () => (await shop.sandbox.session(shop.sessionId)).status).toBe('Canceled');
    },
    wait: SILENCE,
    steps: TO_OFFER,
    phases: ['waiting', 'canceled'],
    reads: 'canceled',
    settled: /^canceled · EFT0501 · GUARANTEE_OFFERED · by status · confirmed$/,
    hasOtherWay: true,
    requests: 2,
  },
  {
    name: 'expired',
    scenario: 'Happy1',
    act: async shop => {
      await goToOffer(shop.flow);
      await shop.sandbox.expire(shop.sessionId);
    },
    wait: SILENCE,
    steps: TO_OFFER,
    phases: ['waiting', 'expired'],
    reads: 'expired',
    settled: /^expired · EFT0601/,
    hasOtherWay: true,
    requests: 2,
  },
];

for (const { name, scenario, language = 'en', plan, act, ...row } of rows) {
  test(name, async ({ shop }) => {
    await shop.pay({ reference: scenario, language });
    await shop.payerReads('waiting', language);

    if (act) await act(shop);
    else await payThroughFlow(shop.flow, { scenario, ...plan });
    await expect(shop.events('geft-step')).toHaveText([...row.steps]);
    await shop.passTime(row.wait);

    await shop.payerReads(row.reads, language);
    const phase = row.phases.at(-1) ?? '';
    await shop.hasPhase(phase);
    expect(await shop.phases()).toEqual(row.phases);
    if (row.settled) await shop.settledOnce(row.settled);
    else await shop.notSettled();
    await expect(shop.events('geft-error')).toHaveCount(0);

    await expect(shop.frame).toBeHidden();
    const otherWay = shop.element.locator('a:visible');
    await expect(otherWay).toHaveCount(row.hasOtherWay ? 1 : 0);
    if (row.hasOtherWay) await expect(otherWay).toHaveAttribute('slot', phase);
    await expect(shop.page.locator('[data-test="order-paid"]')).toHaveCount(phase === 'success' ? 1 : 0);
    await shop.hasRequested(row.requests);
  });
}

test('bad news at once: no guarantee is told before any check, and confirmed by the next', async ({ shop }) => {
  await shop.pay({ reference: 'Unhappy1', faults: { lag: 1 } });
  await payThroughFlow(shop.flow, { scenario: 'Unhappy1' });

  await shop.payerReads('declined');
  await expect(shop.frame).toBeHidden();
  await expect(shop.element.locator('a:visible')).toHaveAttribute('slot', 'declined');

  // The endpoint still says that nothing happened: that takes nothing back.
  await shop.passTime(10);
  await shop.hasRequested(2);
  await shop.payerReads('declined');
  await shop.notSettled();
  await shop.passTime(10);
  await shop.payerReads('failed');
  await shop.settledOnce(/^declined · EFT0402 · GUARANTEE_FAILED · by status · confirmed$/);
  await shop.hasRequested(3);
});

test('good news once confirmed: SUCCESS alone is not shown as success', async ({ shop }) => {
  await shop.pay({ faults: { lag: 1 } });
  await payThroughFlow(shop.flow);
  await shop.payerReads('confirming');
  await expect(shop.frame).toBeHidden();
  await shop.notSettled();
  await expect(shop.page.locator('[data-test="order-paid"]')).toHaveCount(0);
});

test('left, and yet paid: what the endpoint names in the end counts', async ({ shop }) => {
  await shop.pay();
  await payThroughFlow(shop.flow, { agreement: 'decline' });
  await shop.payerReads('left');

  await shop.sandbox.outcome(shop.sessionId, { status: 'Completed', statusDetails: 'EFT0301' });
  await shop.passTime(10);
  await shop.payerReads('success');
  await shop.settledOnce(/^success · EFT0301/);
});

test.describe('in real time', () => {
  test.use({ realTime: true });

  test('a payment of a few seconds costs two requests, ten seconds apart', async ({ shop }) => {
    await shop.pay();
    await payThroughFlow(shop.flow);
    await expect(shop.frame).toBeHidden();
    await shop.settledOnce(/^success · EFT0301/);
    expect(await shop.phases()).toEqual(['waiting', 'confirming', 'success']);
    await shop.payerReads('success');
    await shop.hasRequested(2);
  });
});
