import type { Catalogue, Text, TextKey } from '../locale/catalogue.js';
import type { PayerDetails } from '../protocol/session-details.js';
import { hasKey } from '../protocol/own-property.js';
import { outcomeOf } from '../protocol/session-status.js';
import type { Phase, Snapshot } from '../watch/watch-state.js';
import { fill } from './fill.js';
import { money } from './receipt.js';

/**
 * A text of the merchant's own. `{amount}` and `{reference}` stand for those of the payment; where they are not known,
 * the text gives way to the next one that fits.
 */
export interface Message {
  readonly title?: string;
  readonly body?: string;
}

/** A merchant's own texts, by EFT code, by phase, or for `submitted`; what is missing comes from the catalogue. */
export type Messages = Readonly<Partial<Record<string, Message>>>;

/** How a card looks, beside its words: never is anything said by colour alone. */
export type Tone = 'working' | 'good' | 'bad' | 'careful' | 'ended';

const TONES: Readonly<Record<Phase, Tone>> = {
  idle: 'working',
  waiting: 'working',
  confirming: 'working',
  signature: 'careful',
  success: 'good',
  declined: 'bad',
  left: 'careful',
  canceled: 'ended',
  expired: 'ended',
  unconfirmed: 'careful',
  // Not `bad`: the payment may well have gone through.
  error: 'careful',
};

/** The tone of the card. A success that nobody confirmed is none yet. */
export function toneOf({ phase, confirmed }: Snapshot): Tone {
  return phase === 'success' && !confirmed ? 'careful' : TONES[phase];
}

/** What the payer reads: a merchant's own words for the code or the phase, else the catalogue's. */
export function textOf(
  snapshot: Snapshot,
  { texts, lang }: Catalogue,
  own: Messages | null,
  details: PayerDetails | null,
): Text {
  const { phase, confirmed, amount, referenceId } = snapshot;
  // An unconfirmed success is not to be worded like a success, not even in a merchant's own words for it.
  const said: TextKey = phase === 'success' && !confirmed ? 'submitted' : phase;
  const code = codeOf(snapshot);
  const [title, body] = texts[hasKey(texts, code) ? code : said];
  const values = {
    amount: money(details?.amount ?? amount, lang),
    reference: details?.referenceId ?? referenceId,
  };
  const pick = (field: keyof Message, otherwise: string): string =>
    fill(own?.[code]?.[field], values) ?? fill(own?.[said]?.[field], values) ?? otherwise;
  return [pick('title', title), pick('body', body)];
}

/** The code, where it speaks for the phase: the endpoint may lag behind the flow. */
function codeOf({ phase, status, statusDetails }: Snapshot): string {
  return outcomeOf(status ?? '', statusDetails) === phase ? (statusDetails ?? '') : '';
}
