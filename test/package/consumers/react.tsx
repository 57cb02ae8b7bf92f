/** @jsxImportSource react */
import { useRef } from 'react';
import type { ReactElement } from 'react';
import {
  type FlinksGeftStatus,
  type GeftSettledEvent,
  type Phase,
  type SessionDetails,
} from 'flinks-geft-status/react';

export function Checkout({ session, details }: { session: string; details: SessionDetails | null }): ReactElement {
  const ref = useRef<FlinksGeftStatus>(null);
  const onSettled = (event: GeftSettledEvent): Phase => event.detail.phase;
  return (
    <flinks-geft-status
      ref={ref}
      key={session}
      className="status"
      lang="fr-CA"
      session-id={session}
      poll-interval="15"
      max-attempts={20}
      no-steps
      required
      name="payment"
      details={details}
      messages={{ declined: { title: 'Not this time' } }}
      flowWindow={null}
      ongeft-settled={onSettled}
      ongeft-change={event => event.detail.phase === 'success' && event.currentTarget.check()}
      ongeft-errorCapture={({ detail }) => detail.code}
      onClick={() => ref.current?.check()}
    >
      <iframe slot="flow" title="Pay from your bank" />
      <a slot="declined" href="/pay-by-card">
        Pay another way
      </a>
    </flinks-geft-status>
  );
}

export const wrong = [
  // @ts-expect-error -- no number
  <flinks-geft-status poll-interval="soon" />,
  // @ts-expect-error -- the property is a number, not its text
  <flinks-geft-status pollInterval="15" />,
  // @ts-expect-error -- a flag
  <flinks-geft-status no-steps="no" />,
  // @ts-expect-error -- no such property
  <flinks-geft-status sessionID="" />,
  // @ts-expect-error -- for reading only
  <flinks-geft-status phase="success" />,
  // @ts-expect-error -- another event's detail
  <flinks-geft-status ongeft-settled={({ detail }) => detail.retriable} />,
  // @ts-expect-error -- React would listen to “GeftSettled”
  <flinks-geft-status onGeftSettled={() => {}} />,
  // @ts-expect-error -- no such element
  <flinks-geft-statu />,
];
