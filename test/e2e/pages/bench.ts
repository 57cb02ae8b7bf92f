import '../../../src/index.js';
import { eventLog } from '../../../demo/shop/event-log.js';
import { snapshotTable } from '../../../demo/shop/snapshot-table.js';

/**
 * A page that sets any attribute: what its address names is what the element gets, but for `elements`, how many there
 * are, and `flow`, the address of the slotted iframe. The events and the snapshot shown are the first one's.
 */
const { elements = '1', flow, ...attributes } = Object.fromEntries(new URLSearchParams(location.search));
const main = document.querySelector('main') ?? document.body;
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
