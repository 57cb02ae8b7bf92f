import '../../src/index.js';
import type { FlinksGeftStatus, GeftChangeEvent } from '../../src/index.js';
import { showDeveloperPanel } from './developer-panel.js';
import { byId, element } from './dom.js';
import { spoken } from './language.js';
import { confirmWithServer } from './order-word.js';

/** The address below which the shop's server passes status requests on. */
const relayAddress = '/shop/relay';
/** Where the shop's server tells a payer the details of their own session. */
const detailsAddress = '/shop/orders/{sessionId}/details';

/** Phases in which the payer needs somewhere else to go. */
const deadEnds = ['declined', 'left', 'canceled', 'expired'] as const;

/** The element as every page of the shop sets it up; each adds what tells it about the flow. */
export function paymentStatus(relay: boolean): FlinksGeftStatus {
  const status = element('flinks-geft-status');
  if (relay) status.baseUrl = relayAddress;
  status.detailsUrl = detailsAddress;
  status.append(...deadEnds.map(slot => spoken('a', 'payAnotherWay', { slot, href: '#other-ways' })));
  return status;
}

export interface Payment {
  status: FlinksGeftStatus;
  sessionId: string;
  sandboxOrigin: string;
  /** What else the page shows with it. */
  extras?: HTMLElement[];
  onStartOver?: () => void;
}

/** Puts a payment in the place of the order form. The signal ends with it, when another payment is started. */
export function showPayment({ status, sessionId, sandboxOrigin, extras = [], onStartOver }: Payment): AbortSignal {
  const ending = new AbortController();
  const heading = spoken('h2', 'yourOrder', { id: 'payment-heading', tabindex: '-1' });
  const startOver = spoken('button', 'startOver', { type: 'button', 'data-test': 'start-over' });
  startOver.addEventListener('click', () => {
    ending.abort();
    byId('payment').replaceChildren();
    showStage('order');
    byId('order').querySelector<HTMLElement>('h2')?.focus();
    onStartOver?.();
  });

  // Whoever listens does so before the element comes to life on the page.
  confirmWithServer(status, sessionId, ending.signal);
  showDeveloperPanel({ status, sessionId, sandboxOrigin }, ending.signal);
  keepInSight(status, ending.signal);
  byId('payment').replaceChildren(heading, ...extras, status, otherWays(), startOver);
  showStage('payment');
  heading.focus();
  return ending.signal;
}

/** When the tall frame of the flow gives way to a few words, the payer may have scrolled past them. */
function keepInSight(status: FlinksGeftStatus, signal: AbortSignal): void {
  const show = async ({ detail: { phase } }: GeftChangeEvent): Promise<void> => {
    await status.updateComplete;
    if (phase !== 'waiting') status.scrollIntoView({ block: 'nearest' });
  };
  status.addEventListener('geft-change', event => void show(event), { signal });
}

function showStage(stage: 'order' | 'payment'): void {
  byId('order').hidden = stage !== 'order';
  byId('payment').hidden = stage !== 'payment';
}

function otherWays(): HTMLElement {
  return element(
    'section',
    { id: 'other-ways', class: 'other-ways', tabindex: '-1' },
    spoken('h3', 'otherWays'),
    spoken('p', 'otherWaysText'),
  );
}
