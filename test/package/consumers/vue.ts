/** What a component's template is checked against. */
import type { AnchorHTMLAttributes, GlobalComponents, IframeHTMLAttributes } from 'vue';
import type { FlinksGeftStatus, GeftSettledEvent, Phase } from 'flinks-geft-status/vue';

type Instance = InstanceType<GlobalComponents['flinks-geft-status']>;
type Props = Instance['$props'];

const onSettled = (event: GeftSettledEvent): Phase => event.detail.phase;

export const checkout: Props = {
  key: 'a',
  ref: 'status',
  class: 'status',
  lang: 'fr-CA',
  sessionId: null,
  pollInterval: 15,
  maxAttempts: '20',
  noSteps: false,
  details: { amount: 1 },
  onGeftSettled: onSettled,
  onGeftChange: event => event.detail.phase === 'success' && event.currentTarget.check(),
  onClick: () => {},
};

export const slotted: [IframeHTMLAttributes, AnchorHTMLAttributes] = [
  { slot: 'flow' },
  { slot: 'declined', href: '/' },
];

export const wrong: Props[] = [
  // @ts-expect-error -- no number
  { pollInterval: 'soon' },
  // @ts-expect-error -- no such property
  { sessionID: '' },
  // @ts-expect-error -- no such event
  { onGeftSettle: onSettled },
  // @ts-expect-error -- another event's detail
  { onGeftSettled: ({ detail }) => detail.retriable },
];

export const toElement = (instance: Instance): FlinksGeftStatus => instance;
