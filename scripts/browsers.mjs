// @ts-check
/**
 * The three engines the tests run in. Imported, it finds them; run as a script (`npm run browsers`) it first installs
 * those that are missing, and then says what is there.
 *
 * `CHROME_PATH` and `FIREFOX_PATH` name a browser outright; then come Playwright's own browsers, then the system's.
 * No Chromium is an error. With `CI=true` all three engines are required.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as playwright from 'playwright';

/**
 * @typedef {import('./browsers.d.mts').Engine} Engine
 * @typedef {import('./browsers.d.mts').Browser} Browser
 * @typedef {import('./browsers.d.mts').DrivenBrowser} DrivenBrowser
 * @typedef {import('./browsers.d.mts').Browsers} Browsers
 */

/** @type {readonly Engine[]} */
export const engines = ['chromium', 'firefox', 'webkit'];

/** @type {Readonly<Record<Engine, string>>} */
export const engineNames = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/** Whether every engine has to run, as it does where the verdict counts. */
export const allRequired = process.env['CI'] === 'true' || process.env['CI'] === '1';

const isRoot = process.getuid?.() === 0;

/** What Chromium is to leave out. Of the same switch twice the last one counts, so this has what Playwright leaves out, too. */
const unwantedFeatures = [
  // Each window prepares two pages for the suggestions below its address bar: a third of what a short test costs.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AutoDeElevate',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'BlockOriginHeaderModificationOnRedirect',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'Translate',
];

/** Without these, Chromium refuses to run as root, and retries its own services for ever where the network is closed. */
export const chromiumArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  `--disable-features=${unwantedFeatures.join(',')}`,
];

/**
 * Looks for the engines; quick, and starts nothing.
 *
 * @returns {Browsers}
 */
export function findBrowsers() {
  return { chromium: findChromium(), firefox: findFirefox(), webkit: findWebKit() };
}

/** @returns {Browser | null} */
function findChromium() {
  return (
    named(process.env['CHROME_PATH']) ??
    playwrightsOwn('chromium') ??
    onSystem(
      'chromium',
      'google-chrome',
      'google-chrome-stable',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    )
  );
}

/** @returns {Browser | null} */
function findFirefox() {
  return named(process.env['FIREFOX_PATH']) ?? playwrightsOwn('firefox') ?? onSystem('firefox-esr');
}

/** @returns {Browser | DrivenBrowser | null} */
function findWebKit() {
  const own = playwrightsOwn('webkit');
  if (own) return own;
  const driver = executable('WebKitWebDriver');
  const xvfb = executable('Xvfb');
  const executablePath = findMiniBrowser();
  return driver && xvfb && executablePath ? { via: 'webdriver', executablePath, driver, xvfb } : null;
}

/** WebKitGTK keeps its MiniBrowser beside its libraries: in a folder of the machine's architecture, and of a version. */
function findMiniBrowser() {
  const libraries = ['/usr/lib', '/usr/lib64', '/usr/libexec', '/usr/local/lib', '/usr/local/libexec'];
  const folders = libraries.flatMap(folder => [
    folder,
    ...list(folder)
      .filter(name => name.includes('-linux-'))
      .map(name => join(folder, name)),
  ]);
  const candidates = folders.flatMap(folder =>
    list(folder)
      .filter(name => /^webkit(2gtk|gtk)-\d/.test(name))
      .sort((a, b) => rank(a) - rank(b))
      .map(name => join(folder, name, 'MiniBrowser')),
  );
  return candidates.find(isExecutable) ?? null;
}

/** The version the tests are known to run in comes first. @param {string} name */
function rank(name) {
  return name.endsWith('-4.1') ? 0 : 1;
}

/** @param {string | undefined} path @returns {Browser | null} */
function named(path) {
  return path && isExecutable(path) ? { via: 'system', executablePath: path } : null;
}

/** @param {Engine} engine @returns {Browser | null} */
function playwrightsOwn(engine) {
  try {
    const executablePath = playwright[engine].executablePath();
    return executablePath && isExecutable(executablePath) ? { via: 'playwright', executablePath } : null;
  } catch {
    return null; // no build of this engine for this system
  }
}

/** @param {string[]} names @returns {Browser | null} */
function onSystem(...names) {
  for (const name of names) {
    const executablePath = executable(name);
    if (executablePath) return { via: 'system', executablePath };
  }
  return null;
}

/** The full path of a command, or nothing. @param {string} name */
function executable(name) {
  if (name.includes('/')) return isExecutable(name) ? name : null;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders.map(folder => join(folder, name)).find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** @param {Browsers} browsers */
function missing(browsers) {
  return engines.filter(engine => !browsers[engine]);
}

/** What Debian calls the engines. Ubuntu has but the last of them: its Chromium and Firefox are snaps. */
/** @type {Readonly<Record<string, Partial<Record<Engine, string[]>>>>} */
const packages = {
  debian: { chromium: ['chromium'], firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb'] },
  ubuntu: { webkit: ['webkit2gtk-driver', 'xvfb'] },
};

/** Installs the engines that are missing: as root on Debian and Ubuntu with apt, else with Playwright. */
function install() {
  const wanted = missing(findBrowsers());
  const names = isRoot ? wanted.flatMap(engine => packages[distribution()]?.[engine] ?? []) : [];
  if (names.length > 0 && executable('apt-get')) {
    console.log(`Installing ${names.join(', ')} with apt-get.`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['-q', 'update'], env);
    run('apt-get', ['-q', 'install', '-y', '--no-install-recommends', ...names], env);
  }
  const left = missing(findBrowsers());
  if (left.length > 0) {
    console.log(`Installing ${left.map(engine => engineNames[engine]).join(', ')} with Playwright.`);
    const cli = fileURLToPath(new URL('cli.js', import.meta.resolve('playwright/package.json')));
    for (const engine of left) run(process.execPath, [cli, 'install', ...(isRoot ? ['--with-deps'] : []), engine], {});
  }
}

/** Which distribution this is, as far as the packages' names go. */
function distribution() {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    const id = /^ID="?([\w-]+)"?$/m.exec(release)?.[1] ?? '';
    return id in packages ? id : /^ID_LIKE=.*\bubuntu\b/m.test(release) ? 'ubuntu' : id;
  } catch {
    return '';
  }
}

/** Runs a command; silent unless it fails. @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env */
function run(command, args, env) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 300_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status === 0) return;
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-15).join('\n');
  const reason = result.error?.message ?? `exit code ${String(result.status)}`;
  console.error(`${[command, ...args].join(' ')}: ${reason}\n${output}`);
}

/** A browser's own word on its version; a browser that cannot even say that is none. @param {Browser | DrivenBrowser} browser */
function version(browser) {
  if (browser.via !== 'system') return browser.via === 'playwright' ? "Playwright's own" : browser.executablePath;
  const result = spawnSync(browser.executablePath, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return result.status === 0 ? result.stdout.trim().split('\n')[0] : null;
}

function main() {
  if (missing(findBrowsers()).length > 0) install();
  const browsers = findBrowsers();
  /** @type {Engine[]} */
  const absent = [];
  for (const engine of engines) {
    const browser = browsers[engine];
    const label = browser && version(browser);
    if (!label) absent.push(engine);
    console.log(`${engineNames[engine]}: ${label || 'not there; its tests will not run'}`);
  }
  const lacking = absent.filter(engine => engine === 'chromium' || allRequired);
  if (lacking.length > 0) {
    console.error(`Required, and not to be had: ${lacking.map(engine => engineNames[engine]).join(', ')}.`);
    process.exitCode = 1;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
