/** @jsxImportSource solid-js */
import type { JSX } from 'solid-js';
import { type FlinksGeftStatus, type GeftSettledEvent, type Phase } from 'flinks-geft-status/solid';

let element: FlinksGeftStatus | undefined;
const onSettled = (event: GeftSettledEvent): Phase => event.detail.phase;

export const checkout: JSX.Element = (
  <flinks-geft-status
    ref={found => (element = found)}
    class="status"
    lang="fr-CA"
    session-id="7f3c1c2e-0d3b-4b0e-9d53-0f1f3a1f6a11"
    poll-interval={15}
    no-steps
    attr:base-url="/payments"
    bool:required={true}
    prop:details={{ amount: 1 }}
    prop:flowWindow={null}
    on:geft-settled={onSettled}
    on:geft-change={event => event.detail.phase === 'success' && event.currentTarget.check()}
    on:geft-error={{ handleEvent: ({ detail }) => detail.code, once: true }}
    onClick={() => element?.check()}
  >
    <iframe slot="flow" title="Pay from your bank" />
  </flinks-geft-status>
);

export const wrong = [
  // @ts-expect-error -- no number
  <flinks-geft-status poll-interval="soon" />,
  // @ts-expect-error -- Solid would set “sessionid”
  <flinks-geft-status sessionId="" />,
  // @ts-expect-error -- the property is a number, not its text
  <flinks-geft-status prop:pollInterval="15" />,
  // @ts-expect-error -- no such property
  <flinks-geft-status prop:sessionID="" />,
  // @ts-expect-error -- another event's detail
  <flinks-geft-status on:geft-settled={({ detail }) => detail.retriable} />,
  // @ts-expect-error -- no such element
  <flinks-geft-statu />,
];
