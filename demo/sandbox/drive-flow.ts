import type { Scenario } from './types.js';

/**
 * Clicks through the hosted flow as a payer would. Works on an embedded flow and on one in a window of its own: on
 * Playwright's frames and pages, and on what `remote-flow.ts` makes of an iframe.
 */

export interface Flow {
  locator(selector: string): FlowTarget;
}

export interface FlowTarget {
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  waitFor(options?: { state?: 'attached' | 'visible' }): Promise<void>;
}

export interface FlowPlan {
  /** The user name; the one filled in when absent. */
  scenario?: Scenario;
  /** Whether the session shows the consent screen. */
  consent?: boolean;
  password?: string;
  /** For sessions whose payer enters the amount. */
  amount?: number;
  /** `false` for sessions without a guarantee, whose flow goes from the amount straight to the agreement. */
  guarantee?: boolean;
  offer?: 'accept' | 'turn-down';
  agreement?: 'sign' | 'decline';
  /** Where there is no guarantee: asks for other ways to pay, too. */
  otherWays?: boolean;
}

/** Through the whole flow, until its last screen shows. */
export async function payThroughFlow(flow: Flow, plan: FlowPlan = {}): Promise<void> {
  const end = await reachEnd(flow, plan);
  await waitForScreen(flow, end);
  const unguaranteed = end === 'declined' || end === 'identity-failed' || end === 'login-failed';
  if (plan.otherWays !== true || !unguaranteed) return;
  await askOtherWays(flow);
  await waitForScreen(flow, 'left');
}

/** Up to the guarantee offer. */
export async function goToOffer(flow: Flow, plan: FlowPlan = {}): Promise<void> {
  await goToAmount(flow, plan);
  await confirmAmount(flow, plan.amount);
  await waitForScreen(flow, 'offer');
}

/** Up to the agreement, which is not signed yet. */
export async function goToAgreement(flow: Flow, plan: FlowPlan = {}): Promise<void> {
  await goToAmount(flow, plan);
  await confirmAmount(flow, plan.amount);
  if (plan.guarantee !== false) await acceptGuarantee(flow);
  await waitForScreen(flow, 'agreement');
}

export async function passConsent(flow: Flow): Promise<void> {
  await click(flow, 'agree');
}

/** By institution number: 003, 004, 002, 001, 010, 006, 815 or 614. */
export async function chooseBank(flow: Flow, code = '003'): Promise<void> {
  await click(flow, `bank-${code}`);
}

export async function signIn(
  flow: Flow,
  { userName, password = 'Everyday' }: { userName?: string; password?: string } = {},
): Promise<void> {
  if (userName !== undefined) await find(flow, 'user-name').fill(userName);
  await find(flow, 'password').fill(password);
  await click(flow, 'submit-sign-in');
}

export async function answerSecondFactor(flow: Flow): Promise<void> {
  await click(flow, 'submit-mfa');
}

/** 0 is the chequing account, 1 the savings account. */
export async function chooseAccount(flow: Flow, index = 0): Promise<void> {
  await click(flow, `account-${String(index)}`);
  await click(flow, 'choose-account');
}

export async function confirmAmount(flow: Flow, amount?: number): Promise<void> {
  if (amount !== undefined) await find(flow, 'amount').fill(String(amount));
  await click(flow, 'confirm-amount');
}

export async function acceptGuarantee(flow: Flow): Promise<void> {
  await click(flow, 'accept-offer');
}

/** Only where a smaller amount is offered. */
export async function turnDownOffer(flow: Flow): Promise<void> {
  await click(flow, 'turn-down-offer');
}

export async function signAgreement(flow: Flow): Promise<void> {
  await click(flow, 'sign');
}

export async function downloadAgreement(flow: Flow): Promise<void> {
  await click(flow, 'download');
}

/** Declines, is warned, and leaves all the same. */
export async function declineAgreement(flow: Flow): Promise<void> {
  await click(flow, 'decline');
  await click(flow, 'leave');
}

export async function askOtherWays(flow: Flow): Promise<void> {
  await click(flow, 'other-ways');
}

/** Waits until this is the screen; its names are in the README. A merchant's page may hide the frame at the end. */
export async function waitForScreen(flow: Flow, name: string): Promise<void> {
  await find(flow, `screen-${name}`).waitFor({ state: 'attached' });
}

/** Up to and with the click that ends the flow; says which screen it ends on. */
async function reachEnd(flow: Flow, plan: FlowPlan): Promise<string> {
  if (plan.password !== undefined && plan.password !== 'Everyday') {
    await failToSignIn(flow, plan);
    return 'login-failed';
  }
  if (plan.scenario === 'Unhappy3') {
    await goToAccount(flow, plan);
    await chooseAccount(flow);
    return 'identity-failed';
  }
  await goToAmount(flow, plan);
  await confirmAmount(flow, plan.amount);
  if (plan.scenario === 'Unhappy1' || plan.scenario === 'Unhappy2') return 'declined';
  if (plan.offer === 'turn-down') {
    await turnDownOffer(flow);
    return 'left';
  }
  if (plan.guarantee !== false) await acceptGuarantee(flow);
  if (plan.agreement === 'decline') {
    await declineAgreement(flow);
    return 'left';
  }
  await signAgreement(flow);
  return 'done';
}

async function failToSignIn(flow: Flow, plan: FlowPlan): Promise<void> {
  await goToSignIn(flow, plan);
  await signIn(flow, credentials(plan));
  await flow.locator('#failed').waitFor();
  await signIn(flow, credentials(plan));
}

async function goToSignIn(flow: Flow, plan: FlowPlan): Promise<void> {
  if (plan.consent === true) await passConsent(flow);
  await chooseBank(flow);
}

async function goToAccount(flow: Flow, plan: FlowPlan): Promise<void> {
  await goToSignIn(flow, plan);
  await signIn(flow, credentials(plan));
  await answerSecondFactor(flow);
}

async function goToAmount(flow: Flow, plan: FlowPlan): Promise<void> {
  await goToAccount(flow, plan);
  await chooseAccount(flow);
}

function credentials({ scenario, password }: FlowPlan): { userName?: string; password?: string } {
  return {
    ...(scenario === undefined ? {} : { userName: scenario }),
    ...(password === undefined ? {} : { password }),
  };
}

async function click(flow: Flow, name: string): Promise<void> {
  await find(flow, name).click();
}

function find(flow: Flow, name: string): FlowTarget {
  return flow.locator(`[data-test="${name}"]`);
}
