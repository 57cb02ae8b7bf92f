import type { Catalogue, Text } from '../locale/catalogue.js';
import { outcomeOf } from '../protocol/session-status.js';
import type { Phase, Snapshot } from '../watch/watch-state.js';

/** A text of the merchant's own. */
export interface Message {
  readonly title?: string;
  readonly body?: string;
}

/** A merchant's own texts, by EFT code, by phase, or for `submitted`; what is missing comes from the catalogue. */
export type Messages = Readonly<Partial<Record<string, Message>>>;

/** How a card looks, beside its words: never is anything said by colour alone. */
export type Tone = 'good' | 'bad' | 'careful';

const TONES: Partial<Record<Phase, Tone>> = {
  signature: 'careful',
  success: 'good',
  declined: 'bad',
  left: 'careful',
  unconfirmed: 'careful',
  error: 'bad',
};

/** The tone of a phase, if it has one. Only a `bad` one interrupts a screen reader. */
export function toneOf(phase: Phase): Tone | undefined {
  return TONES[phase];
}

/** What the payer reads: a merchant's own words for the code or the phase, else the catalogue's. */
export function textOf(snapshot: Snapshot, { texts }: Catalogue, own: Messages | null): Text {
  const { phase, confirmed } = snapshot;
  // An unconfirmed success is not to be worded like a success, not even in a merchant's own words for it.
  const said = phase === 'success' && !confirmed ? 'submitted' : phase;
  const [title, body] = texts[phase === 'declined' && confirmed ? 'failed' : said];
  const ofCode = own?.[codeOf(snapshot)];
  const ofPhase = own?.[said];
  return [ofCode?.title ?? ofPhase?.title ?? title, ofCode?.body ?? ofPhase?.body ?? body];
}

/** The code, where it speaks for the phase: the endpoint may lag behind the flow. */
function codeOf({ phase, status, statusDetails }: Snapshot): string {
  return outcomeOf(status ?? '', statusDetails) === phase ? (statusDetails ?? '') : '';
}
