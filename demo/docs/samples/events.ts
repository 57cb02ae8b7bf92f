import 'flinks-geft-status'; // registers the tag, and tells TypeScript of it and of its events

const status = document.querySelector('flinks-geft-status');

status?.addEventListener('geft-change', ({ detail: { phase, confirmed } }) => {
  document.body.dataset['payment'] = confirmed ? `${phase}, confirmed` : phase;
});
status?.addEventListener('geft-error', ({ detail: { code, message, retriable } }) => {
  if (!retriable) console.error(code, message); // a setting to mend; the rest is tried again by itself
});
