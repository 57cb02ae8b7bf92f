// @ts-check
/**
 * Runs tests in WebKitGTK: starts an X server nobody sees and WebKitWebDriver, both on numbers found to be free, and
 * leaves neither behind, however the run ends.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebdriverLauncher } from '@web/test-runner-webdriver';

/**
 * @typedef {import('./browsers.mjs').DrivenBrowser} DrivenBrowser
 * @typedef {{ startSession(id: string, url: string): Promise<void>, isActive(id: string): boolean }} Pages
 * @typedef {{ ensureManagerInitialized(): Promise<void>, driverManager: Pages }} Launcher What the types keep private.
 */

const startTimeout = 20_000;

export class WebKitLauncher extends WebdriverLauncher {
  /** One page at a time, and that one a real page: more would be put into iframes, where focus is another matter. */
  concurrency = 1;

  #browser;
  /** @type {import('node:child_process').ChildProcess[]} */
  #processes = [];
  /** @type {string | undefined} */
  #home;
  #clean = () => this.#killAll();

  /** @param {DrivenBrowser} browser */
  constructor(browser) {
    super({
      hostname: '127.0.0.1',
      path: '/',
      // Asked a second time, the driver would load the page of one file into the next.
      connectionRetryCount: 0,
      // The types do not know the engine's own capability.
      capabilities: /** @type {{}} */ ({
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        // A page tells by itself when its tests are over. Told to wait for it, the driver can lose a page that is left early.
        pageLoadStrategy: 'none',
        'webkitgtk:browserOptions': { binary: browser.executablePath, args: ['--automation'] },
      }),
    });
    this.#browser = browser;
  }

  /** @param {Parameters<WebdriverLauncher['initialize']>[0]} config */
  async initialize(config) {
    // The launcher decides by the config's concurrency whether to use iframes.
    await super.initialize({ ...config, concurrency: 1 });
    this.name = 'WebKit';
    process.once('exit', this.#clean);
    this.#home = mkdtempSync(join(tmpdir(), 'webkit-'));
    const display = await this.#startDisplay();
    /** @type {any} */ (this).options.port = await this.#startDriver(display);
  }

  /**
   * The runner's own launcher starts a navigation and lets go of it: one that fails ends the whole run, all engines. Here
   * one that breaks off with its page is let go in silence; any other is told of, and its file fails by its time limit.
   *
   * @param {string} id
   * @param {string} url
   */
  async startSession(id, url) {
    const pages = await pagesOf(/** @type {Launcher} */ (/** @type {unknown} */ (this)));
    pages.startSession(id, url).catch(error => {
      if (pages.isActive(id)) console.error(error);
    });
  }

  async stop() {
    await super.stop();
    const ended = this.#processes.map(ending);
    this.#killAll();
    await Promise.all(ended);
    process.off('exit', this.#clean);
  }

  /** Xvfb takes the first display that is free, and writes down which. @returns {Promise<string>} */
  #startDisplay() {
    const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-noreset'];
    const xvfb = this.#start(this.#browser.xvfb, args, {}, ['ignore', 'ignore', 'ignore', 'pipe']);
    return new Promise((resolve, reject) => {
      setTimeout(reject, startTimeout, new Error('Xvfb did not start in time.')).unref();
      xvfb.once('error', reject);
      xvfb.once('exit', code => {
        reject(new Error(`Xvfb ended with ${String(code)} before it had a display.`));
      });
      let text = '';
      xvfb.stdio[3]?.on('data', chunk => {
        text += String(chunk);
        if (text.includes('\n')) resolve(`:${text.trim()}`);
      });
    });
  }

  /** @param {string} display @returns {Promise<number>} */
  async #startDriver(display) {
    const port = await freePort();
    const home = this.#home ?? '';
    const env = {
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      // Layers drawn by software cost more than all else that the engine does here.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      NO_AT_BRIDGE: '1',
      GSETTINGS_BACKEND: 'memory',
      XDG_CACHE_HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
    };
    const driver = this.#start(this.#browser.driver, [`--port=${String(port)}`, '--host=127.0.0.1'], env, 'ignore');
    /** @type {Error | undefined} */
    let failure;
    driver.once('error', error => (failure = error));
    driver.once('exit', code => (failure ??= new Error(`WebKitWebDriver ended with ${String(code)}.`)));
    for (const since = Date.now(); Date.now() - since < startTimeout;) {
      if (failure) throw failure;
      if (await answers(port)) return port;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error('WebKitWebDriver did not start in time.');
  }

  /**
   * Each in a process group of its own, so that what it starts in turn goes with it.
   *
   * @param {string} command
   * @param {string[]} args
   * @param {NodeJS.ProcessEnv} env
   * @param {import('node:child_process').StdioOptions} stdio
   */
  #start(command, args, env, stdio) {
    const child = spawn(command, args, { stdio, env: { ...process.env, ...env }, detached: true });
    child.unref();
    this.#processes.push(child);
    return child;
  }

  /** The driver and its browser first, the display last. */
  #killAll() {
    for (const { pid } of this.#processes.reverse()) {
      try {
        if (pid) process.kill(-pid, 'SIGTERM');
      } catch {
        // gone already
      }
    }
    this.#processes = [];
    if (this.#home) rmSync(this.#home, { recursive: true, force: true });
  }
}

/** @param {Launcher} launcher @returns {Promise<Pages>} */
async function pagesOf(launcher) {
  await launcher.ensureManagerInitialized();
  return launcher.driverManager;
}

/** Waits for a process to be gone, but not for ever. @param {import('node:child_process').ChildProcess} child */
function ending(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    child.once('exit', resolve);
    setTimeout(resolve, 5000).unref();
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('No port is free.'));
      });
    });
  });
}

/** @param {number} port */
async function answers(port) {
  try {
    return (await fetch(`http://127.0.0.1:${String(port)}/status`)).ok;
  } catch {
    return false;
  }
}
