/** The receipt: what of the session's details the payer sees. */
import { isSeen, part } from './element.js';

/** Its lines in their order, each with its label. Spaces that do not break stay what they are. */
export function receiptOf(element: Element): readonly (readonly [label: string, value: string])[] {
  const nodes = Array.from(part(element, 'receipt')?.children ?? []).filter(isSeen);
  const labels = nodes.filter(node => node.matches('dt'));
  return labels.map(label => [textIn(label), textIn(label.nextElementSibling)]);
}

/** One line of it; `undefined` where there is none. */
export function lineOf(element: Element, label: string): string | undefined {
  return receiptOf(element).find(([name]) => name === label)?.[1];
}

function textIn(node: Element | null): string {
  return node?.textContent.trim() ?? '';
}
