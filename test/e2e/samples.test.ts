import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transformWithOxc } from 'vite';
import { pages } from '../../demo/docs/pages.js';
import { payThroughFlow } from '../../demo/sandbox/drive-flow.js';
import { serve, type LocalServer } from '../support/local-server.js';
import { expect, test, type Shop } from './harness.js';

/**
 * Every sample of the documentation is a file, and here each is run: on a page of its own, with the built module, against
 * the sandbox, whose session and address take the place of those of Flinks. A sample that nobody runs fails.
 */

const root = join(import.meta.dirname, '..', '..');
const folder = 'demo/docs/samples';
const FLINKS = 'https://payments.flinksapp.com';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const sample = (name: string): string => read(`${folder}/${name}`);

interface Wish {
  /** In the page's head. */
  head?: string;
  body?: string;
  /** A module, after the element. */
  script?: string;
  headers?: Record<string, string>;
}

/** A page with these and nothing else; the samples' imports lead to the built module. */
async function openPage(shop: Shop, { head = '', body = '', script = '', headers = {} }: Wish): Promise<void> {
  const base = '/flinks-geft-status.js';
  const map = JSON.stringify({ imports: { 'flinks-geft-status': base, 'flinks-geft-status/element': base } });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${
    script ? `<script type="importmap">${map}</script>` : ''
  }${head}</head><body>${body}${script ? '<script type="module" src="/sample.js"></script>' : ''}</body></html>`;
  const files: Readonly<Record<string, string>> = {
    '/flinks-geft-status.js': read('dist/cdn/flinks-geft-status.js'),
    '/sample.js': script,
  };
  server = await serve(({ url = '/' }, response) => {
    const file = files[url];
    const type = file === undefined ? 'text/html' : 'text/javascript';
    response.writeHead(200, { 'Content-Type': type, ...headers }).end(file ?? html);
  });
  await shop.page.goto(`${server.origin}/`);
}

/** A real one: what is not from this machine may not ask the sandbox, which is. */
let server: LocalServer | undefined;

test.afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** The sample with a session of the sandbox in it, and the sandbox in Flinks' place. */
async function filled(shop: Shop, name: string): Promise<string> {
  const { sessionId } = shop.sessions.length > 0 ? shop : await shop.createSession();
  return sample(name)
    .replaceAll(FLINKS, shop.sandbox.origin)
    .replaceAll('https://payments-uat.flinksapp.com', shop.sandbox.origin)
    .replaceAll('sessionId=…', `sessionId=${sessionId}`)
    .replaceAll('session-id="…"', `session-id="${sessionId}"`);
}

const MODULE = '<script type="module" src="flinks-geft-status.js"></script>';

/** An element that watches a session of the sandbox. */
async function element(shop: Shop, attributes = ''): Promise<string> {
  const { sessionId } = await shop.createSession();
  return `<flinks-geft-status session-id="${sessionId}" base-url="${shop.sandbox.origin}" ${attributes}></flinks-geft-status>`;
}

/** Where the sample names no address, Flinks' own is asked: the sandbox answers for it. */
async function standInForFlinks(shop: Shop): Promise<void> {
  await shop.page.route(`${FLINKS}/**`, async route => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: shop.sandbox.origin + pathname }) });
  });
}

async function pay(shop: Shop): Promise<void> {
  await shop.sandbox.outcome(shop.sessionId, { status: 'Completed', statusDetails: 'EFT0301' });
  await shop.passTime(30);
}

async function inJavaScript(name: string): Promise<string> {
  return name.endsWith('.ts') ? (await transformWithOxc(sample(name), name)).code : sample(name);
}

const answered = (shop: Shop): Promise<void> => shop.payerReads('waiting');

const runs: Readonly<Record<string, (shop: Shop) => Promise<void>>> = {
  'five-lines.html': async shop => {
    await openPage(shop, { body: await filled(shop, 'five-lines.html') });
    await payThroughFlow(shop.flow, { scenario: 'Unhappy1' });
    await shop.passTime(10);
    await shop.payerReads('failed');
    await expect(shop.page.getByRole('link', { name: 'Pay another way' })).toBeVisible();
  },
  'return-page.html': async shop => {
    const body = await filled(shop, 'return-page.html');
    await standInForFlinks(shop);
    await openPage(shop, { head: MODULE, body });
    await shop.payerReads('waiting', 'fr');
    await shop.answered();
  },
  'elsewhere.html': async shop => {
    await openPage(shop, { head: MODULE, body: await filled(shop, 'elsewhere.html') });
    await payThroughFlow(shop.page.frameLocator('#bank'));
    await shop.passTime(10);
    await shop.payerReads('success');
  },
  'sandbox.html': async shop => {
    await openPage(shop, { head: MODULE, body: await filled(shop, 'sandbox.html') });
    await answered(shop);
    await shop.hasRequested(1);
  },
  'debug.html': async shop => {
    const said: string[] = [];
    shop.page.on('console', message => said.push(message.text()));
    const body = await filled(shop, 'debug.html');
    await standInForFlinks(shop);
    await openPage(shop, { head: MODULE, body });
    await answered(shop);
    await expect.poll(() => said.filter(text => text.startsWith('<flinks-geft-status>')).length).toBeGreaterThan(1);
    expect(said.join('\n')).not.toContain(shop.sessionId);
  },
  'relay.html': async shop => {
    const body = await filled(shop, 'relay.html');
    await shop.page.route('**/payments/api/**', async route => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({
        response: await route.fetch({ url: shop.sandbox.origin + pathname.replace('/payments', '') }),
      });
    });
    await openPage(shop, { head: MODULE, body });
    await answered(shop);
    await pay(shop);
    await shop.payerReads('success');
  },
  'with-details.html': async shop => {
    const body = await filled(shop, 'with-details.html');
    await shop.page.route('**/orders/*/details', async route => {
      await route.fulfill({ json: await shop.sandbox.details(shop.sessionId) });
    });
    await shop.page.route('**/flinks/api/**', async route => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({
        response: await route.fetch({ url: shop.sandbox.origin + pathname.replace('/flinks', '') }),
      });
    });
    await openPage(shop, { head: MODULE, body });
    await payThroughFlow(shop.flow);
    await shop.passTime(10);
    await shop.payerReads('success');
    await expect(shop.element.locator('[part="receipt"]')).toContainText('$100.00');
  },
  'details.html': async shop => {
    const body = await filled(shop, 'details.html');
    await shop.page.route('**/orders/*/details', async route => {
      const { pathname } = new URL(route.request().url());
      const details = await shop.sandbox.details(pathname.split('/')[2] ?? '');
      await route.fulfill({ json: { ...details, referenceId: 'R-1' } });
    });
    await standInForFlinks(shop);
    await openPage(shop, { head: MODULE, body });
    await expect(shop.element.locator('[part="receipt"]')).toContainText('R-1');
  },
  'form.html': async shop => {
    const body = await filled(shop, 'form.html');
    await standInForFlinks(shop);
    await openPage(shop, { head: MODULE, body });
    await answered(shop);
    // An answer without a page: the one that is there stays, with its log.
    const sent: (string | null)[] = [];
    await shop.page.route('**/orders/4711/finish', route => {
      sent.push(route.request().postData());
      return route.fulfill({ status: 204 });
    });
    const button = shop.page.getByRole('button', { name: 'Place the order' });
    await button.click();
    await pay(shop);
    await shop.payerReads('success');
    expect(sent).toEqual([]);
    await button.press('Enter', { noWaitAfter: true });
    await expect.poll(() => sent).toEqual([`payment=${shop.sessionId}`]);
  },
  'form.css': async shop => {
    const field = await element(shop, 'required');
    const style = `<style>${sample('form.css')}</style>`;
    await openPage(shop, { head: MODULE + style, body: `<form>${field}<button>Place</button></form>` });
    await expect(shop.element).toHaveCSS('outline-style', 'dashed');
    await pay(shop);
    await expect(shop.element).toHaveCSS('outline-style', 'none');
    await expect(shop.page.getByRole('button', { name: 'Place' })).toHaveCSS('font-weight', '700');
  },
  'look.css': async shop => {
    await openPage(shop, {
      head: `${MODULE}<style>${sample('look.css')}</style>`,
      body: await element(shop, 'max-attempts="1"'),
    });
    await shop.passTime(30);
    await shop.payerReads('unconfirmed');
    await expect(shop.element.locator('[part="card"]')).toHaveCSS('border-top-left-radius', '0px');
    await expect(shop.checkAgain).toHaveCSS('border-top-left-radius', '6px');
  },
  'states.css': async shop => {
    const body = `${await element(shop)}<p class="other-ways">Other ways</p>`;
    await openPage(shop, { head: `${MODULE}<style>${sample('states.css')}</style>`, body });
    await answered(shop);
    await expect(shop.page.locator('.other-ways')).toBeVisible();
    await pay(shop);
    await expect(shop.page.locator('.other-ways')).toBeHidden();
  },
  'integrity.html': async shop => {
    const digests: Record<string, string> = JSON.parse(read('dist/cdn/integrity.json'));
    const tag = sample('integrity.html')
      .replace('https://static.example/', '/')
      .replace('sha384-…', digests['flinks-geft-status.js'] ?? '');
    await openPage(shop, { head: tag, body: await element(shop) });
    await answered(shop);
  },
  'policy.http': async shop => {
    // The very line; the sandbox in Flinks' place is all that changes.
    const [, policy = ''] = /^Content-Security-Policy: (.*)$/m.exec(sample('policy.http')) ?? [];
    const headers = { 'Content-Security-Policy': policy.replaceAll(FLINKS, shop.sandbox.origin) };
    await openPage(shop, {
      headers,
      head: MODULE,
      body: (await filled(shop, 'five-lines.html')).replace(/<script.*script>/, ''),
    });
    await payThroughFlow(shop.flow);
    await shop.passTime(10);
    await shop.payerReads('success');
  },
  'settled.js': async shop => {
    const { page } = shop;
    await page.route('**/thank-you', route => route.fulfill({ status: 204 }));
    await openPage(shop, { head: MODULE, body: await element(shop), script: sample('settled.js') });
    await answered(shop);
    const left = page.waitForRequest('**/thank-you');
    await pay(shop);
    await left;
  },
  'npm.js': async shop => {
    await openPage(shop, { body: await element(shop), script: sample('npm.js') });
    await answered(shop);
  },
  'events.ts': async shop => {
    await openPage(shop, { body: await element(shop), script: await inJavaScript('events.ts') });
    await answered(shop);
    await pay(shop);
    await expect(shop.page.locator('body')).toHaveAttribute('data-payment', 'success, confirmed');
  },
  'settled-promise.ts': async shop => {
    const script = `${await inJavaScript('settled-promise.ts')}\nwhenSettled(document.querySelector('flinks-geft-status'));`;
    await openPage(shop, { body: await element(shop), script: `import 'flinks-geft-status';\n${script}` });
    await answered(shop);
    await pay(shop);
    await expect(shop.page).toHaveTitle('Thank you');
  },
  'own-tag.ts': async shop => {
    const body = (await element(shop)).replaceAll('flinks-geft-status', 'shop-payment-status');
    await openPage(shop, { body, script: await inJavaScript('own-tag.ts') });
    await expect(shop.page.locator('shop-payment-status').getByRole('status')).toContainText('in progress');
  },
  'messages.js': async shop => {
    const script = `const status = document.querySelector('flinks-geft-status');\n${sample('messages.js')}`;
    const { sessionId } = await shop.sandbox.createSession({ referenceId: 'R-7', amount: 250 });
    shop.sessions.push(sessionId);
    const body = `<flinks-geft-status session-id="${sessionId}" base-url="${shop.sandbox.origin}"></flinks-geft-status>`;
    await openPage(shop, { head: MODULE, body, script });
    await answered(shop);
    await pay(shop);
    await expect(shop.element.locator('[part="title"]')).toHaveText('$250.00 is on its way');
    await expect(shop.element.locator('[part="body"]')).toHaveText('Your order is R-7.');
  },
  'spanish.ts': async shop => {
    await openPage(shop, { body: await element(shop, 'lang="es-MX"'), script: await inJavaScript('spanish.ts') });
    await expect(shop.element.getByRole('status')).toContainText('Su pago está en curso');
  },
  'pop-up.js': async shop => {
    const { sessionId, flowUrl } = await shop.createSession();
    const names = `const status = document.querySelector('flinks-geft-status');\nconst sessionId = '${sessionId}';\nconst flowUrl = '${flowUrl}';`;
    const script = `${names}\ndocument.querySelector('button').addEventListener('click', () => {\n${sample('pop-up.js')}});`;
    await openPage(shop, {
      head: MODULE,
      body: '<flinks-geft-status></flinks-geft-status><button>Pay</button>',
      script,
    });
    const opening = shop.page.waitForEvent('popup');
    await shop.page.getByRole('button', { name: 'Pay' }).click();
    await payThroughFlow(await opening);
    await shop.payerReads('confirming');
    await shop.passTime(10);
    await shop.payerReads('success');
  },
  'is-paid.ts': async shop => {
    const { sessionId } = await shop.createSession();
    const code = `${await inJavaScript('is-paid.ts')}\nconsole.log(await isPaid('${sessionId}', '${shop.sandbox.origin}'));`;
    const run = async (): Promise<string> => {
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
        cwd: root,
        env: { PATH: process.env['PATH'] },
      });
      return stdout.trim();
    };
    expect(await run()).toBe('false');
    await shop.sandbox.outcome(sessionId, { status: 'Completed', statusDetails: 'EFT0301' });
    expect(await run()).toBe('true');
    await shop.page.goto('/');
  },
  'settings.json': async shop => {
    const settings: Record<string, string[]> = JSON.parse(sample('settings.json'));
    for (const [file = ''] of Object.values(settings)) {
      expect(existsSync(join(root, file.replace('./node_modules/flinks-geft-status/', ''))), file).toBe(true);
    }
    await shop.page.goto('/');
  },
};

