import type { SandboxClient } from '../client.js';
import { clockTime } from '../clock-time.js';
import { el } from '../flow/dom.js';
import type { Outcome, SessionState, StatusRequest } from '../types.js';
import { faultFields, idleField, newId } from './fault-fields.js';

/** One session: built once, then kept up to date, so that nobody loses the control in hand. */

export interface SessionCard {
  element: HTMLElement;
  update: (session: SessionState) => void;
}

type Run = (work: Promise<unknown>) => void;

const OUTCOMES: readonly Outcome[] = [
  { status: 'Initiated', statusDetails: 'EFT0101' },
  { status: 'InProgress', statusDetails: 'EFT0101' },
  { status: 'Completed', statusDetails: 'EFT0301' },
  { status: 'Completed', statusDetails: 'EFT0302' },
  { status: 'Failed', statusDetails: 'EFT0401' },
  { status: 'Failed', statusDetails: 'EFT0402' },
  { status: 'Failed', statusDetails: 'EFT0403' },
  { status: 'Failed', statusDetails: 'EFT0404' },
  { status: 'Canceled', statusDetails: 'EFT0501' },
  { status: 'Cancelled', statusDetails: 'EFT0501' },
  { status: 'Expired', statusDetails: 'EFT0601' },
];

export function sessionCard(session: SessionState, client: SandboxClient, run: Run, alone: boolean): SessionCard {
  const id = session.sessionId;
  const titleId = newId();
  const facts = el('dl');
  const requests = el('tbody');
  const messages = el('ol', { class: 'messages' });
  const faults = faultFields(change => {
    run(client.setFaults(id, change));
  });
  const expire = button('expire', 'Expire now', () => {
    run(client.expire(id));
  });
  const cancel = button('cancel', 'Cancel', () => {
    run(client.cancel(id));
  });
  const clear = button('clear-faults', 'Clear all faults', () => {
    run(client.replaceFaults(id, {}));
  });
  const idle = idleField(seconds => {
    run(client.setIdle(id, seconds));
  });
  const element = el(
    'article',
    { 'aria-labelledby': titleId, 'data-test': 'session', 'data-session-id': id },
    el('h2', { id: titleId }, `Session ${session.referenceId ?? ''} `, el('code', {}, id)),
    facts,
    el('div', { class: 'actions' }, expire, cancel, clear, flowLink(session)),
    outcomePicker(id, client, run),
    idle.element,
    details('Faults', faults.element, alone),
    details('Status requests', requestTable(requests), alone),
    details('Messages posted', messages, false),
  );
  return {
    element,
    update: now => {
      facts.replaceChildren(...factRows(now));
      expire.disabled = now.over;
      cancel.disabled = now.over;
      idle.update(now.idleSeconds);
      faults.update(now.faults);
      requests.replaceChildren(...requestRows(now.statusRequests));
      messages.replaceChildren(
        ...now.messages.map(({ at, message }) => el('li', {}, clockTime(at), ` ${asText(message)}`)),
      );
    },
  };
}

function factRows(session: SessionState): Node[] {
  const amount = session.amount === null ? 'not set' : `$${session.amount.toFixed(2)}`;
  return [
    ['Status', `${session.status} / ${session.statusDetails}`],
    ['Step', `${session.step}${session.screen === null ? '' : ` (screen: ${session.screen})`}`],
    ['Amount', amount],
    ['Scenario', session.scenario],
    ['Language', session.language],
  ].flatMap(([term = '', value = '']) => [el('dt', {}, term), el('dd', { 'data-test': slug(term) }, value)]);
}

function slug(term: string): string {
  return `fact-${term.toLowerCase().replaceAll(' ', '-')}`;
}

function flowLink({ flowUrl }: SessionState): HTMLElement {
  return el('a', { href: flowUrl, target: '_blank', rel: 'noopener' }, 'Open the flow in a tab');
}

function outcomePicker(id: string, client: SandboxClient, run: Run): HTMLElement {
  const options = OUTCOMES.map(({ status, statusDetails }) => el('option', {}, `${status} / ${statusDetails}`));
  const select = el('select', { id: newId(), 'data-test': 'outcome' }, ...options);
  const set = button('set-outcome', 'Set', () => {
    const outcome = OUTCOMES[select.selectedIndex];
    if (outcome !== undefined) run(client.outcome(id, outcome));
  });
  return el('div', { class: 'outcome' }, el('label', { for: select.id }, 'Outcome'), select, set);
}

function requestTable(body: HTMLElement): HTMLElement {
  const heads = ['At', 'After', 'Answer', 'Faults'].map(text => el('th', { scope: 'col' }, text));
  const table = el('table', {}, el('thead', {}, el('tr', {}, ...heads)), body);
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Status requests' }, table);
}

/** Newest first, each with the time since the one before: that is what the ten-second floor is about. */
function requestRows(requests: readonly StatusRequest[]): Node[] {
  return requests
    .map((request, index) => {
      const before = requests[index - 1];
      const gap = before === undefined ? '' : `${((request.at - before.at) / 1000).toFixed(1)} s`;
      const cells = [clockTime(request.at), gap, answerText(request), request.faults.join(', ')];
      return el('tr', {}, ...cells.map(text => el('td', {}, text)));
    })
    .reverse();
}

function answerText({ outcome, httpStatus, status, statusDetails }: StatusRequest): string {
  if (outcome !== 'answered') return outcome;
  return status === null ? String(httpStatus) : `${String(httpStatus)} ${status} / ${statusDetails ?? ''}`;
}

function asText(message: unknown): string {
  return typeof message === 'string' ? `text ${message}` : JSON.stringify(message);
}

function details(title: string, content: Node, open: boolean): HTMLElement {
  return el('details', { open }, el('summary', {}, title), content);
}

export function button(name: string, label: string, onClick: () => void): HTMLButtonElement {
  const element = el('button', { type: 'button', 'data-test': name }, label);
  element.addEventListener('click', onClick);
  return element;
}
