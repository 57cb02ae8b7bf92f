import type { FlowAction } from '../flow-steps.js';
import type { FlowMessage, FlowReply, FlowView } from '../types.js';
import { el } from './dom.js';
import { look, open, send } from './flow-client.js';
import { startForging } from './forgeries.js';
import { takeOrders } from './remote-control.js';
import { missingScreen, screenFor } from './screens.js';
import { TEXTS } from './texts.js';
import type { Texts } from './texts.js';
import { findAudience } from './windows.js';

/** The hosted page: draws what the server says comes next, and posts what the server says is to be posted. */

const LOOK_EVERY_MS = 3000;
const REDIRECT_AFTER_MS = 1500;

const sessionId = new URLSearchParams(location.search).get('sessionId') ?? '';
const { audience, listener } = findAudience();
const note = el('p', { class: 'note' });
const main = el('main');
const trouble = el('p', { class: 'wrong', role: 'status' });
let current: FlowView | null = null;
let pending: FlowAction['action'] | null = null;
let queue = Promise.resolve();
let stopForging: (() => void) | null = null;

async function start(): Promise<void> {
  document.body.append(el('header', {}, note), main, trouble);
  const reply = await open(sessionId, audience);
  if (reply === null) {
    dress(TEXTS.EN, 'en');
    main.replaceChildren(missingScreen(TEXTS.EN));
    return;
  }
  // The payer may still be on the merchant's page: the first screen does not take the focus.
  take(reply, false);
  setInterval(() => void lookAgain(), LOOK_EVERY_MS);
}

/** One after the other, so that messages keep their order; the same thing twice, as by a double click, counts once. */
function act(action: FlowAction): void {
  if (pending === action.action) return;
  pending = action.action;
  main.setAttribute('aria-busy', 'true');
  trouble.textContent = '';
  queue = queue.then(() => carryOut(action));
}

async function carryOut(action: FlowAction): Promise<void> {
  try {
    const reply = await send(sessionId, action);
    if (reply !== null) take(reply, action.action !== 'download');
  } catch {
    trouble.textContent = TEXTS[current?.language ?? 'EN'].trouble;
  }
  if (pending !== action.action) return;
  pending = null;
  main.removeAttribute('aria-busy');
}

function take({ view, messages }: FlowReply, moveFocus: boolean): void {
  draw(view, moveFocus);
  for (const message of messages) post(message);
}

function draw(view: FlowView, moveFocus: boolean): void {
  const same = JSON.stringify(view) === JSON.stringify(current);
  current = view;
  setForging(view.hostile);
  // Nothing moved on (a download, a second click): what the payer typed and where the focus is stay.
  if (same) return;
  const texts = TEXTS[view.language];
  dress(texts, view.language === 'FR' ? 'fr-CA' : 'en-CA');
  const closeWindow = audience === 'opener' ? closeThisWindow : null;
  show(
    screenFor({
      view,
      texts,
      act,
      show: screen => {
        show(screen, true);
      },
      closeWindow,
    }),
    moveFocus,
  );
  if (view.redirectUrl !== null) leaveFor(view.redirectUrl);
}

function show(screen: HTMLElement, moveFocus: boolean): void {
  main.replaceChildren(screen);
  if (!moveFocus) return;
  screen.querySelector('h1')?.focus();
  window.scrollTo(0, 0);
}

function dress(texts: Texts, lang: string): void {
  document.documentElement.lang = lang;
  document.title = texts.title;
  note.textContent = texts.sandbox;
}

function post(message: FlowMessage): void {
  listener?.postMessage(message, '*');
}

/** The session may end, or turn hostile, behind the payer's back. Looking keeps no session alive. */
async function lookAgain(): Promise<void> {
  const before = current;
  if (pending !== null || before === null) return;
  const reply = await look(sessionId).catch(() => null);
  // The payer was faster: this is old news.
  if (reply === null || current !== before) return;
  setForging(reply.view.hostile);
  if (reply.view.screen === 'closed' && before.screen !== 'closed') draw(reply.view, false);
}

function setForging(hostile: boolean): void {
  if (hostile) stopForging ??= startForging(listener);
  else {
    stopForging?.();
    stopForging = null;
  }
}

function leaveFor(url: string): void {
  setTimeout(() => {
    location.assign(url);
  }, REDIRECT_AFTER_MS);
}

function closeThisWindow(): void {
  window.close();
}

takeOrders();
void start();
