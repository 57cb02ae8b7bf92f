import type { Phase } from '../watch/watch-state.js';

/** What the payer reads: what happened; then whether money moved and what to do now. */
export type Text = readonly [title: string, body: string];

/**
 * Each phase has its words. `submitted` stands for a `success` that the endpoint could not confirm, and `failed` for a
 * `declined` that it has confirmed: then it is certain that no money was taken. The codes of a failure share these words,
 * which give no reason away.
 */
export type TextKey = Phase | 'submitted' | 'failed';

/** Every text of the element in one language: what is missing does not compile. */
export interface Catalogue {
  /** Language tag of the texts. */
  readonly lang: string;
  /** Titles of at most 40 characters, bodies of one or two short sentences. */
  readonly texts: Readonly<Record<TextKey, Text>>;
  /** Names the list of stages. */
  readonly progress: string;
  /** The stages of the flow, in their order. */
  readonly stages: readonly [string, string, string, string, string];
  readonly checkAgain: string;
  /** Why “check again” has to wait. */
  readonly checkSoon: string;
}
