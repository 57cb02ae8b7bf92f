// @ts-check
/**
 * The element's types for the templates of frameworks: JSX of React, Preact and Solid, Svelte's markup, Vue's templates.
 * Each framework has its own way to set what it is given, so each says what it takes:
 *
 * - React sets a property where the element has one of that name, else an attribute, which `false` removes; `on…` listens
 *   to the event named exactly so (react-dom, `setPropOnCustomElement`).
 * - Preact does the same, but makes `''` of a property's `null` (preact, `setProperty`), which is not “nothing” here.
 * - Solid turns `kebab-case` into the property, or into the attribute where the value is a literal; `camelCase` is lost
 *   without `prop:` (solid-js, `toPropertyName`).
 * - Svelte sets a property where the element has one of that name, else an attribute, which `false` does not remove
 *   (svelte, `set_custom_element_data`).
 * - Vue does as Svelte (@vue/runtime-dom, `patchProp`); its checker takes `kebab-case` and `camelCase` for
 *   the same, so that a number may be the text of one.
 */
import { asText } from './editor-data.mjs';

/**
 * @typedef {import('./manifest.mjs').ElementDescription} ElementDescription
 * @typedef {import('./manifest.mjs').Setting} Setting
 * @typedef {{ name: string, type: string, description: string, default?: string | null }} Prop
 * @typedef {Prop & { property: string, kind: import('./manifest.mjs').Kind }} Attribute
 * @typedef {{ imports: string[], base: string[], props: Prop[], into: string, declaration: string[] }} Template
 */

/** @param {ElementDescription} element @returns {Record<string, string>} the files, by name */
export function frameworkTypes(element) {
  const templates = { react, preact, solid, svelte, vue };
  return Object.fromEntries(
    Object.entries(templates).map(([name, template]) => [`${name}.d.ts`, moduleOf(element, template(element))]),
  );
}

/** @param {ElementDescription} element @returns {Template} */
function react(element) {
  return {
    imports: [`import type { ClassAttributes, HTMLAttributes } from 'react';`],
    base: [`ClassAttributes<${element.className}>`, `HTMLAttributes<${element.className}>`],
    props: [
      ...attributes(element, "boolean | ''").filter(isApart),
      ...properties(element),
      ...handlers(element, name => `on${name}`),
      ...handlers(element, name => `on${name}Capture`),
    ],
    into: 'react',
    declaration: ['namespace JSX {', '  interface IntrinsicElements {', `    '${element.tag}': Props;`, '  }', '}'],
  };
}

/** @param {ElementDescription} element @returns {Template} */
function preact(element) {
  return {
    ...react(element),
    imports: [`import type { ClassAttributes, HTMLAttributes } from 'preact';`],
    props: [
      ...attributes(element, "boolean | ''").filter(isApart),
      ...properties(element, type => `NonNullable<${type}>`),
      ...handlers(element, name => `on${name}`),
      ...handlers(element, name => `on${name}Capture`),
    ],
    into: 'preact',
  };
}

/** @param {ElementDescription} element @returns {Template} */
function solid(element) {
  const { className, events } = element;
  const named = attributes(element, 'boolean');
  const withPrefix = (/** @type {string} */ prefix, /** @type {Prop[]} */ props) =>
    props.map(prop => ({ ...prop, name: `${prefix}:${prop.name}` }));
  const listener = (/** @type {string} */ type) => `JSX.EventHandlerWithOptionsUnion<${className}, ${type}>`;
  return {
    ...react(element),
    imports: [`import type { JSX } from 'solid-js';`],
    base: [`JSX.HTMLAttributes<${className}>`],
    props: [
      ...named,
      ...withPrefix(
        'attr',
        named.filter(({ kind }) => kind !== 'flag'),
      ),
      ...withPrefix(
        'bool',
        named.filter(({ kind }) => kind === 'flag'),
      ),
      ...withPrefix('prop', properties(element)),
      ...withPrefix(
        'on',
        events.map(event => ({ ...event, type: listener(event.type) })),
      ),
    ],
    into: 'solid-js',
  };
}

