import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { sandbox } from '../sandbox/plugin.js';
import { shop } from '../shop/server.js';

/**
 * The checkouts that a bundler makes, the element taken from the package by its name: `npm run build` comes first.
 * To look at them: `npx vite --config demo/frameworks/vite.config.ts`.
 */
const port = Number(process.env['PORT'] ?? 4172);
const sandboxPort = Number(process.env['SANDBOX_PORT'] ?? port + 1);
const frameworks = ['react', 'vue', 'svelte'];
const out = join(import.meta.dirname, '..', '..', '.cache', 'frameworks');

export default defineConfig(({ mode, isSsrBuild }) => ({
  root: import.meta.dirname,
  base: './',
  appType: 'mpa',
  // Lit as merchants get it, whichever build of the framework is wanted.
  resolve: { conditions: ['module', 'production', ...(isSsrBuild ? ['node'] : ['browser'])] },
  server: { port, strictPort: true },
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: tag => tag.startsWith('flinks-') } } }),
    svelte(),
    sandbox({ port: sandboxPort }),
    shop({ sandboxOrigin: `http://localhost:${String(sandboxPort)}` }),
  ],
  build: {
    target: 'es2022',
    outDir: join(out, isSsrBuild ? 'server' : mode),
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: isSsrBuild
        ? { react: 'react/server.tsx', vue: 'vue/server.ts', svelte: 'svelte/server.ts' }
        : frameworks.map(framework => join(import.meta.dirname, framework, 'index.html')),
    },
  },
}));
