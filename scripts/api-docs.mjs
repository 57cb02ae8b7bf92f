// @ts-check
/**
 * The README's tables of the API, made from `custom-elements.json`. They stand between comments:
 *
 *   <!-- api: settings -->  …  <!-- /api -->
 *
 * `npm run docs` writes them, after a build; with `--check`, as in the build itself, they are only compared.
 */
import { readFile, realpath, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { asText } from './editor-data.mjs';
import { readElement } from './manifest.mjs';

/**
 * @typedef {import('./manifest.mjs').ElementDescription} ElementDescription
 * @typedef {import('./manifest.mjs').Named} Named
 */

const readme = new URL('../README.md', import.meta.url);

/** Where the README says more; in an editor, a link into it would lead nowhere. */
const links = {
  'for a relay': 'for [a relay](#a-relay)',
  'the details of the session': '[the details of the session](#session-details)',
  'which a form sends': 'which [a form](#in-a-form) sends',
  'Texts of your own': '[Texts of your own](#texts-of-your-own)',
  'The language of the texts': '[The language](#languages) of the texts',
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

/** The README as it should be. @param {ElementDescription} element @param {string} text */
async function updated(element, text) {
  const used = new Set();
  const whole = text.replaceAll(/(<!-- api: (\w+) -->\n).*?(<!-- \/api -->)/gs, (_, start, name, end) => {
    const rows = tables[name]?.(element);
    if (!rows) throw new Error(`README.md: there is no table “${name}”.`);
    used.add(name);
    return `${start}\n${linked(markdown(rows), used)}\n\n${end}`;
  });
  const missing = [...Object.keys(tables), ...Object.keys(links)].filter(name => !used.has(name));
  if (missing.length > 0) throw new Error(`README.md has no place for: ${missing.join(', ')}.`);
  return format(whole, { ...(await resolveConfig(fileURLToPath(readme))), parser: 'markdown' });
}

/** @param {string} table @param {Set<string>} used */
function linked(table, used) {
  return Object.entries(links).reduce((text, [words, link]) => {
    if (text.includes(words)) used.add(words);
    return text.replace(words, link);
  }, table);
}

/** Throws when the tables are behind the manifest. @param {ElementDescription} element */
export async function checkReadme(element) {
  const text = await readFile(readme, 'utf8');
  if (text !== (await updated(element, text))) {
    throw new Error('README.md: the tables are not those of custom-elements.json. `npm run docs` makes them anew.');
  }
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  const element = await readElement();
  if (process.argv.includes('--check')) await checkReadme(element);
  else await writeFile(readme, await updated(element, await readFile(readme, 'utf8')));
}
