import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from '../locale/catalogue.js';

/** The stages of the payment in their order, the current one marked. */
export function steps(current: number, { progress, stages }: Catalogue): TemplateResult {
  return html`<ol part="steps" aria-label=${progress}>
    ${stages.map((name, stage) => html`<li part="step" aria-current=${stage === current ? 'step' : nothing}>${name}</li>`)}
  </ol>`;
}
