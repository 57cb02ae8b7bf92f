import type axeCore from 'axe-core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { payThroughFlow } from '../../demo/sandbox/drive-flow.js';
import { pages } from '../../demo/docs/pages.js';
import { expect, test } from './harness.js';

/** The documentation, as it is read: its pages are whole, lead somewhere, and can be read and used by everyone. */

const root = join(import.meta.dirname, '..', '..');
const axe = join(root, 'node_modules', 'axe-core', 'axe.min.js');

const looks = [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1200, colorScheme: 'light' },
  { width: 1200, colorScheme: 'dark' },
] as const;

/** The attributes in the README's table, which is made from the manifest. */
function attributes(): string[] {
  const [, table = ''] = /<!-- api: settings -->(.*?)<!--/s.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
  return Array.from(table.matchAll(/^\| `([a-z-]+)`/gm), ([, name = '']) => name);
}

async function open(page: Page, name: string): Promise<void> {
  await page.goto(`/demo/docs/${name}.html`);
  const live = page.locator('#live-playground, #live-styling');
  if ((await live.count()) > 0) await expect(live).toHaveAttribute('data-ready', '');
}

/**
 * All that axe finds, by the rules that it has by default, none switched off. It is put into the page past its policy, and
 * leaves the flow's frame alone: that page is no documentation; and what axe hears from a frame that has gone on to another
 * document meanwhile has no sender, over which it stumbles.
 */
async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { iframes: false, resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${JSON.stringify(target)}`));
  });
}

declare global {
  interface Window {
    readonly axe: typeof axeCore;
  }
}

test.describe('for everyone, wide and narrow, light and dark', () => {
  test.use({ realTime: true }); // axe has timers of its own

  for (const group of new Set(pages.map(page => page.group))) {
    test(group, async ({ shop: { page } }) => {
      await page.addInitScript({ path: axe });
      for (const { name, title } of pages.filter(each => each.group === group)) {
        await open(page, name);
        await expect(page).toHaveTitle(`${title} · flinks-geft-status`);
        if (name === 'playground') await page.locator('[data-test="begin"]').click();
        for (const { width, colorScheme } of looks) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          expect.soft(await violations(page), `${name}, ${width} px, ${colorScheme}`).toEqual([]);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect.soft(overflow, `${name}: pixels beyond ${width}`).toBeLessThanOrEqual(0);
        }
        expect.soft(await leftovers(page), `${name}: Markdown that is not known here`).toEqual([]);
        expect.soft(await jumps(page), `${name}: headings out of order`).toEqual([]);
      }
    });
  }
});

/** What was not understood still shows. */
async function leftovers(page: Page): Promise<string[]> {
  const texts = await page
    .locator('main :not(pre, code, pre *)')
    .evaluateAll(nodes =>
      nodes.flatMap(({ childNodes }) => Array.from(childNodes, child => (child instanceof Text ? child.data : ''))),
    );
  return texts.filter(text => /\*\*|\]\(|```|<!--|^\|/.test(text));
}

/** Headings that are more than one level below the one before, or a second title. */
async function jumps(page: Page): Promise<number[]> {
  const levels = await page
    .locator('h1, h2, h3, h4')
    .evaluateAll(nodes => nodes.map(({ tagName }) => Number(tagName[1])));
  return levels.filter((level, index) =>
    index === 0 ? level > 1 : level === 1 || level > (levels[index - 1] ?? 0) + 1,
  );
}

test('every link leads somewhere', async ({ request }) => {
  const targets = new Set<string>();
  const known = new Set<string>();
  for (const { name } of pages) {
    const address = name === 'index' ? '/demo/docs/' : `/demo/docs/${name}.html`;
    const html = await (await request.get(address)).text();
    known.add(address);
    for (const [, id = ''] of html.matchAll(/ id="([^"]*)"/g)) known.add(`${address}#${id}`);
    for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      const { hostname, pathname, hash } = new URL(href, `http://docs.test${address}`);
      if (hostname === 'docs.test') targets.add(pathname + decodeURIComponent(hash));
    }
    // A link to what is no page has become the name of a file, which has to be there.
    const files = html.matchAll(/<code class="file">(.*?)<\/code>/g);
    expect
      .soft(
        Array.from(files, ([, file = '']) => file.replaceAll('<wbr>', '')).filter(
          file => !existsSync(join(root, file)),
        ),
        name,
      )
      .toEqual([]);
  }
  const dead: string[] = [];
  for (const target of targets) {
    const isThere = target.startsWith('/demo/docs/')
      ? known.has(target)
      : (await request.get(target, { maxRedirects: 0 })).status() < 400;
    if (!isThere) dead.push(target);
  }
  expect(dead).toEqual([]);
  expect(targets.size).toBeGreaterThan(pages.length * 3);
});

