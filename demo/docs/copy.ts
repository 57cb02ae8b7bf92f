import { element } from '../shop/dom.js';

/** How long it says that it did, in milliseconds. */
const MEMORY = 2000;

/** A button that copies a text, and says so to everyone. */
export function copyButton(text: () => string): HTMLButtonElement {
  const words = element('span', { role: 'status' }, 'Copy');
  const button = element('button', { type: 'button', class: 'copy small' }, words);
  button.addEventListener('click', () => {
    void navigator.clipboard
      .writeText(text())
      .then(
        () => 'Copied',
        // Not allowed, or not over `https:`: then by hand.
        () => 'Select it by hand',
      )
      .then(said => {
        words.textContent = said;
        setTimeout(() => (words.textContent = 'Copy'), MEMORY);
      });
  });
  return button;
}
