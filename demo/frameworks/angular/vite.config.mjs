// @ts-check
import { join } from 'node:path';
import { transformAsync } from '@babel/core';
import linkerPlugin from '@angular/compiler-cli/linker/babel';
import { defineConfig } from 'vite';

/**
 * Angular's own compiler has made `dist/` from `src/`, ahead of time; this puts it into one file, and finishes Angular's
 * packages, which are published half compiled. `ng build` does the same, with some hundred packages more.
 */
const root = import.meta.dirname;
const project = join(root, '..', '..', '..');

/** @type {import('vite').Plugin} */
const linker = {
  name: 'angular-linker',
  async transform(code, id) {
    if (!id.includes('@angular') || !code.includes('ɵɵngDeclare')) return null;
    const options = { filename: id, plugins: [linkerPlugin], configFile: false, babelrc: false, compact: false };
    const linked = await transformAsync(code, options);
    return linked?.code ? { code: linked.code, map: null } : null;
  },
};

export default defineConfig({
  root,
  base: './',
  define: { ngDevMode: 'false', ngJitMode: 'false' },
  resolve: {
    conditions: ['module', 'browser', 'production'],
    alias: { 'flinks-geft-status': join(project, 'dist', 'index.js') },
  },
  plugins: [linker],
  build: {
    target: 'es2022',
    outDir: join(project, '.cache', 'frameworks', 'angular'),
    emptyOutDir: true,
    reportCompressedSize: false,
  },
});
