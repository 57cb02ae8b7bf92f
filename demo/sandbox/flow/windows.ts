import type { Audience } from '../types.js';

/** Windows of other origins show almost nothing of themselves; that they take messages is all that counts. */
export function isWindow(value: unknown): value is Window {
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}

/** Who hears the flow: the page that frames it, else the one that opened it, else nobody. */
export function findAudience(): { audience: Audience; listener: Window | null } {
  if (window.parent !== window) return { audience: 'parent', listener: window.parent };
  const opener: unknown = window.opener;
  return isWindow(opener) ? { audience: 'opener', listener: opener } : { audience: 'none', listener: null };
}
