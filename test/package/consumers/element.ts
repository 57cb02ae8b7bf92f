/** The class alone, under a tag of the page's own. */
import { FlinksGeftStatus, type Phase } from 'flinks-geft-status/element';

export class PaymentStatus extends FlinksGeftStatus {
  get isOver(): boolean {
    const over: readonly Phase[] = ['success', 'declined', 'canceled', 'expired'];
    return over.includes(this.phase);
  }
}

customElements.define('payment-status', PaymentStatus);
document.addEventListener('geft-settled', ({ detail }) => detail.phase);

// @ts-expect-error -- the package's own tag is not defined by this import
document.createElement('flinks-geft-status').phase;
