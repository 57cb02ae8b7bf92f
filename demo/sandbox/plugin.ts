import type { Plugin } from 'vite';
import { startSandbox } from './server.js';
import type { RunningSandbox } from './server.js';

declare global {
  /** The sandboxes of this process. Vite starts a new server before it closes the old one, and loads this file anew. */
  var flinksSandboxes: Map<number, RunningSandbox> | undefined;
}

/** Runs the sandbox next to Vite's server, on an origin of its own. */
export function sandbox({ port }: { port: number }): Plugin {
  let running: RunningSandbox | undefined;
  return {
    name: 'flinks-sandbox',
    apply: 'serve',
    async configureServer(server) {
      const sandboxes = (globalThis.flinksSandboxes ??= new Map<number, RunningSandbox>());
      await sandboxes.get(port)?.close();
      running = await startSandbox({ port });
      sandboxes.set(port, running);
      server.config.logger.info(`  Flinks sandbox: ${running.origin}/  control panel: ${running.origin}/sandbox/`);
    },
    async closeBundle() {
      await running?.close();
    },
  };
}
