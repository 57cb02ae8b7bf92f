import type { FlinksGeftStatus } from '../../src/index.js';
import { byId, element } from './dom.js';
import { spoken } from './language.js';
import { askOrder, type OrderState } from './shop-client.js';
import type { Word } from './words.js';

const texts: Record<OrderState, readonly [title: Word, text: Word]> = {
  paid: ['orderConfirmed', 'orderConfirmedText'],
  pending: ['orderPending', 'orderPendingText'],
  failed: ['orderFailed', 'orderFailedText'],
};

const tries = 3;
const pause = 10_000;

/**
 * What a browser reports is a hint and can be forged: on success, the shop's server is asked, and its word is shown in
 * the page's `#confirmation`.
 */
export function confirmWithServer(status: FlinksGeftStatus, sessionId: string, signal: AbortSignal): void {
  const region = byId('confirmation');
  region.replaceChildren();
  signal.addEventListener('abort', () => region.replaceChildren());
  status.addEventListener(
    'geft-settled',
    ({ detail }) => {
      if (detail.phase !== 'success') return;
      region.replaceChildren(spoken('p', 'confirmingOrder'));
      void serverWord(sessionId, signal).then(({ state, orderId }) => {
        if (!signal.aborted) region.replaceChildren(notice(state, orderId));
      });
    },
    { signal },
  );
}

/** Asks again while the answer is open: the server may be a moment behind. */
async function serverWord(sessionId: string, signal: AbortSignal): Promise<{ state: OrderState; orderId: string }> {
  for (let left = tries; ; left--) {
    const word = await askOrder(sessionId).catch(() => ({ state: 'pending', orderId: '' }) as const);
    if (word.state !== 'pending' || left <= 1 || signal.aborted) return word;
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}

function notice(state: OrderState, orderId: string): HTMLElement {
  const [title, text] = texts[state];
  const shown = element('div', { class: `notice ${state}`, 'data-test': `order-${state}` });
  shown.append(spoken('h2', title), spoken('p', text));
  if (orderId)
    shown.append(element('p', { class: 'hint' }, spoken('span', 'orderNumber'), ' ', element('code', {}, orderId)));
  return shown;
}
