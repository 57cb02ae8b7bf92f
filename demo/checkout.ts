import { announceDeveloperPanel } from './shop/developer-panel.js';
import { element } from './shop/dom.js';
import { label } from './shop/language.js';
import { showOrderForm } from './shop/order-form.js';
import { paymentStatus, showPayment } from './shop/payment.js';
import { startPage } from './shop/site-header.js';

startPage();
announceDeveloperPanel();
showOrderForm({
  mode: 'frame',
  onPlaced: ({ sessionId, flowUrl }, relay) => {
    const status = paymentStatus(relay);
    // All that the element needs to know is in the frame's address.
    const frame = element('iframe', { slot: 'flow', src: flowUrl, class: 'flow' });
    status.prepend(label(frame, 'flowTitle', 'title'));
    showPayment({ status, sessionId, sandboxOrigin: new URL(flowUrl).origin });
  },
});
