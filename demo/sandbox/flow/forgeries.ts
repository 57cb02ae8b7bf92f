import { isWindow } from './windows.js';

/** Messages that a careful page must not believe. */

export const FORGED_STEPS: readonly string[] = ['SUCCESS', 'GUARANTEE_FAILED'];
export const RUBBISH: readonly unknown[] = [
  null,
  42,
  'SUCCESS',
  ['SUCCESS'],
  { Step: { toString: 'SUCCESS' } },
  'x'.repeat(200_000),
];

/**
 * Surrounds the flow with liars: frames of another origin, of its own origin and of none, and its own window naming
 * another session. Returns what stops them.
 */
export function startForging(target: unknown): () => void {
  const frames = [
    hostileFrame(otherName()),
    hostileFrame(location.origin),
    hostileFrame(location.origin, 'allow-scripts'),
  ];
  document.body.append(...frames);
  const timer = setInterval(() => {
    forgeFromHere(target);
  }, 1000);
  forgeFromHere(target);
  return () => {
    clearInterval(timer);
    for (const frame of frames) frame.remove();
  };
}

function forgeFromHere(target: unknown): void {
  if (!isWindow(target)) return;
  const sessionId = crypto.randomUUID();
  for (const Step of FORGED_STEPS) {
    target.postMessage({ Step, sessionId }, '*');
    target.postMessage(JSON.stringify({ Step, sessionId }), '*');
  }
}

/** `localhost` and `127.0.0.1` are one machine and two origins. */
function otherName(): string {
  const name = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return `${location.protocol}//${name}:${location.port}`;
}

function hostileFrame(origin: string, sandbox?: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'Hostile frame';
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.src = `${origin}/app/hostile`;
  return frame;
}
