/** What a component's markup is checked against. */
import type { SvelteHTMLElements } from 'svelte/elements';
import type { GeftSettledEvent, Phase } from 'flinks-geft-status/svelte';

type Props = SvelteHTMLElements['flinks-geft-status'];

const onSettled = (event: GeftSettledEvent): Phase => event.detail.phase;

export const checkout: Props = {
  class: 'status',
  lang: 'fr-CA',
  'session-id': null,
  'poll-interval': '15',
  'no-steps': true,
  noSteps: false,
  required: false,
  details: { amount: 1 },
  'ongeft-settled': onSettled,
  'ongeft-change': event => event.detail.phase === 'success' && event.currentTarget.check(),
  'ongeft-errorcapture': ({ detail }) => detail.code,
  onclick: () => {},
};

export const wrong: Props[] = [
  // @ts-expect-error -- no number
  { 'poll-interval': 'soon' },
  // @ts-expect-error -- Svelte would set “false”, and the attribute would be there
  { 'no-steps': false },
  // @ts-expect-error -- no such property
  { sessionID: '' },
  // @ts-expect-error -- no such event
  { 'ongeft-settle': onSettled },
  // @ts-expect-error -- another event's detail
  { 'ongeft-settled': ({ detail }) => detail.retriable },
];
