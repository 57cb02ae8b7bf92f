import { FlinksGeftStatus } from 'flinks-geft-status/element'; // the class, and nothing registered

customElements.define('shop-payment-status', class extends FlinksGeftStatus {});
