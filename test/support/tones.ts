/** The tone of a card, told by its colour: each tone's custom property is given one that is nobody else's. */
import { part } from './element.js';

const COLOURS = {
  '--geft-accent': 'rgb(1, 1, 1)',
  '--geft-good': 'rgb(2, 2, 2)',
  '--geft-bad': 'rgb(3, 3, 3)',
  '--geft-careful': 'rgb(4, 4, 4)',
} as const;

/** The custom property that colours the icon. */
export function toneOf(element: HTMLElement): string {
  for (const [name, colour] of Object.entries(COLOURS)) element.style.setProperty(name, colour);
  const icon = part(element, 'icon');
  const colour = icon && getComputedStyle(icon).color;
  for (const name of Object.keys(COLOURS)) element.style.removeProperty(name);
  return Object.entries(COLOURS).find(([, value]) => value === colour)?.[0] ?? `none: ${colour ?? 'no icon'}`;
}
