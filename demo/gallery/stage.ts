import type { FlinksGeftStatus } from '../../src/index.js';
import type { SandboxClient } from '../sandbox/client.js';
import { element } from '../shop/dom.js';
import { bilingual } from './bilingual.js';
import type { Case } from './cases.js';
import { cell } from './cell.js';
import { openSession, speaker, watching } from './session.js';
import { variants } from './variants.js';

/** A case on the page; its elements come with its session. */
export interface Staged {
  readonly example: Case;
  readonly section: HTMLElement;
  readonly elements: FlinksGeftStatus[];
}

/** The place of a case, empty yet. */
export function announce(example: Case): Staged {
  const { id, title, told } = example;
  const heading = bilingual('h2', title, { id: `case-${id}` });
  const section = element(
    'section',
    { class: 'case', 'data-case': id, 'aria-labelledby': heading.id },
    element('div', { class: 'case-head' }, heading, element('code', {}, told)),
  );
  return { example, section, elements: [] };
}

/** Brings a session into the state wanted, and lets one element for each variant watch it. */
export async function perform({ example, section, elements }: Staged, sandbox: SandboxClient): Promise<void> {
  const session = await openSession(example, sandbox);
  elements.push(...variants.map(() => watching(session)));
  const cells = elements.flatMap((status, index) => {
    const variant = variants[index];
    return variant ? [cell(example.id, variant, status)] : [];
  });
  const frame = speaker(session);
  if (frame && elements[0]) elements[0].for = frame.id;
  const scroller = { class: 'cells', role: 'group', tabindex: '0', 'aria-labelledby': `case-${example.id}` };
  section.append(element('div', scroller, ...cells), ...(frame ? [frame] : []));
}
