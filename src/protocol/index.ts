/** What Flinks sends, read: for a server too. No DOM and no Lit, in code or in types. */
export {
  effectOf,
  isFlowStep,
  readFlowMessage,
  type FlowEnding,
  type FlowStage,
  type FlowStep,
} from './flow-message.js';
export {
  readSessionDetails,
  type AccountInfo,
  type Address,
  type GuaranteeDetails,
  type Party,
  type PayerDetails,
  type RiskLevel,
  type SessionDetails,
  type SessionOptions,
  type SessionStep,
  type UserDetails,
} from './session-details.js';
export { isSameSession, isSessionId } from './session-id.js';
export {
  outcomeOf,
  readSessionStatus,
  type EftCode,
  type Outcome,
  type StatusProblem,
  type StatusReport,
} from './session-status.js';
