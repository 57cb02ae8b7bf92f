/** The class and all that belongs to it, without a definition: whoever imports this gives it a tag. */
import type { GeftEventMap } from './events.js';

export {
  GeftEvent,
  type GeftChangeEvent,
  type GeftErrorEvent,
  type GeftEventMap,
  type GeftSettledEvent,
  type GeftStepEvent,
} from './events.js';
export { FlinksGeftStatus } from './flinks-geft-status.js';
export { registerCatalogue } from './languages.js';
export type { Message, Messages } from './present.js';
export type { Catalogue, Text, TextKey } from '../locale/catalogue.js';
export type { FlowStep } from '../protocol/flow-message.js';
export type {
  AccountInfo,
  Address,
  GuaranteeDetails,
  Party,
  RiskLevel,
  SessionDetails,
  SessionOptions,
  SessionStep,
  UserDetails,
} from '../protocol/session-details.js';
export type { EftCode } from '../protocol/session-status.js';
export type { ErrorCode, WatchError } from '../watch/fault.js';
export type { Phase, Snapshot } from '../watch/watch-state.js';

declare global {
  // The events bubble and are composed: any ancestor may listen for them.
  interface GlobalEventHandlersEventMap extends GeftEventMap {}
}
