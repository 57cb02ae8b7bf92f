import type { Order } from '../remote-flow.js';

/** The page that frames the flow may be its payer: what a browser's automation does, where no automation reaches in. */
export function takeOrders(): void {
  window.addEventListener('message', ({ data, ports: [port], source }: MessageEvent<unknown>) => {
    if (data !== 'take-orders' || source !== window.parent || !port) return;
    port.onmessage = ({ data: order }: MessageEvent<Order>) => {
      void carryOut(order).then(() => {
        port.postMessage('done');
      });
    };
    port.postMessage('done');
  });
}

async function carryOut({ selector, action, text }: Order): Promise<void> {
  const found = await find(selector);
  if (action === 'click') found.click();
  if (action === 'fill' && found instanceof HTMLInputElement) found.value = text;
}

/** Waits until it is there. */
function find(selector: string): Promise<HTMLElement> {
  return new Promise(resolve => {
    const look = (): void => {
      const found = document.querySelector<HTMLElement>(selector);
      if (!found || document.querySelector('[aria-busy]')) return;
      observer.disconnect();
      resolve(found);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true, attributes: true });
    look();
  });
}
