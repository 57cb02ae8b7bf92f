import type { FlinksGeftStatus, Snapshot } from '../../src/index.js';
import { clockTime } from '../sandbox/clock-time.js';
import { element } from './dom.js';
import { spoken } from './language.js';

const properties = [
  'phase',
  'status',
  'statusDetails',
  'step',
  'amount',
  'referenceId',
  'confirmed',
  'source',
  'attempts',
  'checkedAt',
  'error',
  'sessionId',
] as const satisfies (keyof Snapshot)[];

/** The element's `snapshot`, as it is now. */
export function snapshotTable(status: FlinksGeftStatus, signal: AbortSignal): HTMLElement {
  const rows = properties.map(name => {
    const value = element('td', { 'data-test': `snapshot-${name}` });
    return { name, value, row: element('tr', {}, element('th', { scope: 'row' }, name), value) };
  });
  const refresh = (): void => {
    const { snapshot } = status;
    for (const { name, value } of rows) {
      const text = written(snapshot, name);
      if (value.textContent !== text) value.textContent = text;
    }
  };
  // Attempts and times change without an event of their own.
  const timer = setInterval(refresh, 500);
  signal.addEventListener('abort', () => clearInterval(timer));
  for (const event of ['geft-step', 'geft-change', 'geft-settled', 'geft-error'] as const) {
    status.addEventListener(event, refresh, { signal });
  }
  refresh();
  const head = element('tr', {}, spoken('th', 'property', { scope: 'col' }), spoken('th', 'value', { scope: 'col' }));
  return element(
    'table',
    { 'data-test': 'snapshot' },
    spoken('caption', 'snapshot'),
    element('thead', { class: 'visually-hidden' }, head),
    element('tbody', {}, ...rows.map(({ row }) => row)),
  );
}

function written(snapshot: Snapshot, name: (typeof properties)[number]): string {
  if (name === 'error') return snapshot.error ? `${snapshot.error.code}: ${snapshot.error.message}` : 'null';
  if (name === 'checkedAt' && snapshot.checkedAt !== null) return clockTime(snapshot.checkedAt);
  return String(snapshot[name]);
}
