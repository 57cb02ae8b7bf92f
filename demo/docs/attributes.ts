import { FlinksGeftStatus } from '../../src/index.js';
import { element } from '../shop/dom.js';
import { field } from './field.js';

/** Controls for the element's attributes, as the class itself names and types them. */

const EXAMPLES: Readonly<Partial<Record<string, string>>> = { lang: 'fr', name: 'payment' };

export function attributeField(name: string): HTMLElement {
  const [property, { type }] = propertyOf(name);
  const id = `attribute-${name}`;
  if (type === Boolean) return field(name, element('input', { id, type: 'checkbox', name }));
  const input = element('input', { id, name, placeholder: EXAMPLES[name] ?? defaultOf(property) });
  if (type === Number) Object.assign(input, { type: 'number', min: '1' });
  return field(name, input);
}

/** Each attribute with its value; `null` where it is not to be there. */
export function readAttributes(form: HTMLFieldSetElement): [name: string, value: string | null][] {
  return Array.from(form.querySelectorAll('input')).map(({ name, type, checked, value }) => {
    if (type === 'checkbox') return [name, checked ? '' : null];
    return [name, value || null];
  });
}

/** `lang` is every element's own, and no property of this class. */
function propertyOf(attribute: string): [property: PropertyKey, options: { type?: unknown }] {
  const named = Array.from(FlinksGeftStatus.elementProperties).find(
    ([property, options]) => options.attribute === attribute || String(property).toLowerCase() === attribute,
  );
  return named ?? [attribute, {}];
}

/** What holds where nothing is set, where that is a number. */
function defaultOf(property: PropertyKey): string {
  const value: unknown = Reflect.get(defaults, property);
  return typeof value === 'number' ? String(value) : '';
}

const defaults = element('flinks-geft-status');