/** @param {ElementDescription} element @returns {Template} */
function svelte(element) {
  return {
    imports: [`import type { HTMLAttributes } from 'svelte/elements';`],
    base: [`HTMLAttributes<${element.className}>`],
    props: [
      ...attributes(element, "true | ''").filter(isApart),
      ...properties(element),
      ...handlers(element, name => `on${name}`),
      ...handlers(element, name => `on${name}capture`),
    ],
    into: 'svelte/elements',
    declaration: ['interface SvelteHTMLElements {', `  '${element.tag}': Props;`, '}'],
  };
}

/** @param {ElementDescription} element @returns {Template} */
function vue(element) {
  const orText = properties(element).map(prop =>
    prop.kind === 'number' ? { ...prop, type: `${prop.type} | \`\${number}\`` } : prop,
  );
  return {
    imports: [`import type { HTMLAttributes, PublicProps } from 'vue';`],
    base: ['HTMLAttributes'],
    props: [...orText, ...handlers(element, name => `on${pascal(name)}`)],
    into: 'vue',
    declaration: [
      'interface GlobalComponents {',
      `  '${element.tag}': new () => ${element.className} & { $props: Props & PublicProps };`,
      '}',
      '',
      '/** Vue 2 had a meaning of its own for it, and Vue 3 has left it out. */',
      'interface HTMLAttributes {',
      '  slot?: string | undefined;',
      '}',
    ],
  };
}

/**
 * What goes by an attribute's name.
 *
 * @param {ElementDescription} element
 * @param {string} flag what the framework takes for an attribute that is there or not
 * @returns {Attribute[]}
 */
function attributes({ settings }, flag) {
  const types = {
    text: 'string | null',
    number: 'number | `${number}` | null',
    flag: `${flag} | null`,
    object: 'never',
  };
  return settings.flatMap(({ attribute, name, ...setting }) =>
    attribute ? [{ ...setting, name: attribute, property: name, type: types[setting.kind] }] : [],
  );
}

/** Whether there is no property of that name, which would come first. @param {Attribute} attribute */
function isApart({ name, property }) {
  return name !== property;
}

/**
 * @param {ElementDescription} element
 * @param {(type: string) => string} [narrow]
 * @returns {(Prop & Pick<Setting, 'kind'>)[]}
 */
function properties({ settings, className }, narrow = type => type) {
  return settings.map(setting => ({ ...setting, type: narrow(`${className}['${setting.name}']`) }));
}

/** @param {ElementDescription} element @param {(event: string) => string} name @returns {Prop[]} */
function handlers({ events, className }, name) {
  return events.map(event => ({
    ...event,
    name: name(event.name),
    type: `((event: ${event.type} & { readonly currentTarget: ${className} }) => void) | null`,
  }));
}

/** @param {string} name */
function pascal(name) {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}

/** @param {ElementDescription} element @param {Template} template */
function moduleOf({ tag, className, events }, { imports, base, props, into, declaration }) {
  const lines = props.flatMap(({ name, type, ...prop }) => [
    ...comment(prop).map(line => `  ${line}`),
    `  ${/^\w+$/.test(name) ? name : `'${name}'`}?: ${type} | undefined;`,
  ]);
  return [
    `// Made from custom-elements.json by the build.`,
    ...imports,
    `import type { ${[className, ...events.map(({ type }) => type)].sort().join(', ')} } from '../index.js';`,
    '',
    `export * from '../index.js';`,
    '',
    `/** What \`<${tag}>\` takes in a template. */`,
    `export interface ${className}Props extends ${base.join(', ')} {`,
    ...lines,
    '}',
    '',
    `declare module '${into}' {`,
    ...declaration.map(line => line && `  ${line.replace(/\bProps\b/, `${className}Props`)}`),
    '}',
    '',
  ].join('\n');
}

/** @param {{ description: string, default?: string | null }} prop */
function comment({ description, default: value }) {
  const text = value ? `${description} Default: ${asText(value)}.` : description;
  return [`/** ${text.replaceAll('*/', '*\\/')} */`];
}
