import { SandboxClient } from '../client.js';
import { el } from '../flow/dom.js';
import type { SessionState } from '../types.js';
import { faultFields, idleField } from './fault-fields.js';
import { button, sessionCard } from './session-card.js';
import type { SessionCard } from './session-card.js';

/** The control panel: all sessions, or the one that the address names. */

const REFRESH_MS = 1000;

const client = new SandboxClient(location.origin);
const only = new URLSearchParams(location.search).get('sessionId');
const cards = new Map<string, SessionCard>();
const list = el('div', { class: 'sessions' });
const notice = el('p', { class: 'notice', role: 'status' });
const defaultFaults = faultFields(change => {
  run(client.setDefaultFaults(change));
});

const defaultIdle = idleField(seconds => {
  run(client.setDefaultIdle(seconds));
});

function build(): void {
  document.body.classList.toggle('single', only !== null);
  document.body.append(
    el('header', {}, el('h1', {}, only === null ? 'Flinks sandbox: control panel' : 'Flinks sandbox')),
    notice,
    el('main', {}, ...(only === null ? [forAll()] : []), list),
  );
}

function forAll(): HTMLElement {
  const create = button('create-session', 'New session', () => {
    run(client.createSession());
  });
  const reset = button('reset', 'Forget everything', () => {
    run(client.reset());
  });
  return el(
    'div',
    {},
    el('div', { class: 'actions' }, create, reset),
    el(
      'details',
      { 'data-test': 'defaults' },
      el('summary', {}, 'Defaults for new sessions'),
      defaultIdle.element,
      defaultFaults.element,
    ),
  );
}

/** Carries out what somebody asked for; the page then shows what became of it. */
function run(work: Promise<unknown>): void {
  notice.textContent = '';
  work.then(refresh).catch((error: unknown) => {
    notice.textContent = error instanceof Error ? error.message : String(error);
  });
}

async function refresh(): Promise<void> {
  const sessions = only === null ? await client.sessions() : [await client.session(only)];
  showSessions(sessions);
  if (only !== null) return;
  const { faults, idleSeconds } = await client.defaults();
  defaultFaults.update(faults);
  defaultIdle.update(idleSeconds);
}

function showSessions(sessions: readonly SessionState[]): void {
  const known = new Set(sessions.map(session => session.sessionId));
  for (const [id, card] of cards) {
    if (known.has(id)) continue;
    card.element.remove();
    cards.delete(id);
  }
  for (const session of [...sessions].reverse()) {
    let card = cards.get(session.sessionId);
    if (card === undefined) {
      card = sessionCard(session, client, run, only !== null);
      cards.set(session.sessionId, card);
      list.prepend(card.element);
    }
    card.update(session);
  }
  list.classList.toggle('empty', sessions.length === 0);
}

async function keepFresh(): Promise<void> {
  try {
    await refresh();
    document.body.classList.remove('stale');
  } catch (error) {
    document.body.classList.add('stale');
    notice.textContent = error instanceof Error ? error.message : String(error);
  }
  setTimeout(() => void keepFresh(), REFRESH_MS);
}

build();
void keepFresh();
