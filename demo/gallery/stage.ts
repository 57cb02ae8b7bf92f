import type { FlinksGeftStatus, SessionDetails } from '../../src/index.js';
import type { SandboxClient } from '../sandbox/client.js';
import { element } from '../shop/dom.js';
import { bilingual } from './bilingual.js';
import type { Case } from './cases.js';
import { cell } from './cell.js';
import { variants } from './variants.js';

/** A case on the page; its elements come with its session. */
export interface Staged {
  readonly example: Case;
  readonly section: HTMLElement;
  readonly elements: FlinksGeftStatus[];
}

/** Longer than anybody looks at the gallery: what is shown is to stay. */
const LONG = 86_400;

/** The place of a case, empty yet. */
export function announce(example: Case): Staged {
  const { id, title, told } = example;
  const section = element(
    'section',
    { class: 'case', 'data-case': id, 'aria-labelledby': `case-${id}` },
    element('div', { class: 'case-head' }, bilingual('h2', title, { id: `case-${id}` }), element('code', {}, told)),
  );
  return { example, section, elements: [] };
}

/** Brings a session into the state wanted, and lets one element for each variant watch it. They share one watcher. */
export async function perform({ example, section, elements }: Staged, sandbox: SandboxClient): Promise<void> {
  const { id, message, attributes = {}, hasDetails = false } = example;
  const sessionId = await openSession(example, sandbox);
  const details = sessionId !== null && hasDetails ? await sandbox.details(sessionId) : null;
  const cells = variants.map(variant => {
    const status = element('flinks-geft-status', { 'poll-interval': String(LONG), ...attributes });
    if (sessionId !== null) watch(status, sessionId, sandbox.origin, details);
    elements.push(status);
    return cell(id, variant, status);
  });
  const scroller = { class: 'cells', role: 'group', tabindex: '0', 'aria-labelledby': `case-${id}` };
  section.append(element('div', scroller, ...cells));
  if (sessionId !== null && message) speak(section, elements, sandbox.speakerUrl(sessionId, message));
}

async function openSession({ session, bring }: Case, sandbox: SandboxClient): Promise<string | null> {
  if (!session) return null;
  const { sessionId } = await sandbox.createSession({ idleSeconds: LONG, ...session });
  await bring?.(sandbox, sessionId);
  return sessionId;
}

function watch(status: FlinksGeftStatus, sessionId: string, origin: string, details: SessionDetails | null): void {
  status.sessionId = sessionId;
  status.baseUrl = origin;
  status.details = details;
}

/** A frame of the flow's origin says it; one element knows the frame, and with it all that share its watcher. */
function speak(section: HTMLElement, [first]: FlinksGeftStatus[], src: string): void {
  const id = `speaker-${section.dataset['case'] ?? ''}`;
  const speaker = element('iframe', { id, src, class: 'visually-hidden', tabindex: '-1', 'aria-hidden': 'true' });
  if (first) first.for = id;
  section.append(speaker);
}
