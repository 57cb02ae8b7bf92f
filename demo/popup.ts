import { announceDeveloperPanel } from './shop/developer-panel.js';
import { element } from './shop/dom.js';
import { say } from './shop/language.js';
import { showOrderForm } from './shop/order-form.js';
import { paymentStatus, showPayment } from './shop/payment.js';
import { startPage } from './shop/site-header.js';
import type { PlacedOrder } from './shop/shop-client.js';

/** The flow's window; `null` where the browser blocked it. */
let popup: Window | null = null;

/** Browsers open windows only in the very event of a click, so it opens empty and gets its address later. */
function openWindow(address = ''): Window | null {
  return window.open(address, 'bank-payment', 'popup,width=480,height=760');
}

function pay({ sessionId, flowUrl }: PlacedOrder, relay: boolean): void {
  popup?.location.replace(flowUrl);
  const flowOrigin = new URL(flowUrl).origin;
  const status = paymentStatus(relay);
  status.sessionId = sessionId;
  status.flowOrigin = flowOrigin;
  status.flowWindow = popup;
  if (!relay) status.baseUrl = flowOrigin;

  const news = element('p', { role: 'status', 'data-test': 'popup-news' });
  const button = element('button', { type: 'button', class: 'primary', 'data-test': 'open-window' });
  const showWindowState = (): void => {
    const isOpen = popup !== null && !popup.closed;
    const text = isOpen ? 'popupOpen' : popup === null ? 'popupBlocked' : 'popupClosed';
    // Said once: a live region is not to be rewritten every second.
    if (news.dataset['word'] === text) return;
    say(news, text);
    say(button, isOpen ? 'showWindow' : 'openWindow');
  };
  button.addEventListener('click', () => {
    if (popup && !popup.closed) popup.focus();
    else status.flowWindow = popup = openWindow(flowUrl);
    showWindowState();
  });

  const extras = [element('div', { class: 'popup-help' }, news, button)];
  const ended = showPayment({ status, sessionId, sandboxOrigin: flowOrigin, extras });
  showWindowState();
  // No event tells that a window of another origin was closed.
  const timer = setInterval(showWindowState, 1000);
  const finish = (): void => {
    clearInterval(timer);
    popup?.close();
    popup = null;
  };
  ended.addEventListener('abort', finish);
  status.addEventListener(
    'geft-settled',
    () => {
      finish();
      button.remove();
      say(news, 'popupDone');
    },
    { signal: ended },
  );
}

startPage();
announceDeveloperPanel();
showOrderForm({
  mode: 'popup',
  onSubmit: () => {
    popup = openWindow();
  },
  onPlaced: pay,
  onRefused: () => popup?.close(),
});
