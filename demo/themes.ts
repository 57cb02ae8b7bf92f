import '../src/index.js';
import { bilingual, type Phrase } from './gallery/bilingual.js';
import { cases } from './gallery/cases.js';
import { openSession, speaker, watching } from './gallery/session.js';
import { SandboxClient } from './sandbox/client.js';
import { byId } from './shop/dom.js';
import { sandboxOrigin } from './shop/shop-client.js';
import { startPage } from './shop/site-header.js';

/** What each site offers the payer at an end, by slot. */
const OFFERS: Readonly<Record<string, Phrase>> = {
  success: ['See the receipt', 'Voir le reçu'],
  declined: ['Pay by card', 'Payer par carte'],
  unconfirmed: ['Write to the payer', 'Écrire au payeur'],
};

startPage();
document.querySelector('main')?.addEventListener('click', event => {
  if (event.target instanceof HTMLAnchorElement && event.target.slot) event.preventDefault();
});
Promise.all([showCss(), fillPlaces()]).then(
  () => document.documentElement.toggleAttribute('data-ready', true),
  () => byId('trouble').append(bilingual('span', ['The sandbox does not answer.', 'Le bac à sable ne répond pas.'])),
);

/** The very files that the page is dressed with, so that what is shown is what is done. */
async function showCss(): Promise<void> {
  const places = Array.from(document.querySelectorAll<HTMLElement>('[data-css]'));
  await Promise.all(
    places.map(async place => {
      const response = await fetch(place.dataset['css'] ?? '', { headers: { Accept: 'text/css' } });
      place.querySelector('code')?.append((await response.text()).trim());
    }),
  );
}

async function fillPlaces(): Promise<void> {
  const sandbox = new SandboxClient(await sandboxOrigin());
  const places = Array.from(document.querySelectorAll<HTMLElement>('.place'));
  await Promise.all(places.map(place => fill(place, sandbox)));
}

async function fill(place: HTMLElement, sandbox: SandboxClient): Promise<void> {
  const example = cases.find(({ id }) => id === place.dataset['case']);
  if (!example) throw new Error(`There is no case “${place.dataset['case'] ?? ''}”.`);
  const session = await openSession(example, sandbox);
  const status = watching(session);
  const offers = Object.entries(OFFERS).map(([slot, phrase]) => bilingual('a', phrase, { slot, href: '#' }));
  status.append(...offers);
  const frame = speaker(session);
  if (frame) status.for = frame.id;
  place.append(status, ...(frame ? [frame] : []));
}
