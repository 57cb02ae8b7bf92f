import { html, nothing, type TemplateResult } from 'lit';
import type { Tone } from './present.js';

/** Strokes on a field of 24 × 24. */
const STROKES: Readonly<Partial<Record<Tone, string>>> = {
  good: 'm7 12 4 4 6-7',
  bad: 'm8 8 8 8m0-8-8 8',
  careful: 'M12 7v6m0 4v.1',
  unsure: 'M9 10a3 3 0 1 1 3 3v1m0 3v.1',
  ended: 'M8 12h8',
};

/** A drawing beside the words, for the eye only: it says nothing that they do not say. */
export function icon(tone: Tone): TemplateResult {
  return html`<svg part="icon" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="11" />
    <path d=${STROKES[tone] ?? nothing} />
  </svg>`;
}
