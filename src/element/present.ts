import type { Catalogue, Text } from '../locale/catalogue.js';
import { hasKey } from '../protocol/own-property.js';
import { outcomeOf } from '../protocol/session-status.js';
import type { Phase, Snapshot } from '../watch/watch-state.js';

/** A text of the merchant's own. */
export interface Message {
  readonly title?: string;
  readonly body?: string;
}

/** A merchant's own texts, by EFT code, by phase, or for `submitted`; what is missing comes from the catalogue. */
export type Messages = Readonly<Partial<Record<string, Message>>>;

/** How a card looks and sounds: never by colour alone, the icon and the words say it too. */
export type Tone = 'busy' | 'good' | 'bad' | 'careful' | 'calm';

const TONES: Partial<Record<Phase, Tone>> = {
  waiting: 'busy',
  confirming: 'busy',
  signature: 'careful',
  success: 'good',
  declined: 'bad',
  left: 'careful',
  unconfirmed: 'careful',
  error: 'bad',
};

/** The tone of a phase. Only a `bad` one interrupts a screen reader. */
export function toneOf(phase: Phase): Tone {
  return TONES[phase] ?? 'calm';
}

/** What the payer reads: the most particular text there is, a merchant's own before the catalogue's. */
export function textOf(snapshot: Snapshot, { texts }: Catalogue, own: Messages): Text {
  const keys = keysOf(snapshot);
  const [title, body] = texts[keys.find(key => hasKey(texts, key)) ?? snapshot.phase];
  const ownText = (field: keyof Message): string | undefined => keys.map(key => own[key]?.[field]).find(isText);
  return [ownText('title') ?? title, ownText('body') ?? body];
}

function keysOf({ phase, confirmed, status, statusDetails }: Snapshot): string[] {
  // An unconfirmed success is not to be worded like a success, not even in a merchant's own words for it.
  if (phase === 'success' && !confirmed) return ['submitted'];
  // A code speaks only for the phase that it stands for: the endpoint may lag behind the flow.
  return confirmed && outcomeOf(status ?? '', statusDetails) === phase ? [statusDetails ?? '', phase] : [phase];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
