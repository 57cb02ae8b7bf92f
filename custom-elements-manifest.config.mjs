// @ts-check
/** The element's manifest, `custom-elements.json`: what editors and documentation tools know of it. */
import { posix } from 'node:path';

const tag = 'flinks-geft-status';

export default {
  globs: ['src/index.ts', 'src/element/index.ts', `src/element/${tag}.ts`, 'src/element/events.ts'],
  outdir: '.',
  litelement: true,
  plugins: [
    { name: 'defaults-in-words', analyzePhase: defaultsInWords },
    { name: 'as-published', packageLinkPhase: asPublished },
  ],
};

/** @typedef {{ name: string, fieldName?: string, privacy?: string, default?: string }} Member */
/** @typedef {{ kind: string, name: string, members?: Member[], attributes?: Member[] }} Declaration */

/**
 * `null` says little of what happens where nothing is set: a `@default` of a property's comment comes before its initial
 * value.
 *
 * @param {{ ts: import('typescript'), node: import('typescript').Node, moduleDoc: { declarations?: Declaration[] } }} context
 */
function defaultsInWords({ ts, node, moduleDoc }) {
  if (!ts.isClassDeclaration(node)) return;
  const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
  for (const member of node.members) {
    const comment = ts.getJSDocTags(member).find(({ tagName }) => tagName.text === 'default')?.comment;
    const name = member.name && ts.isIdentifier(member.name) ? member.name.text : '';
    if (!comment) continue;
    const described = [
      declaration?.members?.find(field => field.name === name),
      declaration?.attributes?.find(attribute => attribute.fieldName === name),
    ];
    for (const item of described) if (item) item.default = ts.getTextOfJSDocComment(comment);
  }
}

/**
 * The sources are not part of the package: says where a module is in `dist/`, and leaves out what is private, or the
 * browser's business.
 *
 * @param {{ customElementsManifest: { modules: { path: string }[] } }} context
 */
function asPublished({ customElementsManifest }) {
  customElementsManifest.modules = customElementsManifest.modules.map(module =>
    JSON.parse(JSON.stringify(module), function (key, value) {
      if (key === 'path' || (key === 'module' && typeof value === 'string')) return published(value, module.path);
      if (key === 'members' && Array.isArray(value)) return value.filter(member => isPublic(member));
      if (key === 'declarations') return value.filter((/** @type {Declaration} */ { kind }) => kind !== 'variable');
      if (key === 'name' && value === 'TAG') return tag;
      if (key === 'description') return readable(value);
      return value;
    }),
  );
}

/**
 * Lines are broken where the source is full, which says nothing elsewhere; nor do the pages of Flinks' that its comments
 * name.
 *
 * @param {string} description
 */
function readable(description) {
  return description.replaceAll(/(?<!\n)\n(?!\n)/g, ' ').replaceAll(/ \(reference page [^)]*\)/g, '');
}

/** @param {string} path @param {string} from the module that names it */
function published(path, from) {
  const whole = path.startsWith('.') ? posix.join(posix.dirname(from), path) : path;
  return whole.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
}

/** @param {Member} member */
function isPublic({ name, privacy = 'public' }) {
  return privacy === 'public' && !name.startsWith('#') && !/^form.*Callback$/.test(name);
}
