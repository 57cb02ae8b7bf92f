import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from '../locale/catalogue.js';
import { FLOW_STAGES, type FlowStage } from '../protocol/flow-message.js';

/** The stages of the payment in their order, the current one marked. */
export function steps(current: FlowStage, { progress, stages }: Catalogue): TemplateResult {
  return html`<ol part="steps" aria-label=${progress}>
    ${FLOW_STAGES.map(
      stage => html`<li part="step" aria-current=${stage === current ? 'step' : nothing}>${stages[stage]}</li>`,
    )}
  </ol>`;
}
