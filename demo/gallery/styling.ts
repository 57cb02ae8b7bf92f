import { byId, element } from '../shop/dom.js';
import { bilingual, rephrase, type Phrase } from './bilingual.js';

/** The controls that dress the elements as a merchant's page would, and the CSS that does the same. */

interface Colour {
  readonly property: string;
  readonly label: Phrase;
  /** Where the picker begins: the element's own colour on a light page. */
  readonly start: string;
}

const COLOURS: readonly Colour[] = [
  { property: '--geft-accent', label: ['Under way or ended', 'En cours ou terminé'], start: '#1144aa' },
  { property: '--geft-good', label: ['Success', 'Réussite'], start: '#006633' },
  { property: '--geft-bad', label: ['Failure', 'Échec'], start: '#aa1111' },
  { property: '--geft-careful', label: ['Attention', 'Attention'], start: '#774400' },
  { property: '--geft-text', label: ['Words', 'Texte'], start: '#000000' },
  { property: '--geft-background', label: ['Card', 'Carte'], start: '#ffffff' },
];

const FONTS: readonly (readonly [value: string, name: Phrase])[] = [
  ['', ['The page’s own', 'Celle de la page']],
  ['Georgia, serif', ['Serif', 'Avec empattements']],
  ['Verdana, sans-serif', ['Wide', 'Large']],
  ['ui-monospace, monospace', ['Monospace', 'À chasse fixe']],
  ['cursive', ['Handwriting', 'Cursive']],
];

const SIZES: readonly (readonly [value: string, name: Phrase])[] = [
  ['', ['100%', '100\u00a0%']],
  ['150%', ['150%', '150\u00a0%']],
  ['200%', ['200%', '200\u00a0%']],
];

const DEFAULT: Phrase = ['Default', 'Par défaut'];

/** Fills the page's controls; what they say is set on `target`, whose elements inherit it. */
export function startStyling(target: HTMLElement, onNoSteps: (noSteps: boolean) => void): void {
  const chosen = new Map<string, string>();
  const set = (property: string, value: string): void => {
    if (value) chosen.set(property, value);
    else chosen.delete(property);
    target.style.setProperty(property, value);
    showCss(chosen, noSteps.checked);
  };
  const noSteps = element('input', { id: 'no-steps', type: 'checkbox', 'data-test': 'no-steps' });
  noSteps.addEventListener('change', () => {
    onNoSteps(noSteps.checked);
    showCss(chosen, noSteps.checked);
  });
  byId('properties').append(...COLOURS.map(colour => colourField(colour, set)), radiusField(set));
  byId('surroundings').append(
    choice('font-family', ['Font', 'Police'], FONTS, set),
    choice('font-size', ['Text size', 'Taille du texte'], SIZES, set),
    element('div', { class: 'check' }, noSteps, bilingual('label', ['No steps', 'Sans étapes'], { for: 'no-steps' })),
  );
  showCss(chosen, noSteps.checked);
  startCopying();
}

type SetProperty = (property: string, value: string) => void;

function colourField({ property, label, start }: Colour, set: SetProperty): HTMLElement {
  const input = element('input', { id: property, type: 'color', value: start, 'data-test': property });
  return propertyField(input, property, label, () => (input.value = start), set);
}

function radiusField(set: SetProperty): HTMLElement {
  const property = '--geft-radius';
  const input = element('input', { id: property, type: 'range', min: '0', max: '32', 'data-test': property });
  input.value = '12';
  const inPixels: SetProperty = (name, value) => {
    set(name, value && `${value}px`);
  };
  return propertyField(input, property, ['Corners', 'Coins'], () => (input.value = '12'), inPixels);
}

/** A property, its control, and the way back to the default. */
function propertyField(
  input: HTMLInputElement,
  property: string,
  label: Phrase,
  restart: () => void,
  set: SetProperty,
): HTMLElement {
  const reset = bilingual('button', DEFAULT, {
    type: 'button',
    class: 'small',
    'aria-describedby': `${property}-label`,
  });
  reset.disabled = true;
  input.addEventListener('input', () => {
    reset.disabled = false;
    set(property, input.value);
  });
  reset.addEventListener('click', () => {
    restart();
    set(property, '');
    input.focus();
    reset.disabled = true;
  });
  const name = element('label', { for: property, id: `${property}-label` }, bilingual('span', label), ' ');
  name.append(element('code', {}, property));
  return element('div', { class: 'property' }, name, input, reset);
}

function choice(
  property: string,
  label: Phrase,
  options: readonly (readonly [string, Phrase])[],
  set: SetProperty,
): HTMLElement {
  const select = element('select', { id: property, 'data-test': property });
  select.append(...options.map(([value, name]) => bilingual('option', name, { value })));
  select.addEventListener('change', () => {
    set(property, select.value);
  });
  return element('div', { class: 'field' }, bilingual('label', label, { for: property }), select);
}

function output(): HTMLTextAreaElement {
  const found = byId('css');
  if (found instanceof HTMLTextAreaElement) return found;
  throw new Error('The page has no text area for its CSS.');
}

function showCss(chosen: ReadonlyMap<string, string>, noSteps: boolean): void {
  const lines = Array.from(chosen, ([property, value]) => `  ${property}: ${value};`);
  const rule = lines.length > 0 ? ['flinks-geft-status {', ...lines, '}'] : ['/* flinks-geft-status */'];
  output().value = [...rule, ...(noSteps ? ['/* <flinks-geft-status no-steps> */'] : [])].join('\n');
}

function startCopying(): void {
  const copied = byId('copied');
  byId('copy').addEventListener('click', () => {
    navigator.clipboard.writeText(output().value).then(
      () => rephrase(copied, ['Copied.', 'Copié.']),
      () => {
        // Not allowed, or not over `http:`: then by hand.
        output().select();
        rephrase(copied, ['Selected: copy it by hand.', 'Sélectionné\u00a0: copiez-le à la main.']);
      },
    );
  });
}
