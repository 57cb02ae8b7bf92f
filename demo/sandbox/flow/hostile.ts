import { FORGED_STEPS, RUBBISH } from './forgeries.js';
import { isWindow } from './windows.js';

/** A frame inside the flow's page that speaks to the merchant's page as if it were the flow. */

const flow = window.parent;
const opener: unknown = flow.opener;
const target = flow.parent === flow ? opener : flow.parent;

function forge(): void {
  if (!isWindow(target)) return;
  for (const step of FORGED_STEPS) {
    target.postMessage({ Step: step }, '*');
    target.postMessage(JSON.stringify({ step }), '*');
  }
  for (const rubbish of RUBBISH) target.postMessage(rubbish, '*');
}

forge();
setInterval(forge, 1000);
