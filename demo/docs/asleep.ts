import { element } from '../shop/dom.js';

/** In the place of a live part, where there is no sandbox: in what `npm run build:docs` makes. */
export function sayAsleep(place: HTMLElement): void {
  place.classList.add('live');
  place.replaceChildren(
    element(
      'p',
      { class: 'notice pending' },
      'This part needs the sandbox, which is on your machine: ',
      element('code', {}, 'npm start'),
      '.',
    ),
  );
  place.toggleAttribute('data-ready', true);
}
