import type { FlowAction } from '../flow-steps.js';
import { BANKS, PASSWORD, SECOND_FACTOR } from '../scenarios.js';
import type { FlowView } from '../types.js';
import { el } from './dom.js';
import { money } from './texts.js';
import type { Texts } from './texts.js';

/** One function for each screen. Each has one obvious button; `data-test` names are kept stable for tests. */

export interface Stage {
  view: FlowView;
  texts: Texts;
  act: (action: FlowAction) => void;
  /** Shows a screen that the server knows nothing of. */
  show: (screen: HTMLElement) => void;
  closeWindow: (() => void) | null;
}

export function screenFor(stage: Stage): HTMLElement {
  switch (stage.view.screen) {
    case 'consent':
      return consent(stage);
    case 'bank':
      return bank(stage);
    case 'sign-in':
      return signIn(stage);
    case 'second-factor':
      return secondFactor(stage);
    case 'account':
      return account(stage);
    case 'amount':
      return amount(stage);
    case 'offer':
      return offer(stage);
    case 'agreement':
      return agreement(stage);
    case 'done':
      return ending(stage, 'done', stage.texts.done.title, stage.texts.done.body(payable(stage)));
    case 'declined':
      return ending(stage, 'declined', stage.texts.declined.title, stage.texts.declined.body, otherWays(stage));
    case 'identity-failed':
      return ending(
        stage,
        'identity-failed',
        stage.texts.identityFailed.title,
        stage.texts.identityFailed.body,
        otherWays(stage),
      );
    case 'login-failed':
      return ending(
        stage,
        'login-failed',
        stage.texts.loginFailed.title,
        stage.texts.loginFailed.body,
        otherWays(stage),
      );
    case 'left':
      return ending(stage, 'left', stage.texts.left.title, stage.texts.left.body);
    case 'closed':
      return ending(stage, 'closed', stage.texts.closed.title, stage.texts.closed.body);
  }
}

export function missingScreen(texts: Texts): HTMLElement {
  return frame('missing', texts.missing.title, paragraph(texts.missing.body));
}

function consent({ texts, act }: Stage): HTMLElement {
  return frame(
    'consent',
    texts.consent.title,
    paragraph(texts.consent.body),
    el('ul', {}, ...texts.consent.points.map(point => el('li', {}, point))),
    actions(
      button('agree', texts.consent.agree, () => {
        act({ action: 'agree' });
      }),
    ),
  );
}

function bank({ texts, act }: Stage): HTMLElement {
  const choices = BANKS.map(({ code, name }) =>
    el(
      'li',
      {},
      button(
        `bank-${code}`,
        name,
        () => {
          act({ action: 'choose-bank', code });
        },
        'choice',
      ),
    ),
  );
  return frame('bank', texts.bank.title, paragraph(texts.bank.body), el('ul', { class: 'choices' }, ...choices));
}

function signIn({ view, texts, act }: Stage): HTMLElement {
  const userName = input('user-name', { value: view.userName, autocomplete: 'off', autocapitalize: 'none' });
  const password = input('password', {
    type: 'password',
    autocomplete: 'off',
    'aria-describedby': view.signInFailed ? 'failed hint' : 'hint',
    'aria-invalid': view.signInFailed ? 'true' : null,
  });
  return form(
    'sign-in',
    texts.signIn.title(view.bankName ?? ''),
    () => {
      act({ action: 'sign-in', userName: userName.value, password: password.value });
    },
    view.signInFailed ? el('p', { class: 'wrong', id: 'failed', role: 'alert' }, texts.signIn.failed) : null,
    field(texts.signIn.userName, userName),
    field(texts.signIn.password, password),
    el('p', { class: 'hint', id: 'hint' }, texts.signIn.hint(PASSWORD)),
    actions(submit('submit-sign-in', texts.signIn.submit)),
  );
}

function secondFactor({ texts, act }: Stage): HTMLElement {
  return form(
    'second-factor',
    texts.secondFactor.title,
    () => {
      act({ action: 'answer' });
    },
    paragraph(texts.secondFactor.body),
    field(
      texts.secondFactor.answer,
      input('mfa-answer', { value: SECOND_FACTOR, inputmode: 'numeric', autocomplete: 'off' }),
    ),
    actions(submit('submit-mfa', texts.secondFactor.submit)),
  );
}

function account({ view, texts, act }: Stage): HTMLElement {
  const radios = view.accounts.map((_, index) =>
    el('input', { type: 'radio', name: 'account', id: `account-${String(index)}`, checked: index === 0 }),
  );
  const rows = view.accounts.map(({ label, balance }, index) =>
    el(
      'label',
      { class: 'row', for: `account-${String(index)}`, 'data-test': `account-${String(index)}` },
      radios[index] ?? null,
      el('span', {}, label, el('small', {}, texts.account.balance(money(balance, view.language)))),
    ),
  );
  return form(
    'account',
    texts.account.title,
    () => {
      act({ action: 'choose-account', index: radios.findIndex(radio => radio.checked) });
    },
    el('fieldset', { 'aria-labelledby': 'heading' }, ...rows),
    actions(submit('choose-account', texts.account.submit)),
  );
}

