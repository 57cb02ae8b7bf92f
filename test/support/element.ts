/** The element as a page uses it, and what the payer and the page get from it. */
import { type FlinksGeftStatus, type GeftEventMap, type Phase } from '../../src/index.js';
import {
  CANCELED,
  endpoint,
  EXPIRED,
  http,
  INITIATED,
  NOT_ELIGIBLE,
  SCHEDULED,
  UNSIGNED,
  type Answer,
} from './endpoint.js';
import { say } from './flow.js';
import { settle } from './time.js';

export const TAG = 'flinks-geft-status';

type EventType = keyof GeftEventMap;
type Attributes = Readonly<Record<string, string | null>>;

let session = '';
let events: { target: EventTarget | undefined; type: EventType; event: GeftEventMap[EventType] }[] = [];
let recording = new AbortController();

/** A session that no test had before. */
export function freshSession(): string {
  return crypto.randomUUID();
}

/** The session of this test. */
export function sessionId(): string {
  return session;
}

/** A session for the test, and an ear for every event that reaches the document. */
export function openSession(): void {
  session = freshSession();
  events = [];
  recording = new AbortController();
  for (const type of ['geft-step', 'geft-change', 'geft-settled', 'geft-error'] as const) {
    document.addEventListener(type, event => events.push({ target: event.composedPath()[0], type, event }), {
      signal: recording.signal,
    });
  }
}

/** Takes everything off the page. */
export function clearPage(): void {
  recording.abort();
  document.body.replaceChildren();
}

/** Puts an element on the page, with this test's session unless told otherwise; `null` leaves an attribute out. */
export async function mount(
  attributes: Attributes = {},
  children = '',
  parent: ParentNode & Node = document.body,
): Promise<FlinksGeftStatus> {
  const element = create(attributes, children);
  parent.append(element);
  await settle();
  return element;
}

/** As `mount`, but not on the page yet. */
export function create(attributes: Attributes = {}, children = ''): FlinksGeftStatus {
  const element = document.createElement(TAG);
  element.innerHTML = children;
  const all: Attributes = { 'session-id': session, ...attributes };
  for (const [name, value] of Object.entries(all)) {
    if (value !== null) element.setAttribute(name, value);
  }
  return element;
}

/** Puts any markup on the page; returns the first element in it. */
export async function mountHtml(html: string): Promise<FlinksGeftStatus> {
  const container = document.createElement('div');
  container.innerHTML = html;
  document.body.append(container);
  await settle();
  const element = container.querySelector(TAG);
  if (!element) throw new Error('There is no element in it.');
  return element;
}

/** Everything an element told, in order; or one type of event. */
export function told(element: EventTarget): readonly EventType[] {
  return events.filter(({ target }) => target === element).map(({ type }) => type);
}

/** The details of one type of event, in order. */
export function details<Type extends EventType>(
  element: EventTarget,
  type: Type,
): readonly GeftEventMap[Type]['detail'][] {
  const ofType = events.filter(each => each.target === element && each.type === type);
  return ofType.map(({ event }) => event.detail as GeftEventMap[Type]['detail']);
}

/** Every event an element sent. */
export function sent(element: EventTarget): readonly GeftEventMap[EventType][] {
  return events.filter(({ target }) => target === element).map(({ event }) => event);
}

/** The phases told of, in order. */
export function phases(element: EventTarget): readonly Phase[] {
  return details(element, 'geft-change').map(({ phase }) => phase);
}

/** The codes of the errors told of, in order. */
export function errors(element: EventTarget): readonly string[] {
  return details(element, 'geft-error').map(({ code }) => code);
}

/** A part of an element. */
export function part(element: Element, name: string): HTMLElement | null {
  return element.shadowRoot?.querySelector<HTMLElement>(`[part~='${name}']`) ?? null;
}

/** The words of the card, as far as they are to be seen. */
export function payerReads(element: Element): string {
  return plain(part(element, 'card')?.innerText);
}

/** The title of the card. */
export function title(element: Element): string {
  return plain(part(element, 'title')?.innerText);
}

/** The sentences under the title. */
export function sentences(element: Element): string {
  return plain(part(element, 'body')?.innerText);
}

/** “Check again”, or `null`. */
export function button(element: Element): HTMLButtonElement | null {
  return element.shadowRoot?.querySelector('button') ?? null;
}

/** Whether a node takes up room on the page. */
export function isSeen(node: Element | null): boolean {
  return (node?.getClientRects().length ?? 0) > 0;
}

function plain(text = ''): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** How each phase comes about. */
export const WAYS: Readonly<Record<Phase, { answer?: Answer; step?: string; attributes?: Attributes }>> = {
  idle: { attributes: { 'session-id': null } },
  waiting: {},
  confirming: { step: 'SUCCESS' },
  signature: { answer: UNSIGNED },
  success: { answer: SCHEDULED },
  declined: { answer: NOT_ELIGIBLE },
  left: { step: 'COMPONENT_PAD_WARNING_SCREEN_EXIT' },
  canceled: { answer: CANCELED },
  expired: { answer: EXPIRED },
  unconfirmed: { attributes: { 'max-attempts': '1' } },
  error: { answer: http(400) },
};

export const PHASES = Object.keys(WAYS) as Phase[];

/** An element in a phase. */
export async function reach(phase: Phase, attributes: Attributes = {}, children = ''): Promise<FlinksGeftStatus> {
  const way = WAYS[phase];
  endpoint.says(way.answer ?? INITIATED);
  const element = await mount({ ...way.attributes, ...attributes }, children);
  if (way.step) await say({ Step: way.step, sessionId: element.sessionId });
  if (element.phase !== phase) throw new Error(`Wanted ${phase}, got ${element.phase}.`);
  return element;
}
