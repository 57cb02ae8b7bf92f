// @ts-check
/** What editors read: custom data for VS Code, web-types for JetBrains' editors. */

/**
 * @typedef {import('./manifest.mjs').ElementDescription} ElementDescription
 * @typedef {import('./manifest.mjs').Setting} Setting
 */

/** @param {ElementDescription} element @param {string} version @returns {Record<string, unknown>} the files, by name */
export function editorData(element, version) {
  return {
    'vscode.html-custom-data.json': vscodeHtml(element),
    'vscode.css-custom-data.json': vscodeCss(element),
    'web-types.json': webTypes(element, version),
  };
}

/** The settings that can be written in HTML. @param {ElementDescription} element */
function attributes({ settings, lang }) {
  return [...settings, lang].filter(({ attribute }) => attribute);
}

/** What a type names, word for word: `'en' | 'fr'`. @param {string} type */
function valuesOf(type) {
  return [...type.matchAll(/'([^']*)'/g)].map(([, value = '']) => value);
}

/** The description, and what holds where nothing is set. @param {Setting} setting */
function words({ description, default: value }) {
  return value ? `${description}\n\nDefault: ${asText(value)}` : description;
}

/** A default that is one word is a value; others say what happens. @param {string} value */
export function asText(value) {
  return /[\s`]/.test(value) ? value : `\`${value}\``;
}

/** @param {string} value */
function markdown(value) {
  return { kind: 'markdown', value };
}

/** @param {ElementDescription} element */
function vscodeHtml(element) {
  const list = (/** @type {{ name: string, description: string }[]} */ items) =>
    items.map(({ name, description }) => `- \`${name}\`: ${description}`).join('\n');
  const { tag, description, slots, events } = element;
  return {
    version: 1.1,
    tags: [
      {
        name: tag,
        description: markdown(`${description}\n\nSlots:\n\n${list(slots)}\n\nEvents:\n\n${list(events)}`),
        attributes: attributes(element).map(setting => ({
          name: setting.attribute,
          description: markdown(words(setting)),
          ...(setting.kind === 'flag' ? { valueSet: 'v' } : {}),
          values: valuesOf(setting.type).map(name => ({ name })),
        })),
      },
    ],
    globalAttributes: [
      {
        name: 'slot',
        description: markdown(`Inside \`<${tag}>\`:\n\n${list(slots)}`),
        values: slots.map(({ name, description: what }) => ({ name, description: markdown(`\`<${tag}>\`: ${what}`) })),
      },
    ],
  };
}

/** @param {ElementDescription} element */
function vscodeCss({ tag, cssProperties, parts, states }) {
  const inside = (/** @type {string} */ kind) => (/** @type {{ name: string, description: string }} */ item) => ({
    name: `${kind}(${item.name})`,
    description: markdown(`\`<${tag}>\`: ${item.description}`),
  });
  return {
    version: 1.1,
    properties: cssProperties.map(({ name, description, default: value }) => ({
      name,
      description: markdown(`\`<${tag}>\`: ${description}\n\nDefault: \`${value ?? ''}\``),
    })),
    pseudoElements: parts.map(inside('::part')),
    pseudoClasses: states.map(inside(':state')),
  };
}

/** @param {ElementDescription} element @param {string} version */
function webTypes(element, version) {
  const { tag, description, settings, facts, events, slots, parts, cssProperties } = element;
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: 'flinks-geft-status',
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: [
          {
            name: tag,
            description,
            source: { module: 'flinks-geft-status', symbol: element.className },
            attributes: attributes(element).map(webTypesAttribute),
            slots,
            js: {
              properties: [
                ...settings.map(({ attribute, kind, ...setting }) => ({
                  ...setting,
                  default: setting.default ?? 'null',
                })),
                ...facts.map(fact => ({ ...fact, 'read-only': true })),
              ],
              events,
            },
            css: { properties: cssProperties, parts },
          },
        ],
      },
    },
  };
}

/** @param {Setting} setting */
function webTypesAttribute(setting) {
  const { attribute, description, type, kind, default: value } = setting;
  const values = valuesOf(type);
  return {
    name: attribute,
    description,
    ...(value === null ? {} : { default: value }),
    required: false,
    value: kind === 'flag' ? { kind: 'no-value', type: 'boolean' } : { kind: 'plain', type: plainType(kind, values) },
  };
}

/** @param {string} kind @param {string[]} values those that are known; there may be others */
function plainType(kind, values) {
  if (kind === 'number') return 'number';
  return values.length > 0 ? [...values.map(value => `'${value}'`), 'string'] : 'string';
}
