import type { FlinksGeftStatus } from '../../src/index.js';
import { SandboxClient } from '../sandbox/client.js';
import { byId, element } from './dom.js';
import { eventLog } from './event-log.js';
import { label, spoken } from './language.js';
import { requestCount } from './request-count.js';
import { cancelOrder } from './shop-client.js';
import { snapshotTable } from './snapshot-table.js';

export interface Watched {
  status: FlinksGeftStatus;
  sessionId: string;
  /** Where the flow and its control panel live. */
  sandboxOrigin: string;
}

/** Says what the page's `#developer` column is for, while there is nothing to show. */
export function announceDeveloperPanel(): void {
  byId('developer').append(
    spoken('h2', 'behindTheScenes', { id: 'developer-heading' }),
    spoken('p', 'forDevelopers'),
    element('div', { id: 'developer-body' }, spoken('p', 'nothingYet', { class: 'hint' })),
  );
}

/** Fills `#developer` for one payment; the signal ends its listeners and timers. */
export function showDeveloperPanel(watched: Watched, signal: AbortSignal): void {
  const { status, sessionId } = watched;
  byId('developer-body').replaceChildren(
    controls(watched),
    requestCount(sessionId, signal),
    snapshotTable(status, signal),
    eventLog(status, signal),
    controlPanel(watched),
  );
}

function controls({ status, sessionId, sandboxOrigin }: Watched): HTMLElement {
  const sandbox = new SandboxClient(sandboxOrigin);
  const trouble = element('p', { class: 'trouble', role: 'status' });
  const silent = element('input', {
    id: 'silent',
    type: 'checkbox',
    role: 'switch',
    'aria-describedby': 'silent-hint',
    'data-test': 'silent',
  });
  silent.addEventListener('change', () => {
    trouble.replaceChildren();
    sandbox.setFaults(sessionId, { silent: silent.checked }).catch(() => {
      silent.checked = !silent.checked;
      trouble.append(spoken('span', 'sandboxSilent'));
    });
  });
  const check = spoken('button', 'checkNow', { type: 'button', 'data-test': 'check-now' });
  check.addEventListener('click', () => void status.check());
  const cancel = spoken('button', 'cancelSession', { type: 'button', 'data-test': 'cancel' });
  cancel.addEventListener('click', () => {
    trouble.replaceChildren();
    cancelOrder(sessionId).catch(() => trouble.append(spoken('span', 'cannotCancel')));
  });
  return element(
    'div',
    { class: 'controls' },
    element(
      'div',
      { class: 'check' },
      silent,
      spoken('label', 'killMessages', { for: 'silent' }),
      spoken('p', 'killMessagesHint', { id: 'silent-hint', class: 'hint' }),
    ),
    element('div', { class: 'buttons' }, check, cancel),
    trouble,
  );
}

/** The sandbox's own panel, loaded when somebody opens it. */
function controlPanel({ sessionId, sandboxOrigin }: Watched): HTMLElement {
  const details = element('details', { 'data-test': 'control-panel' }, spoken('summary', 'controlPanel'));
  details.addEventListener(
    'toggle',
    () => {
      const src = `${sandboxOrigin}/sandbox/?sessionId=${encodeURIComponent(sessionId)}`;
      details.append(label(element('iframe', { src, class: 'control-panel' }), 'controlPanel', 'title'));
    },
    { once: true },
  );
  return details;
}
