import { element, byId } from './dom.js';
import { currentLanguage, money, say, spoken, type Language } from './language.js';
import { placeOrder, ShopError, type Mode, type PlacedOrder } from './shop-client.js';
import type { Word } from './words.js';

const scenarios = ['Happy1', 'Happy2', 'Happy3', 'Unhappy1', 'Unhappy2', 'Unhappy3'] as const satisfies Word[];
const bill: readonly (readonly [Word, number])[] = [
  ['rent', 925],
  ['parking', 75],
];
const total = bill.reduce((sum, [, amount]) => sum + amount, 0);

export interface OrderFormOptions {
  mode: Mode;
  /** Called in the very event of the click, as a pop-up needs it. */
  onSubmit?: () => void;
  onPlaced: (order: PlacedOrder, relay: boolean) => void;
  onRefused?: () => void;
}

/** The order, what to try with it, and the button; fills the page's `#order`. */
export function showOrderForm(options: OrderFormOptions): void {
  const amount = element('input', {
    id: 'amount',
    name: 'amount',
    type: 'number',
    inputmode: 'decimal',
    min: '10',
    max: '5000',
    step: '0.01',
    required: '',
    value: String(total),
    'aria-describedby': 'amount-hint',
  });
  const scenario = element('select', { id: 'scenario', 'aria-describedby': 'scenario-hint' });
  scenario.append(...scenarios.map(name => spoken('option', name, { value: name })));
  const language = languageField();
  const relay = element('input', { id: 'relay', type: 'checkbox', 'aria-describedby': 'relay-hint' });
  const trouble = element('p', { class: 'trouble', role: 'alert' });
  const submit = spoken('button', 'pay', { class: 'primary', type: 'submit', 'data-test': 'pay' });

  const form = element('form', { id: 'order-form' });
  form.append(
    summary(),
    field('amountToPay', amount, 'amountHint'),
    element(
      'fieldset',
      {},
      spoken('legend', 'tryIt'),
      field('scenario', scenario, 'scenarioHint'),
      field('flowLanguage', language),
      element('div', { class: 'check' }, relay, spoken('label', 'relay', { for: 'relay' }), hint('relay', 'relayHint')),
    ),
    trouble,
    submit,
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    const wish = {
      reference: scenario.value,
      amount: amount.valueAsNumber,
      language: languageNamed(language.value),
      mode: options.mode,
    };
    trouble.replaceChildren();
    submit.disabled = true;
    say(submit, 'opening');
    options.onSubmit?.();
    void placeOrder(wish)
      .then(order => options.onPlaced(order, relay.checked))
      .catch((error: unknown) => {
        options.onRefused?.();
        const refused = error instanceof ShopError && error.status === 400;
        trouble.append(spoken('span', refused ? 'orderRefused' : 'shopUnavailable'));
      })
      .finally(() => {
        submit.disabled = false;
        say(submit, 'pay');
      });
  });
  byId('order').append(form);
}

function summary(): HTMLElement {
  const lines = [...bill, ['total', total] as const].map(([name, amount]) =>
    element('div', { class: name === 'total' ? 'total' : '' }, spoken('dt', name), element('dd', {}, money(amount))),
  );
  return element(
    'div',
    { class: 'summary' },
    spoken('h2', 'yourOrder', { tabindex: '-1' }),
    element('dl', {}, ...lines),
  );
}

/** Starts as the page's language and follows it, until somebody chooses. */
function languageField(): HTMLSelectElement {
  const select = element(
    'select',
    { id: 'flow-language' },
    element('option', { value: 'en', lang: 'en' }, 'English'),
    element('option', { value: 'fr', lang: 'fr' }, 'Français'),
  );
  const follow = (): void => {
    select.value = currentLanguage();
  };
  const stop = new AbortController();
  document.addEventListener('shop-language', follow, { signal: stop.signal });
  select.addEventListener('change', () => stop.abort(), { once: true });
  follow();
  return select;
}

function languageNamed(name: string): Language {
  return name === 'fr' ? 'fr' : 'en';
}

function field(name: Word, control: HTMLElement, hintText?: Word): HTMLElement {
  const labelled = element('div', { class: 'field' }, spoken('label', name, { for: control.id }), control);
  if (hintText) labelled.append(hint(control.id, hintText));
  return labelled;
}

function hint(of: string, text: Word): HTMLElement {
  return spoken('p', text, { id: `${of}-hint`, class: 'hint' });
}
