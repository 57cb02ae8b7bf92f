/** The live regions: what an assistive technology is told, and how often. */

/** A region as its attributes make it. */
export type Region = 'status' | 'alert';

/** A region of an element. */
export function region(element: Element, role: Region): HTMLElement {
  const found = element.shadowRoot?.querySelectorAll<HTMLElement>(`[role=${role}]`);
  const [only] = found ?? [];
  if (!only || found?.length !== 1) throw new Error(`There is not one region “${role}”, but ${found?.length ?? 0}.`);
  return only;
}

/** What it says. */
export function spoken(element: Element, role: Region): string {
  return region(element, role).innerText.replaceAll(/\s+/g, ' ').trim();
}

/** What comes to be said in a region. */
export interface Writings {
  /** The texts written since the last look, each as often as it was written. */
  take: () => readonly string[];
  /** Whether anything at all was changed since the last look. */
  isStill: () => boolean;
}

/** Watches what is written into a region. */
export function watchRegion(element: Element, role: Region): Writings {
  const written: string[] = [];
  let records = 0;
  const note = (all: readonly MutationRecord[]): void => {
    records += all.length;
    for (const { type, target, addedNodes } of all) {
      const texts = type === 'characterData' ? [target.textContent] : Array.from(addedNodes, textOf);
      written.push(...texts.flatMap(text => (text?.trim() ? [text.trim()] : [])));
    }
  };
  const observer = new MutationObserver(note);
  observer.observe(region(element, role), { childList: true, characterData: true, attributes: true, subtree: true });
  return {
    take: () => {
      note(observer.takeRecords());
      records = 0;
      return written.splice(0).map(text => text.replaceAll(/\s+/g, ' '));
    },
    isStill: () => {
      note(observer.takeRecords());
      return records === 0;
    },
  };
}

function textOf(node: Node): string | null {
  return node.nodeType === Node.COMMENT_NODE ? null : node.textContent;
}
