import { announceDeveloperPanel } from './shop/developer-panel.js';
import { byId } from './shop/dom.js';
import { spoken } from './shop/language.js';
import { showOrderForm } from './shop/order-form.js';
import { paymentStatus, showPayment } from './shop/payment.js';
import { sandboxOrigin } from './shop/shop-client.js';
import { startPage } from './shop/site-header.js';
import type { Word } from './shop/words.js';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The choice made before the page was left, kept for when it is returned to. */
const relayMemory = 'demo-shop-relay';

async function showReturned(sessionId: string): Promise<void> {
  const origin = await sandboxOrigin();
  const relay = sessionStorage.getItem(relayMemory) === 'on';
  const status = paymentStatus(relay);
  status.sessionId = sessionId;
  status.flowOrigin = origin;
  if (!relay) status.baseUrl = origin;
  const forgetSession = (): void => history.replaceState(null, '', location.pathname);
  showPayment({ status, sessionId, sandboxOrigin: origin, onStartOver: forgetSession });
}

function complain(word: Word): void {
  byId('order').hidden = false;
  byId('order').prepend(spoken('p', word, { class: 'trouble', role: 'alert', 'data-test': 'return-trouble' }));
}

startPage();
announceDeveloperPanel();
showOrderForm({
  mode: 'redirect',
  onPlaced: ({ flowUrl }, relay) => {
    sessionStorage.setItem(relayMemory, relay ? 'on' : 'off');
    location.assign(flowUrl);
  },
});

// Anybody can write an address: what it says is checked before it is used.
const sessionId = new URLSearchParams(location.search).get('sessionId');
if (sessionId !== null && uuid.test(sessionId)) {
  byId('order').hidden = true;
  showReturned(sessionId).catch(() => complain('shopUnavailable'));
} else if (sessionId !== null) {
  complain('badSession');
}
