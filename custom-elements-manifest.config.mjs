// @ts-check
/** The element's manifest, `custom-elements.json`: what editors and documentation tools know of it. */
export default {
  globs: ['src/index.ts', 'src/element/**/*.ts'],
  exclude: ['**/*.test.ts'],
  outdir: '.',
  litelement: true,
  plugins: [{ name: 'as-published', packageLinkPhase: asPublished }],
};

/**
 * The sources are not part of the package: says where a module is in `dist/`, and leaves out what is private.
 *
 * @param {{ customElementsManifest: { modules: unknown[] } }} context
 */
function asPublished({ customElementsManifest }) {
  customElementsManifest.modules = customElementsManifest.modules.map(module =>
    JSON.parse(JSON.stringify(module), (key, value) => {
      if ((key === 'path' || key === 'module') && typeof value === 'string') return published(value);
      if (key === 'members' && Array.isArray(value)) return value.filter(member => isPublic(member));
      return value;
    }),
  );
}

/** @param {string} path */
function published(path) {
  return path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
}

/** @param {{ name: string, privacy?: string }} member */
function isPublic({ name, privacy = 'public' }) {
  return privacy === 'public' && !name.startsWith('#');
}
