/**
 * Google's own script, which the button loads and which draws it, cannot be had offline. In its place is the least that
 * the button asks for; what Google's script costs is not in the figures.
 */
import '@google-pay/button-element';

class PaymentsClient {
  createButton({ onClick }) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Buy with Google Pay';
    button.addEventListener('click', onClick);
    return button;
  }

  isReadyToPay() {
    return Promise.resolve({ result: true });
  }

  prefetchPaymentData() {
    // nothing to fetch from
  }
}

window.google = { payments: { api: { PaymentsClient } } };

const paymentRequest = {
  apiVersion: 2,
  apiVersionMinor: 0,
  allowedPaymentMethods: [
    {
      type: 'CARD',
      parameters: { allowedAuthMethods: ['PAN_ONLY'], allowedCardNetworks: ['VISA'] },
      tokenizationSpecification: { type: 'PAYMENT_GATEWAY', parameters: { gateway: 'example' } },
    },
  ],
  merchantInfo: { merchantId: '1', merchantName: 'Shop' },
  transactionInfo: { totalPriceStatus: 'FINAL', totalPrice: '500.00', currencyCode: 'CAD', countryCode: 'CA' },
};

/** What cannot be said in attributes, and has to be said before the button is on the page. */
window.dress = button => {
  button.environment = 'TEST';
  button.paymentRequest = paymentRequest;
};
