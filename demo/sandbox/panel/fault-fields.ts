import type { Faults } from '../types.js';
import { el } from '../flow/dom.js';

/** The faults as form controls. Each change is sent at once; a control in use is never overwritten. */

interface Control {
  element: HTMLElement;
  update: (faults: Faults) => void;
}

type Save = (change: Partial<Faults>) => void;
type FlagName = { [Key in keyof Faults]: Faults[Key] extends boolean ? Key : never }[keyof Faults];
type NumberName = 'latency' | 'lag' | 'http' | 'times' | 'detailsHttp';
type TextName = 'status' | 'statusDetails' | 'retryAfter';

let count = 0;

export function faultFields(save: Save): { element: HTMLElement; update: (faults: Faults) => void } {
  const endpoint = [
    number('latency', 'Latency in ms', save, 0),
    number('http', 'Answer with HTTP status', save, null, 'e.g. 429'),
    text('retryAfter', 'Retry-After', save, 'seconds'),
    malformed(save),
    text('status', 'Say this status', save, 'any text'),
    text('statusDetails', 'Say these details', save, 'any text'),
    number('lag', 'Checks to lag behind the flow', save, 0),
    number('times', 'Faults clear after checks', save, null, 'never'),
    number('detailsHttp', 'Details endpoint: HTTP status', save, null),
    flag('hang', 'Never answers', save),
    flag('drop', 'Drops the connection', save),
    flag('otherSession', 'Answers for another session', save),
    flag('notFound', 'Does not find the session', save),
    flag('noCors', 'Without CORS headers', save),
  ];
  const flow = [
    flag('silent', 'Posts no messages', save),
    flag('jsonMessages', 'Posts strings of JSON', save),
    flag('lowerCaseStep', 'Writes step in lower case', save),
    flag('hostile', 'Forges messages from hostile frames', save),
  ];
  return {
    element: el('div', {}, group('Faults of the endpoint', endpoint), group('Faults of the flow', flow)),
    update: faults => {
      for (const control of [...endpoint, ...flow]) control.update(faults);
    },
  };
}

function group(title: string, controls: Control[]): HTMLElement {
  const elements = controls.map(control => control.element);
  return el('fieldset', {}, el('legend', {}, title), el('div', { class: 'grid' }, ...elements));
}

function flag(name: FlagName, label: string, save: Save): Control {
  const input = el('input', { type: 'checkbox', id: newId(), 'data-test': `fault-${name}` });
  input.addEventListener('change', () => {
    save({ [name]: input.checked });
  });
  return {
    element: el('div', { class: 'check' }, input, el('label', { for: input.id }, label)),
    update: faults => {
      input.checked = faults[name];
    },
  };
}

function number(name: NumberName, label: string, save: Save, empty: 0 | null, placeholder = ''): Control {
  const input = el('input', { type: 'number', min: 0, id: newId(), placeholder, 'data-test': `fault-${name}` });
  input.addEventListener('change', () => {
    save({ [name]: input.value === '' ? empty : input.valueAsNumber });
  });
  return field(label, input, faults => String(faults[name] ?? ''));
}

function text(name: TextName, label: string, save: Save, placeholder: string): Control {
  const input = el('input', { type: 'text', id: newId(), placeholder, 'data-test': `fault-${name}` });
  input.addEventListener('change', () => {
    save({ [name]: input.value === '' ? null : input.value });
  });
  return field(label, input, faults => String(faults[name] ?? ''));
}

function malformed(save: Save): Control {
  const kinds: readonly Faults['malformed'][] = ['none', 'html', 'truncated', 'wrong-types', 'empty', 'array', 'null'];
  const options = kinds.map(kind => el('option', { value: kind }, kind));
  const select = el('select', { id: newId(), 'data-test': 'fault-malformed' }, ...options);
  select.addEventListener('change', () => {
    const kind = kinds[select.selectedIndex];
    if (kind !== undefined) save({ malformed: kind });
  });
  return field('Malformed body', select, faults => faults.malformed);
}

function field(
  label: string,
  control: HTMLInputElement | HTMLSelectElement,
  read: (faults: Faults) => string,
): Control {
  return {
    element: el('div', { class: 'field' }, el('label', { for: control.id }, label), control),
    update: faults => {
      if (document.activeElement !== control) control.value = read(faults);
    },
  };
}

/** After how long without the payer a session expires. */
export function idleField(save: (seconds: number) => void): {
  element: HTMLElement;
  update: (seconds: number) => void;
} {
  const input = el('input', { type: 'number', min: 1, id: newId(), 'data-test': 'idle' });
  input.addEventListener('change', () => {
    if (input.value !== '') save(input.valueAsNumber);
  });
  return {
    element: el('div', { class: 'outcome' }, el('label', { for: input.id }, 'Expires after seconds of idling'), input),
    update: seconds => {
      if (document.activeElement !== input) input.value = String(seconds);
    },
  };
}

export function newId(): string {
  count += 1;
  return `control-${String(count)}`;
}
