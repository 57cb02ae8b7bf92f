import '../../../src/index.js';
import { eventLog } from '../../../demo/shop/event-log.js';
import { snapshotTable } from '../../../demo/shop/snapshot-table.js';

/**
 * A page that sets any attribute: what its address names is what the element gets, but for `elements`, how many there
 * are, `flow`, the address of the slotted iframe, and `form`, which puts them into one. The events and the snapshot shown
 * are the first one's.
 */
const { elements = '1', flow, form, ...attributes } = Object.fromEntries(new URLSearchParams(location.search));
const main = form === undefined ? (document.querySelector('main') ?? document.body) : openForm();
const { signal } = new AbortController();

for (let left = Number(elements); left > 0; left -= 1) {
  const status = document.createElement('flinks-geft-status');
  for (const [name, value] of Object.entries(attributes)) status.setAttribute(name, value);
  if (flow !== undefined) {
    const frame = document.createElement('iframe');
    frame.slot = 'flow';
    frame.title = 'Pay from your bank';
    frame.src = flow;
    status.append(frame);
  }
  // Whoever listens does so before the element comes to life.
  if (!main.hasChildNodes()) document.body.append(snapshotTable(status, signal), eventLog(status, signal));
  main.append(status);
}

if (form !== undefined)
  main.append(Object.assign(document.createElement('button'), { textContent: 'Place the order' }));

/** A form that shows what it would send. */
function openForm(): HTMLFormElement {
  const opened = document.createElement('form');
  const sent = document.createElement('output');
  sent.dataset['test'] = 'sent';
  opened.addEventListener('submit', event => {
    event.preventDefault();
    sent.textContent = JSON.stringify([...new FormData(opened)]);
  });
  document.querySelector('main')?.append(opened, sent);
  return opened;
}
