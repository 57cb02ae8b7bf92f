import type { WatchError } from '../watch/fault.js';
import type { Snapshot } from '../watch/watch-state.js';

/** What each event tells. */
export interface GeftDetails {
  /** A trusted message of the hosted flow, documented or not. */
  'geft-step': { readonly step: string; readonly sessionId: string | null };
  /** The phase, the EFT code, the step or the confirmation changed. */
  'geft-change': Snapshot;
  /** The one outcome of a session. A hint for the page: the merchant's server asks Flinks itself before it ships. */
  'geft-settled': Snapshot;
  /** A check failed, or the configuration is wrong. */
  'geft-error': WatchError;
}

/** An event of the element. It bubbles, out of shadow roots too. */
export class GeftEvent<Type extends keyof GeftDetails = keyof GeftDetails> extends Event {
  declare readonly type: Type;

  constructor(
    type: Type,
    readonly detail: GeftDetails[Type],
  ) {
    super(type, { bubbles: true, composed: true });
  }
}

export type GeftStepEvent = GeftEvent<'geft-step'>;
export type GeftChangeEvent = GeftEvent<'geft-change'>;
export type GeftSettledEvent = GeftEvent<'geft-settled'>;
export type GeftErrorEvent = GeftEvent<'geft-error'>;

/** The element's events by name. */
export type GeftEventMap = { [Type in keyof GeftDetails]: GeftEvent<Type> };
