import type { Catalogue, Text, TextKey } from '../locale/catalogue.js';
import { money } from '../locale/money.js';
import type { PayerDetails } from '../protocol/session-details.js';
import { hasKey, ownProperty, ownText } from '../protocol/own-property.js';
import { outcomeOf } from '../protocol/session-status.js';
import type { Snapshot } from '../watch/watch-state.js';
import { fill } from './fill.js';

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
export type Tone = 'working' | 'good' | 'bad' | 'careful' | 'unsure' | 'ended';

const TONES: Readonly<Partial<Record<TextKey, Tone>>> = {
  signature: 'careful',
  success: 'good',
  submitted: 'unsure',
  declined: 'bad',
  left: 'careful',
  canceled: 'ended',
  expired: 'ended',
  // The payment may well have gone through: nothing here may look like a failure, or like a reason to pay again.
  unconfirmed: 'unsure',
  error: 'unsure',
};

/** The tone of the card. */
export function toneOf(snapshot: Snapshot): Tone {
  return TONES[keyOf(snapshot)] ?? 'working';
}

/** What the payer reads: a merchant's own words for the code or the phase, else the catalogue's. */
export function textOf(
  snapshot: Snapshot,
  { texts, lang }: Catalogue,
  own: Messages | null,
  details: PayerDetails | null,
): Text {
  const { amount, referenceId } = snapshot;
  const said = keyOf(snapshot);
  const code = codeOf(snapshot);
  const [title, body] = texts[hasKey(texts, code) ? code : said];
  const values = {
    amount: () => money(details?.amount ?? amount, lang),
    reference: () => details?.referenceId ?? referenceId,
  };
  const pick = (field: keyof Message, otherwise: string): string =>
    fill(ownText(ownProperty(own, code), field), values) ??
    fill(ownText(ownProperty(own, said), field), values) ??
    otherwise;
  return [pick('title', title), pick('body', body)];
}

/** An unconfirmed success is not to be shown as a success, nor in a merchant's own words for one. */
function keyOf({ phase, confirmed }: Snapshot): TextKey {
  return phase === 'success' && !confirmed ? 'submitted' : phase;
}

/**
 * The EFT code, where it speaks for the phase. The endpoint may lag behind the flow; and what is not known to be anything
 * else is under way, whatever its code says.
 */
function codeOf({ phase, status, statusDetails }: Snapshot): string {
  const code = statusDetails ?? '';
  const speaks = (phase === 'waiting' ? /^EFT0101$/ : /^EFT/).test(code);
  return speaks && outcomeOf(status ?? '', code) === phase ? code : '';
}
