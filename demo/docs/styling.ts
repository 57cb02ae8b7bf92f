import '../../src/index.js';
import { cases } from '../gallery/cases.js';
import { openSession, speaker, watching, type CaseSession } from '../gallery/session.js';
import { SandboxClient } from '../sandbox/client.js';
import { byId, element } from '../shop/dom.js';
import { sandboxOrigin } from '../shop/shop-client.js';
import { field } from './field.js';
import { showOutput } from './output.js';
import { sayAsleep } from './asleep.js';

/** The live part of the page on styling: the properties, what they do to an element, and the CSS that does it. */

const SHOWN = ['waiting-account', 'success', 'EFT0402', 'signature', 'unconfirmed'];

const COLOURS = [
  ['--geft-accent', '#1144aa'],
  ['--geft-good', '#006633'],
  ['--geft-bad', '#aa1111'],
  ['--geft-careful', '#774400'],
  ['--geft-text', '#000000'],
  ['--geft-background', '#ffffff'],
] as const;

const stage = element('div', { class: 'stage' });
const output = showOutput('The CSS to copy');
const chosen = new Map<string, string>();

start(byId('live-styling')).catch(() => {
  sayAsleep(byId('live-styling'));
});

async function start(place: HTMLElement): Promise<void> {
  const sandbox = new SandboxClient(await sandboxOrigin());
  const opened = new Map<string, Promise<CaseSession>>();
  const select = element('select', { id: 'case' });
  for (const id of SHOWN) {
    const example = cases.find(each => each.id === id);
    if (example) select.append(element('option', { value: id }, example.title[0]));
  }
  const show = async (): Promise<void> => {
    const example = cases.find(({ id }) => id === select.value);
    if (!example) return;
    const session = opened.get(example.id) ?? openSession(example, sandbox);
    opened.set(example.id, session);
    stage.replaceChildren(...elementsFor(await session));
  };
  const dark = element('input', { id: 'dark', type: 'checkbox' });
  dark.addEventListener('change', () => stage.classList.toggle('dark', dark.checked));
  select.addEventListener('change', () => void show());
  place.classList.add('live');
  place.append(
    element(
      'fieldset',
      {},
      element('legend', {}, 'Try it'),
      field('Case', select),
      ...COLOURS.map(([property, value]) => field(property, colour(property, value))),
      field('--geft-radius', radius()),
      field('On a dark page', dark),
    ),
    stage,
    output.element,
  );
  await show();
  showCss();
  place.toggleAttribute('data-ready', true);
}

function elementsFor(session: CaseSession): HTMLElement[] {
  const status = watching(session);
  const frame = speaker(session);
  if (frame) status.for = frame.id;
  return [status, ...(frame ? [frame] : [])];
}

function colour(property: string, value: string): HTMLInputElement {
  const input = element('input', { id: property, type: 'color', value });
  input.addEventListener('input', () => {
    set(property, input.value);
  });
  return input;
}

function radius(): HTMLInputElement {
  const input = element('input', { id: '--geft-radius', type: 'range', min: '0', max: '32', value: '12' });
  input.addEventListener('input', () => {
    set('--geft-radius', `${input.value}px`);
  });
  return input;
}

/** Set where the element inherits it; a page sets it on the element, or on anything around it. */
function set(property: string, value: string): void {
  chosen.set(property, value);
  sheet.replaceSync(rule('.live flinks-geft-status'));
  showCss();
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

function showCss(): void {
  output.say(chosen.size > 0 ? rule('flinks-geft-status') : '/* Nothing is changed yet. */');
}

function rule(selector: string): string {
  const lines = Array.from(chosen, ([property, value]) => `  ${property}: ${value};`);
  return [`${selector} {`, ...lines, '}'].join('\n');
}
