import { act, openFlow } from './flow-steps.js';
import type { FlowAction } from './flow-steps.js';
import { PASSWORD } from './scenarios.js';
import type { Session } from './sessions.js';
import type { Walk } from './types.js';

/** Goes through the flow as its payer would, but without a page, so that no message is posted. */
export function walk(session: Session, plan: Required<Walk>): void {
  openFlow(session, 'none');
  for (const action of actionsOf(plan, session.amount ?? 0)) {
    if (session.flow.screen === plan.to) return;
    // What the present screen does not offer changes nothing: each scenario takes of these what it needs.
    act(session, action);
  }
}

function actionsOf({ scenario, bank, password }: Required<Walk>, amount: number): FlowAction[] {
  const signIn = { action: 'sign-in', userName: scenario, password } as const;
  return [
    { action: 'agree' },
    { action: 'choose-bank', code: bank },
    signIn,
    ...(password === PASSWORD ? [] : [signIn]),
    { action: 'answer' },
    { action: 'choose-account', index: 0 },
    { action: 'confirm-amount', amount },
    { action: 'accept' },
    { action: 'sign' },
  ];
}
