// @ts-check
/**
 * Looks whether what SECURITY.md claims still has its tests: each link to a test carries, as its title, words that stand
 * in that file.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const text = await readFile(new URL('SECURITY.md', root), 'utf8');
const links = [...text.matchAll(/\]\(((?:test|demo)\/[^\s)]+)(?:\s+(?:'([^)]*)'|"([^"]*)"))?\)/g)];

let missing = 0;
for (const [, file = '', single, double] of links) {
  const title = single ?? double ?? '';
  const content = await readFile(new URL(file, root), 'utf8').catch(() => null);
  if (content?.includes(title) && (title || !file.startsWith('test/'))) continue;
  missing += 1;
  console.error(`SECURITY.md: ${content === null ? 'there is no' : `no “${title}” in`} ${file}`);
}
const tested = links.filter(([, file = '']) => file.startsWith('test/')).length;
if (tested === 0) console.error(`${fileURLToPath(root)}: SECURITY.md names no test.`);
process.exitCode = missing > 0 || tested === 0 ? 1 : 0;
