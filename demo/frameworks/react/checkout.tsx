import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import 'flinks-geft-status/react';
import type { ErrorCode, FlinksGeftStatus, Phase } from 'flinks-geft-status/react';
import { messages, placeOrder, type Order } from '../order.js';
import { useHydrated } from './use-hydrated.js';

export function Checkout({ order: placed }: { order: Order }): ReactElement {
  const [order, setOrder] = useState(placed);
  const [isShown, setShown] = useState(true);
  const [lang, setLang] = useState('en');
  const [noSteps, setNoSteps] = useState(false);
  const [phase, setPhase] = useState<Phase>('idle');
  const [step, setStep] = useState('');
  const [outcomes, setOutcomes] = useState<readonly Phase[]>([]);
  const [error, setError] = useState<ErrorCode>();

  // On a page that a server has rendered, the element spoke before React listened.
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
