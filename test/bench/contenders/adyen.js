/**
 * Adyen's await component, as its MB Way payment shows it, in an element of its own so that it is put on a page like the
 * others. Its hosts are replaced by the local server; analytics are off.
 */
import { AdyenCheckout, MBWay } from '@adyen/adyen-web';

/** A test key is taken only for an address with `test` in it. */
const here = `${location.origin}/adyen/test/`;

/** One for the page, as Adyen's guide has it. */
const checkout = AdyenCheckout({
  environment: 'test',
  clientKey: 'test_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  countryCode: 'CA',
  locale: 'en-US',
  amount: { value: 50000, currency: 'CAD' },
  analytics: { enabled: false },
  risk: { enabled: false },
  _environmentUrls: { api: here, analytics: here, cdn: { images: here, translations: here } },
});

class BenchAdyenAwait extends HTMLElement {
  #component;

  async connectedCallback() {
    const paymentData = this.getAttribute('payment-data');
    const onComplete = detail => this.dispatchEvent(new CustomEvent('bench-complete', { detail }));
    // Called on completion, where Adyen's own server would be asked for the details.
    const onAdditionalDetails = onComplete;
    this.#component = new MBWay(await checkout, { paymentData, onAdditionalDetails, onError: onComplete });
    if (this.isConnected) this.#component.mount(this);
  }

  disconnectedCallback() {
    this.#component?.unmount();
  }
}

customElements.define('bench-adyen-await', BenchAdyenAwait);
