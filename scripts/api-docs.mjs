// @ts-check
/**
 * What the README and `docs/` need not say by hand: tables of the API, made from `custom-elements.json`; tables of phases
 * and codes, made from the catalogues and the protocol; samples, which are files that tests run.
 *
 *   <!-- api: settings -->  …  <!-- /api -->
 *   <!-- texts -->  …  <!-- /texts -->
 *   <!-- sample: demo/docs/samples/look.css -->, and below it the file
 *
 * `npm run docs` writes them, after a build; with `--check`, as in the build itself, they are only compared.
 */
import { readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { asText } from './editor-data.mjs';
import { readElement } from './manifest.mjs';
import { phaseTables } from './phase-tables.mjs';

/**
 * @typedef {import('./manifest.mjs').ElementDescription} ElementDescription
 * @typedef {import('./manifest.mjs').Named} Named
 */

const root = new URL('../', import.meta.url);
const readme = 'README.md';

/** Where the README says more; in an editor, a link into it would lead nowhere. */
const links = {
  'for a relay': 'for [a relay](docs/server.md#a-relay)',
  'the details of the session': '[the details of the session](docs/server.md#session-details)',
  'which a form sends': 'which [a form](docs/forms.md) sends',
  'Texts of your own': '[Texts of your own](docs/languages.md#texts-of-your-own)',
  'The language of the texts': '[The language](docs/languages.md) of the texts',
};

/** @type {Readonly<Record<string, (element: ElementDescription) => string[][]>>} The tables: a heading, then their rows. */
const tables = {
  settings: ({ settings, lang }) => [
    ['attribute', 'property', 'default', 'meaning'],
    ...[...settings, lang].map(({ attribute, name, default: value, description }) => [
      attribute ? code(attribute) : '–',
      code(name),
      value ? asText(value) : '–',
      description,
    ]),
  ],
  facts: ({ facts }) => [
    ['property', 'type', 'meaning'],
    ...facts.map(({ name, type, description }) => [code(name), code(type), description]),
  ],
  methods: ({ methods }) => [
    ['method', 'meaning'],
    ...methods.map(({ name, returns, description }) => [code(`${name}(): ${returns}`), description]),
  ],
  events: ({ events }) => [
    ['event', 'type', 'when'],
    ...events.map(({ name, type, description }) => [code(name), code(type), description]),
  ],
  slots: ({ slots }) => list('slot', slots),
  properties: ({ cssProperties }) => [
    ['property', 'default', 'what'],
    ...cssProperties.map(({ name, default: value, description }) => [code(name), code(value ?? ''), description]),
  ],
  parts: ({ parts }) => list('part', parts),
  states: ({ states }) => list('state', states),
};

/** @param {string} heading @param {Named[]} items */
function list(heading, items) {
  return [[heading, 'what'], ...items.map(({ name, description }) => [code(name), description])];
}

/** @param {string} text */
function code(text) {
  return `\`${text}\``;
}

/** @param {string[][]} rows */
function markdown([heading = [], ...rows]) {
  return [heading, heading.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

/**
 * The files as they should be, by name.
 *
 * @param {ElementDescription} element
 * @returns {Promise<Map<string, { text: string, wanted: string }>>}
 */
async function updated(element) {
  const used = new Set();
  const phases = await phaseTables();
  const docs = (await readdir(new URL('docs/', root))).filter(name => name.endsWith('.md')).map(name => `docs/${name}`);
  const files = new Map();
  for (const file of [readme, 'demo/merchant-server/README.md', ...docs.sort()]) {
    const text = await readFile(new URL(file, root), 'utf8');
    const tabled = withPhases(withApi(text, file, element, used), phases, used);
    const whole = await withSamples(tabled, file);
    const options = { ...(await resolveConfig(fileURLToPath(new URL(file, root)))), parser: 'markdown' };
    files.set(file, { text, wanted: await format(whole, options) });
  }
  const missing = [...Object.keys(tables), ...Object.keys(phases), ...Object.keys(links)].filter(
    name => !used.has(name),
  );
  if (missing.length > 0) throw new Error(`Neither README.md nor docs/ has a place for: ${missing.join(', ')}.`);
  return files;
}

/** @param {string} text @param {string} file @param {ElementDescription} element @param {Set<string>} used */
function withApi(text, file, element, used) {
  return text.replaceAll(/(<!-- api: (\w+) -->\n).*?(<!-- \/api -->)/gs, (_, start, name, end) => {
    const rows = tables[name]?.(element);
    if (!rows) throw new Error(`${file}: there is no table “${name}”.`);
    used.add(name);
    const table = markdown(rows);
    return `${start}\n${file === readme ? linked(table, used) : table}\n\n${end}`;
  });
}

/** @param {string} text @param {Record<string, string[][]>} phases @param {Set<string>} used */
function withPhases(text, phases, used) {
  return Object.entries(phases).reduce((before, [name, rows]) => {
    const place = new RegExp(`(<!-- ${name} -->\\n).*?(<!-- /${name} -->)`, 's');
    if (place.test(before)) used.add(name);
    return before.replace(place, (_, start, end) => `${String(start)}\n${markdown(rows)}\n\n${String(end)}`);
  }, text);
}

/** Below the name of a sample stands the file itself. @param {string} text @param {string} file */
async function withSamples(text, file) {
  const place = /(<!-- sample: (\S+) -->\n)(?:\n```\w*\n.*?\n```\n)?/gs;
  /** @type {Map<string, string>} */
  const samples = new Map();
  for (const [, , path = ''] of text.matchAll(place)) {
    const sample = await readFile(new URL(path, root), 'utf8').catch(() => null);
    if (sample === null) throw new Error(`${file}: there is no sample ${path}.`);
    samples.set(path, sample.trimEnd());
  }
  return text.replaceAll(place, (_, start, path) => {
    return `${start}\n\`\`\`${extname(path).slice(1)}\n${samples.get(path) ?? ''}\n\`\`\`\n`;
  });
}

/** @param {string} table @param {Set<string>} used */
function linked(table, used) {
  return Object.entries(links).reduce((text, [words, link]) => {
    if (text.includes(words)) used.add(words);
    return text.replace(words, link);
  }, table);
}

/** Throws when something is behind what it is made from. @param {ElementDescription} element */
export async function checkDocs(element) {
  const behind = [...(await updated(element))].filter(([, { text, wanted }]) => text !== wanted).map(([file]) => file);
  if (behind.length > 0) {
    throw new Error(
      `${behind.join(', ')}: not what the sources say. \`npm run docs\` makes the tables and samples anew.`,
    );
  }
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  const element = await readElement();
  if (process.argv.includes('--check')) await checkDocs(element);
  else for (const [file, { wanted }] of await updated(element)) await writeFile(new URL(file, root), wanted);
}
