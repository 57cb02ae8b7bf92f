import { html, type TemplateResult } from 'lit';
import type { Tone } from './present.js';

const CIRCLE = 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0';

const SHAPES: Readonly<Record<Tone, string>> = {
  busy: 'M12 3a9 9 0 1 1-9 9',
  good: `${CIRCLE}m5 0 3 3 5-6`,
  bad: `${CIRCLE}m6-3 6 6m0-6-6 6`,
  careful: 'M12 4 2.5 20h19zm0 6v5m0 2v1',
  calm: `${CIRCLE}m5 0h8`,
};

/** The icon of a tone. It repeats what the words say, so a screen reader passes it over. */
export function icon(tone: Tone): TemplateResult {
  return html`<svg part="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${SHAPES[tone]} /></svg>`;
}