test('every page of docs/ is one of the site', () => {
  const files = readdirSync(join(root, 'docs')).filter(name => name.endsWith('.md'));
  expect(files.filter(name => !pages.some(({ file }) => file === `docs/${name}`))).toEqual([]);
});

test('with the keyboard alone: past the navigation, to the code, to its copy', async ({ shop: { page } }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'index');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await page.keyboard.press('Tab');
  const copy = page.locator('.copy').first();
  await expect(page.locator('#content a, #content .copy').first()).toBeFocused();
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect(copy).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await page.locator('pre').first().textContent(),
  );
});

test('narrow, the menu has every page; wide, they stand beside the text', async ({ shop: { page } }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, 'forms');
  const inside = page.locator('.menu nav a:visible');
  await expect(inside).toHaveCount(0);
  await page.locator('.menu summary').focus();
  await page.keyboard.press('Enter');
  expect(await inside.count()).toBeGreaterThanOrEqual(pages.length);
  await page.setViewportSize({ width: 1200, height: 800 });
  await expect(page.locator('.sidebar a[aria-current]')).toHaveText('Forms');
  await expect(page.locator('.menu')).toBeHidden();
});

test('the home page leads to it', async ({ shop: { page } }) => {
  await page.goto('/');
  await page.locator('.doors a', { hasText: 'Documentation' }).click();
  await expect(page.locator('h1')).toHaveText('Five-minute start');
});

test.describe('the playground', () => {
  test('a payment with attributes and a fault, and the HTML that does the same', async ({ shop }) => {
    const { page } = shop;
    await open(page, 'playground');
    await page.locator('#attribute-poll-interval').fill('15');
    await page.locator('#attribute-no-steps').check();
    await page.locator('#attribute-lang').fill('fr');
    const html = (await page.locator('[data-test="output"]').textContent()) ?? '';
    expect(html).toContain('<flinks-geft-status poll-interval="15" no-steps lang="fr">');
    const created = page.waitForResponse('**/sandbox/sessions');
    await page.locator('[data-test="begin"]').click();
    const { sessionId }: { sessionId: string } = await (await created).json();
    shop.sessions.push(sessionId);
    await shop.payerReads('waiting', 'fr');
    await expect(shop.element).toHaveAttribute('poll-interval', '15');

    await page.locator('#fault').selectOption({ label: '500' });
    await expect.poll(async () => (await shop.sandbox.session(sessionId)).faults.http).toBe(500);
    await payThroughFlow(shop.flow);
    await expect(shop.events('geft-step').last()).toHaveText('SUCCESS');
    await shop.passTime(10);
    await expect(shop.events('geft-error')).toHaveText([/^server/]);
    await page.locator('#fault').selectOption({ label: 'none' });
    await expect.poll(async () => (await shop.sandbox.session(sessionId)).faults.http).toBe(null);
    await shop.passTime(15); // ten seconds, somewhat spread
    await shop.payerReads('success', 'fr');
  });

  test('every attribute of the element that is not the iframe’s business has its control', async ({
    shop: { page },
  }) => {
    await open(page, 'playground');
    const names = await page.locator('[id^="attribute-"]').evaluateAll(nodes => nodes.map(({ id }) => id.slice(10)));
    const left = ['session-id', 'for', 'details-url'];
    expect(names.sort()).toEqual(
      attributes()
        .filter(name => !left.includes(name))
        .sort(),
    );
  });
});

test('the page on styling does what its CSS says', async ({ shop: { page } }) => {
  await open(page, 'styling');
  await page.locator('#case').selectOption('success');
  const title = page.locator('flinks-geft-status [part="title"]');
  await expect(title).toContainText('scheduled');
  await page.locator('#--geft-good').fill('#123456');
  await expect(title).toHaveCSS('color', 'rgb(18, 52, 86)');
  await expect(page.locator('[data-test="output"]')).toHaveText('flinks-geft-status {\n  --geft-good: #123456;\n}');
});
