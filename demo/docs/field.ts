import { element } from '../shop/dom.js';

/** A control of a form with its label: beside a box to tick, above all else. */
export function field(label: string, control: HTMLInputElement | HTMLSelectElement, hint = ''): HTMLElement {
  const name = element('label', { for: control.id }, label);
  if (control.type === 'checkbox') return element('div', { class: 'check' }, control, name);
  if (!hint) return element('div', { class: 'field' }, name, control);
  control.setAttribute('aria-describedby', `${control.id}-hint`);
  return element(
    'div',
    { class: 'field' },
    name,
    control,
    element('p', { id: `${control.id}-hint`, class: 'hint' }, hint),
  );
}