for (const [name, run] of Object.entries(runs)) {
  test(`the sample ${name}`, async ({ shop, consoleGuard }) => {
    if (name === 'debug.html') consoleGuard.allow(/flinks-geft-status|^(?:log|endGroup): /);
    await run(shop);
  });
}

test('each sample is run, and no other', () => {
  expect(readdirSync(join(root, folder)).sort()).toEqual(Object.keys(runs).sort());
});

/** What is to be run; the others are shown to be read. */
const RUN = ['html', 'css', 'js', 'ts', 'tsx', 'jsx', 'json', 'http', 'vue', 'svelte'];

/** Where what is run is run. */
const runBy: readonly (readonly [folder: string, test: string])[] = [
  [`${folder}/`, 'test/e2e/samples.test.ts'],
  ['demo/frameworks/', 'test/frameworks'],
];

for (const file of new Set(['README.md', ...pages.map(page => page.file)])) {
  test(`${file} shows only what is run`, () => {
    const text = read(file);
    const fences = Array.from(text.matchAll(/(?:<!-- sample: (\S+) -->\n\n)?^```(\w*)\n(.*?)^```$/gms));
    expect(fences.length).toBe((text.match(/^```/gm) ?? []).length / 2);
    for (const [, path, language = '', code = ''] of fences) {
      if (language === 'sh') expectCommands(code);
      if (!RUN.includes(language)) continue;
      expect(path, `in ${file}, below which name stands:\n${code}`).toBeDefined();
      expect(code.trimEnd(), path).toBe(read(path ?? '').trimEnd());
      expect(
        runBy.some(([start, by]) => path?.startsWith(start) && existsSync(join(root, by))),
        path,
      ).toBe(true);
    }
  });
}

test('the home page of the demo shows the five lines, too', () => {
  const [, shown = ''] = /<pre[^>]*><code>(.*?)<\/code>/s.exec(read('index.html')) ?? [];
  const words = (html: string): string[] => html.split(/\s+/).filter(Boolean);
  const plain = shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  expect(words(plain)).toEqual(words(sample('five-lines.html')));
});

/** A command that is told to be typed is there to be run. */
function expectCommands(code: string): void {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
  for (const [, name = ''] of code.matchAll(/npm (?:run )?(start|test|(?<=run )[\w:-]+)/g))
    expect(Object.keys(scripts)).toContain(name);
}
