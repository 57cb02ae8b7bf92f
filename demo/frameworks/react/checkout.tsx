import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import 'flinks-geft-status/react';
import type { ErrorCode, FlinksGeftStatus, Phase } from 'flinks-geft-status/react';
import { messages, placeOrder, type Order } from '../order.js';

export function Checkout({ order: placed }: { order: Order }): ReactElement {
  const [order, setOrder] = useState(placed);
  const [isShown, setShown] = useState(true);
  const [lang, setLang] = useState('en');
  const [noSteps, setNoSteps] = useState(false);
  const [phase, setPhase] = useState<Phase>('idle');
  const [step, setStep] = useState('');
  const [outcomes, setOutcomes] = useState<readonly Phase[]>([]);
  const [error, setError] = useState<ErrorCode>();

  // What it said before there was anyone to hear it.
  const status = useRef<FlinksGeftStatus>(null);
  useEffect(() => setPhase(status.current?.phase ?? 'idle'), [isShown]);

  const live =
    useHydrated() &&
    ({
      details: order.details,
      messages,
      'ongeft-step': event => setStep(event.detail.step),
      'ongeft-change': event => setPhase(event.detail.phase),
      'ongeft-settled': event => setOutcomes(known => [...known, event.detail.phase]),
      'ongeft-error': event => setError(event.detail.code),
    } satisfies React.ComponentProps<'flinks-geft-status'>);

  return (
    <>
      <h1>A checkout in React</h1>
      {isShown && (
        <flinks-geft-status ref={status} lang={lang} poll-interval={15} no-steps={noSteps} {...live}>
          <p className="stand-in">Your payment is in progress. Please stay on this page.</p>
          <iframe slot="flow" title="Pay from your bank" src={order.flowUrl} />
          <a slot="declined" href="#card">
            Pay by card
          </a>
        </flinks-geft-status>
      )}
      <p>
        <button data-test="toggle" onClick={() => setShown(!isShown)}>
          {isShown ? 'Leave' : 'Come back'}
        </button>
        <button data-test="language" onClick={() => setLang(lang === 'en' ? 'fr-CA' : 'en')}>
          The other language
        </button>
        <button data-test="steps" onClick={() => setNoSteps(!noSteps)}>
          With or without steps
        </button>
        <button data-test="order-again" onClick={() => void placeOrder().then(setOrder)}>
          Order again
        </button>
      </p>
      <dl>
        <dt>Phase</dt>
        <dd data-test="phase">{phase}</dd>
        <dt>Step</dt>
        <dd data-test="step">{step}</dd>
        <dt>Outcomes</dt>
        <dd data-test="outcomes">{outcomes.join(' ')}</dd>
        <dt>Error</dt>
        <dd data-test="error">{error}</dd>
      </dl>
    </>
  );
}

/**
 * Whether the page is React's. While it takes over what a server has rendered, React hands no properties and no listeners
 * to custom elements; from the next render on, it does.
 */
function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}

/** It never changes back. */
function subscribe(): () => void {
  return () => undefined;
}
