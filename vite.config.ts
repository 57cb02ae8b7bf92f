import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { docs } from './demo/docs/plugin.js';
import { sandbox } from './demo/sandbox/plugin.js';
import { shop } from './demo/shop/server.js';

/** The demo: the shop on one origin, the local stand-in for Flinks on another, so that messages really cross origins. */
const shopPort = Number(process.env['PORT'] ?? 4170);
const sandboxPort = Number(process.env['SANDBOX_PORT'] ?? shopPort + 1);
const sandboxOrigin = `http://localhost:${String(sandboxPort)}`;

/** For the tests of the whole, where the build is the present one: the element as it is shipped, in one file. */
const shipped: Plugin = {
  name: 'shipped',
  enforce: 'pre',
  apply: () => process.env['BUILT'] === 'true',
  resolveId: source => (source.endsWith('/src/index.js') ? resolve('dist/cdn/flinks-geft-status.js') : null),
};

export default defineConfig({
  appType: 'mpa',
  // Lit as merchants get it: its development build talks to the console.
  resolve: { conditions: ['module', 'browser', 'production'] },
  // Not the samples of the documentation, which import what is not there.
  optimizeDeps: { entries: ['index.html', 'demo/*.html', 'demo/docs/*.ts', 'test/e2e/pages/*.html'] },
  // A page under test stays as it is, whatever is being edited meanwhile.
  server: { port: shopPort, strictPort: true, ...(process.env['E2E'] ? { hmr: false, watch: null } : {}) },
  plugins: [shipped, sandbox({ port: sandboxPort }), shop({ sandboxOrigin }), docs()],
  // `npm run build:docs`: the documentation by itself, to be put anywhere.
  base: './',
  build: { outDir: '.cache/docs', emptyOutDir: true },
});
