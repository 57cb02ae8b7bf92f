import type { EftCode } from '../protocol/session-status.js';
import type { Phase } from '../watch/watch-state.js';

/** What the payer reads: what happened; then whether money moved and what to do now. */
export type Text = readonly [title: string, body: string];

/**
 * Each phase has its words. `submitted` stands for a `success` that the endpoint could not confirm. `declined` does not
 * know yet whether money moved; the codes of a failure do. Every other code says no more than its phase.
 */
export type TextKey = Phase | 'submitted' | Extract<EftCode, `EFT04${string}`>;

/** Every text of the element in one language: what is missing does not compile. */
export interface Catalogue {
  /** Language tag of the texts, and of the numbers in them. */
  readonly lang: string;
  /** Titles of at most 40 characters, bodies of one or two short sentences. */
  readonly texts: Readonly<Record<TextKey, Text>>;
  /** Names the list of stages. */
  readonly progress: string;
  /** The stages of the flow, in their order. */
  readonly stages: readonly [bank: string, signIn: string, account: string, guarantee: string, agreement: string];
  readonly checkAgain: string;
  /** Why “check again” has to wait. */
  readonly checkSoon: string;
  /** What a form says that needs the payment first. */
  readonly required: string;
  /** The words of the receipt. */
  readonly amount: string;
  readonly account: string;
  readonly reference: string;
  /** Stands before the amount that the guarantee covers. */
  readonly guaranteedUpTo: string;
  /** What a guarantee is that covers a part only. */
  readonly partial: string;
  /** Names of banks that are others in this language, by institution number. */
  readonly banks: Readonly<Record<number, string>>;
}
