import '../src/index.js';
import { rephrase } from './gallery/bilingual.js';
import { cases } from './gallery/cases.js';
import { startFilters, type Filters } from './gallery/filters.js';
import { Readiness } from './gallery/readiness.js';
import { announce, perform, type Staged } from './gallery/stage.js';
import { startStyling } from './gallery/styling.js';
import { SandboxClient } from './sandbox/client.js';
import { byId } from './shop/dom.js';
import { sandboxOrigin } from './shop/shop-client.js';
import { startPage } from './shop/site-header.js';

startPage();
const gallery = byId('cases');
const readiness = new Readiness(byId('readiness'), gallery);
const stages = cases.map(announce);
const begun = new Set<Staged>();
const sandbox = sandboxOrigin().then(origin => new SandboxClient(origin));
let noSteps = false;

gallery.append(...stages.map(({ section }) => section));
// Links of the examples lead nowhere, not even to the top.
gallery.addEventListener('click', event => {
  if (event.target instanceof HTMLAnchorElement) event.preventDefault();
});
byId('toolbar').toggleAttribute('open', matchMedia('(min-width: 75rem)').matches);
startStyling(gallery, chosen => {
  noSteps = chosen;
  for (const { elements } of stages) applySteps(elements);
});
startFilters(byId('filters'), filters => {
  show(filters).catch(() => {
    byId('readiness').classList.add('trouble');
    rephrase(byId('readiness'), ['The sandbox does not answer.', 'Le bac à sable ne répond pas.']);
  });
});

/** Hides what is not asked for, and begins what is and was not before: an element once begun goes on watching. */
async function show(filters: Filters): Promise<void> {
  const shown = stages.filter(({ example }) => !filters.case || example.id === filters.case);
  for (const stage of stages) stage.section.hidden = !shown.includes(stage);
  readiness.expect(shown);
  hideVariants(filters);
  const client = await sandbox;
  await Promise.all(
    shown.map(async stage => {
      if (begun.has(stage)) return;
      begun.add(stage);
      await perform(stage, client);
      applySteps(stage.elements);
    }),
  );
  hideVariants(filters);
  void readiness.update();
}

function hideVariants({ lang, theme, width }: Filters): void {
  // One variant of each: they need not stand below each other.
  gallery.classList.toggle('compact', [lang, theme, width].every(Boolean));
  for (const variant of gallery.querySelectorAll<HTMLElement>('.variant')) {
    const { dataset } = variant;
    variant.hidden = [
      [lang, dataset['lang']],
      [theme, dataset['theme']],
      [width, dataset['width']],
    ].some(([wanted, own]) => wanted && wanted !== own);
  }
}

function applySteps(elements: Staged['elements']): void {
  for (const status of elements) status.noSteps = noSteps;
}
