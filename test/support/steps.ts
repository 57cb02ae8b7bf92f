/** The steps of the payment, as the payer sees them. */

/** Which of them is the current one, from 0; -1 where there are none. */
export function currentStep(element: Element): number {
  const steps = Array.from(element.shadowRoot?.querySelectorAll('[part=steps] > [part=step]') ?? []);
  return steps.findIndex(step => step.ariaCurrent === 'step');
}
