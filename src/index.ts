import { FlinksGeftStatus } from './element/flinks-geft-status.js';
import type { GeftEventMap } from './element/events.js';

export { FlinksGeftStatus };
export {
  GeftEvent,
  type GeftChangeEvent,
  type GeftErrorEvent,
  type GeftEventMap,
  type GeftSettledEvent,
  type GeftStepEvent,
} from './element/events.js';
export { registerCatalogue } from './element/languages.js';
export type { Catalogue, Text, TextKey } from './locale/catalogue.js';
export type { Message, Messages } from './element/present.js';
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
} from './protocol/session-details.js';
export type { EftCode } from './protocol/session-status.js';
export type { FlowStep } from './protocol/flow-message.js';
export type { ErrorCode, WatchError } from './watch/fault.js';
export type { Phase, Snapshot } from './watch/watch-state.js';

const TAG = 'flinks-geft-status';

// Loaded twice, in two copies or two versions, the first one stays.
if (!customElements.get(TAG)) customElements.define(TAG, FlinksGeftStatus);

declare global {
  interface HTMLElementTagNameMap {
    'flinks-geft-status': FlinksGeftStatus;
  }
  // The events bubble and are composed: any ancestor may listen for them.
  interface GlobalEventHandlersEventMap extends GeftEventMap {}
}
