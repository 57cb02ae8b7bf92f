import { FlinksGeftStatus } from './element/flinks-geft-status.js';

export * from './element/index.js';

const TAG = 'flinks-geft-status';

// Loaded twice, in two copies or two versions, the first one stays.
if (!customElements.get(TAG)) customElements.define(TAG, FlinksGeftStatus);

declare global {
  interface HTMLElementTagNameMap {
    'flinks-geft-status': FlinksGeftStatus;
  }
}
