/** What axe has to say of the page: every rule that it has by default, none switched off. */
import 'axe-core/axe.min.js';
import type axe from 'axe-core';
import { inRealTime } from './time.js';

declare const window: Window & { readonly axe: typeof axe };

/** What is wrong, each with the nodes that it is about. */
export async function violations(): Promise<readonly string[]> {
  const { violations: found } = await inRealTime(() => window.axe.run(document));
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} ${JSON.stringify(target)}`));
}
