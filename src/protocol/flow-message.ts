import { hasKey, ownProperty } from './own-property.js';
import { isSameSession } from './session-id.js';

/** What a message that ends the flow means by itself: completed but unconfirmed, no guarantee, or left by the payer. */
export type FlowEnding = 'confirming' | 'declined' | 'left';

/** A stage of the hosted flow, in the order in which a payer meets them: bank, sign-in, account, guarantee, agreement. */
export type FlowStage = 0 | 1 | 2 | 3 | 4;

/** The documented messages (Flinks' page “Event handling”): the stage that each reaches, or the end that it makes. */
const FLOW_STEPS = {
  APP_MOUNTED: 0,
  CONSENT_DISABLED: 0,
  INSTITUTION_SELECTED: 1,
  SUBMIT_CREDENTIAL: 1,
  SUBMIT_MFA: 1,
  ACCOUNT_SELECTED: 2,
  COMPONENT_DEPOSIT_CONTINUE: 3,
  GUARANTEE_OFFERED: 3,
  COMPONENT_PAD_DOWNLOADED: 4,
  SUCCESS: 'confirming',
  GUARANTEE_FAILED: 'declined',
  COMPONENT_PAD_WARNING_SCREEN_EXIT: 'left',
  COMPONENT_OTHER_FUNDING_OPTIONS_SELECTED: 'left',
  COMPONENT_NBO_RETURN_TO_CLIENT_SELECTED: 'left',
} as const satisfies Record<string, FlowStage | FlowEnding>;

/** A documented message of the hosted flow. */
export type FlowStep = keyof typeof FLOW_STEPS;

/** Whether a step is a documented one. Others are normal and harmless. */
export function isFlowStep(step: string): step is FlowStep {
  return hasKey(FLOW_STEPS, step);
}

/** The stage that a step reaches, or the end that it makes. */
export function effectOf(step: FlowStep): FlowStage | FlowEnding {
  return FLOW_STEPS[step];
}

// Far above any real message, far below what would cost anything to read.
const LONGEST_JSON = 10_000;
const LONGEST_STEP = 100;

/**
 * The step in a message's data, or `null`: an object, or a string of JSON, with `Step` (the payment flow) or `step`
 * (Flinks Connect inside it), about this session if it names one. Takes anything, throws never.
 */
export function readFlowMessage(data: unknown, sessionId: string): string | null {
  const message = typeof data === 'string' ? parseJson(data) : data;
  const names = [ownProperty(message, 'sessionId'), ownProperty(message, 'SessionId')];
  const isOurs = names.every(name => isSameSession(name ?? sessionId, sessionId));
  const step = ownProperty(message, 'Step') ?? ownProperty(message, 'step');
  return typeof step === 'string' && step && step.length <= LONGEST_STEP && isOurs ? step : null;
}

function parseJson(text: string): unknown {
  try {
    return text.length > LONGEST_JSON ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
