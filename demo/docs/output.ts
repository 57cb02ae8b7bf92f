import { element } from '../shop/dom.js';
import { copyButton } from './copy.js';

export interface Output {
  readonly element: HTMLElement;
  readonly say: (text: string) => void;
}

/** Code that a live part made, to be copied. */
export function showOutput(title: string): Output {
  const code = element('code', { 'data-test': 'output' });
  const box = element(
    'div',
    { class: 'code' },
    copyButton(() => code.textContent),
    element('pre', { tabindex: '0' }, code),
  );
  return {
    element: element('div', {}, element('h2', {}, title), box),
    say: text => {
      if (code.textContent !== text) code.textContent = text;
    },
  };
}
