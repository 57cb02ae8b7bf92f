// @ts-check
/** What the payer reads in each case, and what leads there: tables, from the catalogues, the protocol and the gallery's cases. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * @typedef {readonly [title: string, body: string]} Text
 * @typedef {{ lang: string, texts: Record<string, Text>, stages: readonly string[] }} Catalogue
 * @typedef {{ id: string, title: readonly [string, string], told: string, wanted: { phase: string } }} Case
 */

const root = fileURLToPath(new URL('..', import.meta.url));

/** @returns {Promise<Record<'texts' | 'codes' | 'steps', string[][]>>} each a heading, then its rows */
export async function phaseTables() {
  const { en } = await load('src/locale/en.ts');
  const { fr } = await load('src/locale/fr.ts');
  const { cases } = await load('demo/gallery/cases.ts');
  const { outcomeOf } = await load('src/protocol/session-status.ts');
  const { effectOf } = await load('src/protocol/flow-message.ts');
  const pairs = await pairsOfStatus();
  const steps = await namesIn('src/protocol/flow-message.ts', 'FLOW_STEPS', /^ {2}([A-Z_]+):/gm);
  return {
    texts: textRows(cases, [en, fr]),
    codes: [
      ['status', 'code', 'phase'],
      ...pairs.map(([status, code]) => [`\`${status}\``, code ? `\`${code}\`` : '–', `\`${outcomeOf(status, code)}\``]),
    ],
    steps: [['message', 'step or phase'], ...steps.map(step => [`\`${step}\``, effectIn(effectOf(step), en)])],
  };
}

/** @param {Case[]} cases @param {Catalogue[]} catalogues */
function textRows(cases, catalogues) {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const head = ['case', 'phase', 'by', ...catalogues.map(({ lang }) => String(names.of(lang)))];
  const said = new Set(cases.map(keyOf(catalogues[0])));
  const silent = Object.keys(catalogues[0]?.texts ?? {}).filter(key => !said.has(key));
  if (silent.length > 0) throw new Error(`demo/gallery/cases.ts has no case for: ${silent.join(', ')}.`);
  const rows = cases.map(example => [
    example.title[0],
    `\`${example.wanted.phase}\``,
    example.told === '—' ? '–' : `\`${example.told}\``,
    ...catalogues.map(catalogue => {
      const [title, body] = catalogue.texts[keyOf(catalogue)(example)] ?? ['', ''];
      return `**${title}** ${body}`;
    }),
  ]);
  return [head, ...rows];
}

/** Whose words a case has: its code's, those of an unconfirmed success, or its phase's. @param {Catalogue | undefined} catalogue */
function keyOf(catalogue) {
  return (/** @type {Case} */ { id, wanted }) => (catalogue && id in catalogue.texts ? id : wanted.phase);
}

/** @param {number | string} effect @param {Catalogue} catalogue */
function effectIn(effect, { stages }) {
  return typeof effect === 'number' ? `${String(effect + 1)}. ${stages[effect] ?? ''}` : `\`${effect}\``;
}

/** Each status with each of its codes, as the protocol's table has them. @returns {Promise<string[][]>} */
async function pairsOfStatus() {
  const lines = await namesIn('src/protocol/session-status.ts', 'MEANINGS', /^ {2}([A-Z]\w+: .*)$/gm);
  return lines.flatMap(line => {
    const [status = ''] = line.split(':');
    return [...line.matchAll(/(EFT\d+|''): /g)].map(([, code = '']) => [status, code.replace("''", '')]);
  });
}

/** What a pattern finds in the table of this name. @param {string} file @param {string} table @param {RegExp} pattern */
async function namesIn(file, table, pattern) {
  const text = await readFile(new URL(`../${file}`, import.meta.url), 'utf8');
  const [, inside = ''] = new RegExp(`const ${table} = \\{\\n(.*?)\\n\\} as const`, 's').exec(text) ?? [];
  const names = [...inside.matchAll(pattern)].map(([, name = '']) => name);
  if (names.length === 0 || names.length < inside.split('\n').length)
    throw new Error(`${file}: ${table} is written otherwise.`);
  return names;
}

/** @param {string} file @returns {Promise<Record<string, any>>} */
async function load(file) {
  const { module } = await runnerImport(`${root}${file}`, { root, configFile: false, logLevel: 'error' });
  return /** @type {Record<string, any>} */ (module);
}
