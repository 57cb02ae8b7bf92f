// @ts-check
/** What `custom-elements.json` says of the element, in the form in which the other scripts want it. */
import { readFile } from 'node:fs/promises';

/**
 * @typedef {{ name: string, description: string }} Named
 * @typedef {Named & { default: string | null }} CssProperty
 * @typedef {Named & { type: string, returns: string }} Method
 * @typedef {Named & { type: string }} GeftEvent
 *
 * @typedef {'text' | 'number' | 'flag' | 'object'} Kind How a value is written: `object` is for properties only.
 * @typedef {Named & { attribute: string | null, type: string, kind: Kind, default: string | null }} Setting
 *   A property that a page may set, by its attribute too where it has one.
 *
 * @typedef {Named & {
 *   tag: string,
 *   className: string,
 *   settings: Setting[],
 *   lang: Setting,
 *   facts: (Named & { type: string })[],
 *   methods: Method[],
 *   events: GeftEvent[],
 *   slots: Named[],
 *   parts: Named[],
 *   states: Named[],
 *   cssProperties: CssProperty[],
 * }} ElementDescription `facts` are what a page may read only.
 */

export const manifestFile = new URL('../custom-elements.json', import.meta.url);

/** @returns {Promise<ElementDescription>} */
export async function readElement() {
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
  const declarations = manifest.modules.flatMap(
    (/** @type {{ declarations: unknown[] }} */ module) => module.declarations,
  );
  const element = declarations.find((/** @type {{ customElement?: boolean }} */ { customElement }) => customElement);
  /** @type {Record<string, any>[]} */
  const members = element.members.filter((/** @type {{ static?: boolean }} */ member) => !member.static);
  const fields = members.filter(({ kind }) => kind === 'field');
  const lang = element.attributes.find((/** @type {Named} */ { name }) => name === 'lang');
  return {
    name: element.name,
    tag: element.tagName,
    className: element.name,
    description: element.description,
    settings: fields.filter(({ readonly }) => !readonly).map(setting),
    lang: { ...setting(lang), attribute: 'lang' },
    facts: fields.filter(({ readonly }) => readonly).map(field => ({ ...named(field), type: field['type'].text })),
    methods: members
      .filter(({ kind }) => kind === 'method')
      .map(method => ({
        ...named(method),
        type: `() => ${method['return'].type.text}`,
        returns: method['return'].type.text,
      })),
    events: element.events.map((/** @type {Record<string, any>} */ event) => ({
      ...named(event),
      type: event['type'].text,
    })),
    slots: element.slots.map(named),
    parts: element.cssParts.map(named),
    states: element.cssStates.map(named),
    cssProperties: element.cssProperties.map((/** @type {CssProperty} */ property) => ({
      ...named(property),
      default: property.default,
    })),
  };
}

/** @param {Record<string, any>} item @returns {Named} */
function named({ name, description }) {
  if (!description) throw new Error(`custom-elements.json: ${name} has no description.`);
  return { name, description };
}

/** @param {Record<string, any>} field @returns {Setting} */
function setting(field) {
  const { attribute = null, type, default: value } = field;
  return {
    ...named(field),
    attribute,
    type: type.text,
    kind: kindOf(type.text, attribute ?? field['name']),
    default: value === 'null' || value === undefined ? null : value,
  };
}

/** @param {string} type @param {string} name @returns {Kind} */
function kindOf(type, name) {
  if (type === 'boolean') return 'flag';
  if (type === 'number') return 'number';
  if (/\bstring\b/.test(type)) return 'text';
  if (/^[A-Z]\w* \| null$/.test(type)) return 'object';
  throw new Error(`custom-elements.json: ${name} has a type that is none known here: ${type}.`);
}
