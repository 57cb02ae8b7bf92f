import { copyButton } from './copy.js';

/** What every page of the documentation can do: copy its code, and close its menu behind a link into the same page. */

for (const pre of document.querySelectorAll<HTMLElement>('.code pre')) {
  pre.before(copyButton(() => pre.textContent));
}
for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu')) {
  menu.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement && target.hash) menu.open = false;
  });
}
