import { normalizePath, type Plugin } from 'vite';
import { pages, type DocsPage } from './pages.js';
import { renderPage } from './render.js';

/** Serves the documentation beside the demo, made anew from its Markdown at each visit; and builds it. */
export function docs(): Plugin {
  let root = '';
  let isBuild = false;
  const pageOfFile = (id: string): DocsPage | undefined =>
    isBuild ? pages.find(({ name }) => id === root + virtualFile(name)) : undefined;
  return {
    name: 'docs',
    config({ root: folder = process.cwd() }, { command }) {
      const input = pages.map(({ name }) => normalizePath(folder) + virtualFile(name));
      return command === 'build' ? { build: { rolldownOptions: { input } } } : {};
    },
    configResolved(config) {
      root = normalizePath(config.root);
      isBuild = config.command === 'build';
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const page = pageAt(request.url ?? '');
        if (!page) {
          next();
          return;
        }
        renderPage(page, { root, isLive: true })
          .then(html => server.transformIndexHtml(`/demo/docs/${page.name}.html`, html))
          .then(
            html => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html),
            (error: unknown) => {
              next(error);
            },
          );
      });
      server.watcher.on('change', file => {
        if (pages.some(page => normalizePath(file) === `${root}/${page.file}`)) server.ws.send({ type: 'full-reload' });
      });
    },
    // For the build: pages that are in no file.
    resolveId(id) {
      return pageOfFile(id) ? id : null;
    },
    load(id) {
      const page = pageOfFile(id);
      return page ? renderPage(page, { root, isLive: false }) : null;
    },
  };
}

function virtualFile(name: string): string {
  return `/${name}.html`;
}

function pageAt(url: string): DocsPage | undefined {
  const found = /^\/demo\/docs\/(?:([a-z]+)\.html)?(?:[?#]|$)/.exec(url);
  return found ? pages.find(({ name }) => name === (found[1] ?? 'index')) : undefined;
}
