import type { FlowStage } from '../protocol/flow-message.js';
import type { Phase } from '../watch/watch-state.js';

/** What the payer reads: what happened; then whether money moved and what to do now. */
export type Text = readonly [title: string, body: string];

/**
 * Each phase has its words. `submitted` stands for a `success` that the endpoint could not confirm; `declined` alone is
 * the flow's word, a confirmed failure has a code. Codes of identity and eligibility share words that give no reason away.
 */
export type TextKey = Phase | 'submitted' | 'EFT0401' | 'EFT0402' | 'EFT0403' | 'EFT0404';

/** Every text of the element in one language: what is missing does not compile. */
export interface Catalogue {
  /** Language tag of the texts. */
  readonly lang: string;
  /** Titles of at most 40 characters, bodies of one or two short sentences. */
  readonly texts: Readonly<Record<TextKey, Text>>;
  /** Names the list of stages. */
  readonly progress: string;
  readonly stages: Readonly<Record<FlowStage, string>>;
  readonly checkAgain: string;
  readonly checking: string;
  /** Why “check again” has to wait. */
  readonly checkSoon: string;
}