function amount(stage: Stage): HTMLElement {
  const { view, texts, act } = stage;
  const sum = money(view.suggestedAmount, view.language);
  const { minimumAmount, maximumAmount } = view.limits;
  const entry = view.amountEditable
    ? input('amount', {
        type: 'number',
        value: view.suggestedAmount,
        min: minimumAmount ?? 0.01,
        max: maximumAmount,
        step: '0.01',
        inputmode: 'decimal',
      })
    : null;
  const limits =
    entry !== null && minimumAmount !== null && maximumAmount !== null
      ? texts.amount.limits(money(minimumAmount, view.language), money(maximumAmount, view.language))
      : null;
  return form(
    'amount',
    texts.amount.title,
    () => {
      act({ action: 'confirm-amount', amount: entry === null ? view.suggestedAmount : Number(entry.value) });
    },
    entry === null ? el('p', { class: 'sum', 'data-test': 'amount' }, sum) : field(texts.amount.enter, entry),
    limits === null ? null : el('p', { class: 'hint' }, limits),
    paragraph(texts.amount.from(view.accountLabel ?? '')),
    actions(submit('confirm-amount', entry === null ? texts.amount.submit(sum) : texts.amount.submitEntered)),
  );
}

function offer({ view, texts, act }: Stage): HTMLElement {
  const offered = money(view.offered ?? 0, view.language);
  const asked = money(view.amount ?? 0, view.language);
  return frame(
    'offer',
    view.guaranteed ? texts.offer.title : texts.offer.smallerTitle,
    el('p', { class: 'sum', 'data-test': 'offered-amount' }, offered),
    paragraph(view.guaranteed ? texts.offer.body(offered) : texts.offer.smallerBody(asked, offered)),
    actions(
      button('accept-offer', texts.offer.accept(offered), () => {
        act({ action: 'accept' });
      }),
      view.guaranteed
        ? null
        : button(
            'turn-down-offer',
            texts.offer.turnDown,
            () => {
              act({ action: 'turn-down' });
            },
            'quiet',
          ),
    ),
  );
}

function agreement(stage: Stage): HTMLElement {
  const { texts, act, show } = stage;
  const text = agreementText(stage);
  return frame(
    'agreement',
    texts.agreement.title,
    el(
      'div',
      { class: 'paper' },
      paragraph(text),
      el('ul', {}, ...texts.agreement.terms.map(term => el('li', {}, term))),
    ),
    actions(
      button('sign', texts.agreement.sign, () => {
        act({ action: 'sign' });
      }),
      button(
        'download',
        texts.agreement.download,
        () => {
          download(texts.agreement.fileName, [text, ...texts.agreement.terms].join('\n'));
          act({ action: 'download' });
        },
        'quiet',
      ),
      button(
        'decline',
        texts.agreement.decline,
        () => {
          show(leaveWarning(stage));
        },
        'quiet',
      ),
    ),
  );
}

function leaveWarning(stage: Stage): HTMLElement {
  const { texts, act, show } = stage;
  return frame(
    'leave-warning',
    texts.warning.title,
    paragraph(texts.warning.body),
    actions(
      button('stay', texts.warning.stay, () => {
        show(agreement(stage));
      }),
      button(
        'leave',
        texts.warning.leave,
        () => {
          act({ action: 'decline' });
        },
        'quiet',
      ),
    ),
  );
}

function ending(
  { view, texts, closeWindow }: Stage,
  name: string,
  title: string,
  body: string,
  more: HTMLElement | null = null,
): HTMLElement {
  const goOn =
    view.redirectUrl === null
      ? null
      : el('a', { class: 'button', href: view.redirectUrl, 'data-test': 'continue' }, texts.continueToShop);
  const close = closeWindow === null ? null : button('close', texts.closeWindow, closeWindow, 'quiet');
  return frame(name, title, paragraph(body), actions(more, goOn, close));
}

function otherWays({ texts, act }: Stage): HTMLElement {
  return button('other-ways', texts.otherWays, () => {
    act({ action: 'other-ways' });
  });
}

function agreementText({ view, texts }: Stage): string {
  return texts.agreement.body(view.payorName, money(view.amount ?? 0, view.language), view.accountLabel ?? '');
}

function payable({ view }: Stage): string {
  return money(view.amount ?? 0, view.language);
}

function download(fileName: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  el('a', { href, download: fileName }).click();
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, 1000);
}

type Child = HTMLElement | null;

function frame(name: string, title: string, ...children: Child[]): HTMLElement {
  return el('section', { 'data-test': `screen-${name}`, 'aria-labelledby': 'heading' }, heading(title), ...children);
}

function form(name: string, title: string, onSubmit: () => void, ...children: Child[]): HTMLElement {
  const element = el(
    'form',
    { 'data-test': `screen-${name}`, 'aria-labelledby': 'heading' },
    heading(title),
    ...children,
  );
  element.addEventListener('submit', event => {
    event.preventDefault();
    onSubmit();
  });
  return element;
}

function heading(title: string): HTMLElement {
  return el('h1', { id: 'heading', tabindex: -1 }, title);
}

function paragraph(text: string): HTMLElement {
  return el('p', {}, text);
}

function field(label: string, control: HTMLInputElement): HTMLElement {
  return el('div', { class: 'field' }, el('label', { for: control.id }, label), control);
}

function input(name: string, attributes: Parameters<typeof el>[1]): HTMLInputElement {
  return el('input', { type: 'text', required: true, id: name, name, 'data-test': name, ...attributes });
}

function actions(...children: Child[]): HTMLElement {
  return el('div', { class: 'actions' }, ...children);
}

function submit(name: string, label: string): HTMLElement {
  return el('button', { type: 'submit', 'data-test': name }, label);
}

function button(name: string, label: string, onClick: () => void, kind = ''): HTMLElement {
  const element = el('button', { type: 'button', 'data-test': name, class: kind === '' ? null : kind }, label);
  element.addEventListener('click', onClick);
  return element;
}
