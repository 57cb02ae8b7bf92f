import { element } from './dom.js';
import { spoken } from './language.js';

/** How many status requests this page has made for a session, as the browser itself counts them. */
export function requestCount(sessionId: string, signal: AbortSignal): HTMLElement {
  const count = element('output', { 'data-test': 'status-requests' }, '0');
  const path = `/api/v2/sessions/${sessionId}/status`;
  let requests = 0;
  const observer = new PerformanceObserver(list => {
    requests += list.getEntries().filter(({ name }) => new URL(name).pathname.endsWith(path)).length;
    count.textContent = String(requests);
  });
  observer.observe({ type: 'resource' });
  signal.addEventListener('abort', () => observer.disconnect());
  return element('p', { class: 'count' }, spoken('span', 'statusRequests'), count);
}
