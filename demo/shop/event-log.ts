import type { FlinksGeftStatus, Snapshot } from '../../src/index.js';
import { clockTime } from '../sandbox/clock-time.js';
import { element } from './dom.js';
import { label, spoken } from './language.js';

const entriesKept = 200;

/** The element's events as they come, for developers. A screen reader may read them but is not told of each. */
export function eventLog(status: FlinksGeftStatus, signal: AbortSignal): HTMLElement {
  const list = element('ol', { 'data-test': 'events' });
  const log = element('div', { class: 'events', role: 'log', 'aria-live': 'off', tabindex: '0' }, list);
  label(log, 'events');
  const none = spoken('p', 'noEvents', { class: 'hint' });
  const clear = spoken('button', 'clear', { type: 'button', class: 'small' });

  const add = (name: string, text: string): void => {
    none.hidden = true;
    list.append(
      element(
        'li',
        { 'data-event': name },
        element('time', {}, clockTime(Date.now())),
        ' ',
        element('code', { class: name }, name),
        ' ',
        element('span', { class: 'detail' }, text),
      ),
    );
    while (list.childElementCount > entriesKept) list.firstElementChild?.remove();
    log.scrollTop = log.scrollHeight;
  };
  clear.addEventListener('click', () => {
    list.replaceChildren();
    none.hidden = false;
  });
  status.addEventListener('geft-step', ({ type, detail }) => add(type, detail.step), { signal });
  status.addEventListener('geft-change', ({ type, detail }) => add(type, describe(detail)), { signal });
  status.addEventListener('geft-settled', ({ type, detail }) => add(type, describe(detail)), { signal });
  status.addEventListener(
    'geft-error',
    ({ type, detail }) => add(type, `${detail.code}${detail.retriable ? ', retriable' : ''}: ${detail.message}`),
    { signal },
  );
  return element('section', {}, element('div', { class: 'bar' }, spoken('h3', 'events'), clear), none, log);
}

function describe({ phase, statusDetails, step, confirmed, source }: Snapshot): string {
  const parts = [phase, statusDetails, step, source && `by ${source}`, confirmed && 'confirmed'];
  return parts.filter(Boolean).join(' · ');
}
