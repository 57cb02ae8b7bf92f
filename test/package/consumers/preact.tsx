/** @jsxImportSource preact */
import { createRef, type VNode } from 'preact';
import { type FlinksGeftStatus, type GeftSettledEvent, type Phase } from 'flinks-geft-status/preact';

const ref = createRef<FlinksGeftStatus>();
const onSettled = (event: GeftSettledEvent): Phase => event.detail.phase;

export const checkout: VNode = (
  <flinks-geft-status
    ref={ref}
    key="a"
    class="status"
    lang="fr-CA"
    session-id={null}
    poll-interval="15"
    max-attempts={20}
    no-steps
    required
    name="payment"
    details={{ amount: 1 }}
    ongeft-settled={onSettled}
    ongeft-change={event => event.detail.phase === 'success' && event.currentTarget.check()}
    onClick={() => ref.current?.check()}
  >
    <iframe slot="flow" title="Pay from your bank" />
  </flinks-geft-status>
);

export const wrong = [
  // @ts-expect-error -- no number
  <flinks-geft-status poll-interval="soon" />,
  // @ts-expect-error -- the property is a number, not its text
  <flinks-geft-status pollInterval="15" />,
  // @ts-expect-error -- Preact would set '', which is no session
  <flinks-geft-status sessionId={null} />,
  // @ts-expect-error -- no such property
  <flinks-geft-status sessionID="" />,
  // @ts-expect-error -- another event's detail
  <flinks-geft-status ongeft-settled={({ detail }) => detail.retriable} />,
  // @ts-expect-error -- no such element
  <flinks-geft-statu />,
];
