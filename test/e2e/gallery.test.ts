import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect, test, type Shop } from './harness.js';

/** The gallery: every phase is reached, and looks as it did; in other colours, sizes, media and modes it can still be read. */

/** 19 cases in 12 variants each: a case less would otherwise go unnoticed. */
const CASES = 19;
const VARIANTS = 12;

const ONE_OF_EACH_TONE = ['waiting', 'signature', 'success', 'EFT0402', 'canceled', 'unconfirmed'];

/** Opens the gallery, or a part of it, and lets time pass until every case in it is what it is meant to be. */
async function openGallery(shop: Shop, query: Readonly<Record<string, string>> = {}): Promise<void> {
  await shop.page.goto(`/demo/gallery.html?${new URLSearchParams(query).toString()}`);
  await expect(async () => {
    await shop.passTime(5);
    await expect(shop.page.locator('html')).toHaveAttribute('data-ready', '', { timeout: 100 });
  }).toPass();
}

function cell(shop: Shop, name: string): Locator {
  return shop.page.locator(`[data-test="cell-${name}"]`);
}

/** A part of the element in a cell. */
function part(shop: Shop, name: string, partName: string): Locator {
  return cell(shop, name).locator(`[part="${partName}"]`);
}

async function styleOf(locator: Locator, property: string): Promise<string> {
  return locator.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
}

test('every case is reached, in all of its variants, and each has something to say', async ({ shop }) => {
  await openGallery(shop);
  await expect(shop.page.locator('[data-test="readiness"]')).toHaveText(`${CASES}/${CASES} cases reached.`);
  const titles = await shop.page.locator('.cell [part="title"]').allTextContents();
  expect(titles.filter(Boolean)).toHaveLength(CASES * VARIANTS);
  // Each case has one session, whose elements ask as one; the first has none.
  const checks = (await shop.page.evaluate(() => globalThis.e2eLog?.checks)) ?? [];
  expect(new Set(checks.map(({ session }) => session)).size).toBe(CASES - 1);
});

test('the controls dress the elements, and say how to do the same', async ({ shop }) => {
  await openGallery(shop, { case: 'success', lang: 'en', theme: 'light', width: '480' });
  await expect(shop.page.locator('.variant:visible')).toHaveCount(1);
  await shop.page.locator('[data-test="--geft-good"]').fill('#123456');
  await shop.page.locator('[data-test="font-size"]').selectOption('200%');
  const title = part(shop, 'success-en-light-480', 'title');
  expect(await styleOf(title, 'color')).toBe('rgb(18, 52, 86)');
  await expect(shop.page.locator('[data-test="css"]')).toHaveValue(
    'flinks-geft-status {\n  --geft-good: #123456;\n  font-size: 200%;\n}',
  );
  await shop.page.locator('[data-test="filter-width"]').selectOption('320');
  await expect(title).toBeHidden();
  expect(new URL(shop.page.url()).search).toBe('?case=success&lang=en&theme=light&width=320');
});

test.describe('the look', () => {
  test.setTimeout(120_000); // as long as it takes to make the pictures anew

  // A fixed size, so that the metrics of another font change no dimensions.
  const looks = [
    { lang: 'en', theme: 'light', width: '480', height: 370 },
    { lang: 'fr', theme: 'dark', width: '320', height: 550 },
  ];
  for (const { lang, theme, width, height } of looks) {
    const variant = `${lang}-${theme}-${width}`;

    test(`is as it was: ${variant}`, async ({ shop }) => {
      await openGallery(shop, { lang, theme, width });
      await shop.page.evaluate(pixels => {
        for (const box of document.querySelectorAll<HTMLElement>('.cell')) box.style.height = `${pixels}px`;
      }, height);
      const tolerance = (await hasSameFont(shop.page))
        ? { maxDiffPixelRatio: 0.002, threshold: 0.2 }
        : { maxDiffPixelRatio: 0.06, threshold: 0.3 };
      for (const shown of await shop.page.locator(`[data-test$="-${variant}"]`).all()) {
        const name = (await shown.getAttribute('data-test'))?.replace('cell-', '') ?? '';
        await expect.soft(shown).toHaveScreenshot(`${name}.png`, tolerance);
      }
      // Small, and without a letter: here a colour, too, has to be what it was.
      for (const id of ONE_OF_EACH_TONE) {
        const icon = part(shop, `${id}-${variant}`, 'icon');
        await expect
          .soft(icon)
          .toHaveScreenshot(`icon-${id}-${variant}.png`, { maxDiffPixelRatio: 0.06, threshold: 0.1 });
      }
    });
  }

  /** Whether the letters are those of the pictures. Other machines have others, which move and change every word. */
  async function hasSameFont(page: Page): Promise<boolean> {
    const { config } = test.info();
    const file = test.info().snapshotPath('font.txt');
    const width = await page.evaluate(() => {
      const pen = new OffscreenCanvas(1, 1).getContext('2d');
      if (pen) pen.font = '1000px system-ui, sans-serif';
      return String(pen?.measureText('Votre paiement est prévu 0123456789').width);
    });
    if (config.updateSnapshots === 'all') {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `${width}\n`);
    }
    return (await readFile(file, 'utf8').catch(() => '')).trim() === width;
  }
});

test.describe('forced colours', () => {
  // A page of one colour scheme, a payer who has chosen the other.
  for (const [colorScheme, theme] of [
    ['dark', 'light'],
    ['light', 'dark'],
  ] as const) {
    test(`all can be told apart without a colour of ours: ${colorScheme}, on a ${theme} page`, async ({ shop }) => {
      await openGallery(shop, { lang: 'en', theme, width: '480' });
      await shop.page.emulateMedia({ forcedColors: 'active', colorScheme });
      const system = await systemColours(shop.page);
      for (const [id, names] of [
        ['success', ['title', 'body', 'icon', 'value']],
        ['waiting-account', ['title', 'body', 'icon', 'steps']],
        ['unconfirmed', ['title', 'body', 'icon', 'button']],
      ] as const) {
        const card = part(shop, `${id}-en-${theme}-480`, 'card');
        expect(await styleOf(card, 'background-color')).toBe(system['Canvas']);
        for (const name of names) {
          const shown = part(shop, `${id}-en-${theme}-480`, name).first();
          await expect(shown).toBeVisible();
          const colour = await styleOf(shown, name === 'icon' ? 'stroke' : 'color');
          expect.soft([system['CanvasText'], system['ButtonText']], `${name} of ${id}`).toContain(colour);
        }
      }
    });
  }

  test('the current step is told apart by more than a colour', async ({ shop }) => {
    await openGallery(shop, { case: 'waiting-account' });
    await shop.page.emulateMedia({ forcedColors: 'active' });
    const steps = await part(shop, 'waiting-account-en-light-900', 'step').evaluateAll(nodes =>
      nodes.map(node => {
        const { borderTopStyle, fontWeight } = getComputedStyle(node);
        return `${borderTopStyle} ${fontWeight}`;
      }),
    );
    expect(steps).toHaveLength(5);
    const [past, , current, next] = steps;
    expect(new Set([past, current, next]).size).toBe(3);
  });

  async function systemColours(page: Page): Promise<Record<string, string>> {
    return page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      const colours = ['Canvas', 'CanvasText', 'ButtonText'].map((name): [string, string] => {
        probe.style.setProperty('forced-color-adjust', 'none');
        probe.style.setProperty('color', name);
        return [name, getComputedStyle(probe).color];
      });
      probe.remove();
      return Object.fromEntries(colours);
    });
  }
});

test('what is being confirmed moves and nothing else does, and for those who want less motion nothing at all', async ({
  shop,
}) => {
  await openGallery(shop, { lang: 'en', theme: 'light', width: '480' });
  const moving = (): Promise<(string | undefined)[]> =>
    shop.page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('section.case'))
        .filter(section => {
          const status = section.querySelector('.variant:not([hidden]) flinks-geft-status');
          return status?.shadowRoot?.getAnimations().length;
        })
        .map(({ dataset }) => dataset['case']),
    );
  await shop.page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await moving()).toEqual(['confirming']);
  await shop.page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toEqual([]);
});

test('at 320 px and 200 % text, nothing overflows and nothing is cut off', async ({ shop }) => {
  await openGallery(shop, { theme: 'light', width: '320' });
  await shop.page.locator('[data-test="font-size"]').selectOption('200%');
  const cutOff = await shop.page.evaluate(() => {
    const statuses = Array.from(document.querySelectorAll<HTMLElement>('.variant:not([hidden]) flinks-geft-status'));
    return statuses.flatMap(status => {
      const card = status.shadowRoot?.querySelector('[part="card"]');
      const parts = status.shadowRoot?.querySelectorAll('[part]:not([part="step"]), [aria-current]') ?? [];
      const edge = card?.getBoundingClientRect().right ?? 0;
      return Array.from(parts)
        .filter(node => node.scrollWidth > node.clientWidth + 1 || node.getBoundingClientRect().right > edge)
        .map(node => `${status.closest('.cell')?.getAttribute('data-test') ?? ''}: ${node.part.value}`);
    });
  });
  expect(cutOff).toEqual([]);
});

test('from phase to phase, the card stays about as high as it is', async ({ shop }) => {
  await openGallery(shop, { theme: 'light' });
  // Of the element's own: what the merchant adds below is the merchant's business.
  const heights = await shop.page.evaluate(async () => {
    const found: Record<string, number[]> = {};
    const statuses = Array.from(document.querySelectorAll('flinks-geft-status')).filter(
      status => !status.closest('[hidden]'),
    );
    for (const status of statuses) {
      status.replaceChildren();
      status.details = null;
    }
    await Promise.all(statuses.map(status => status.updateComplete));
    for (const status of statuses) {
      const variant = status.closest('.variant')?.querySelector('figcaption')?.textContent ?? '';
      const card = status.shadowRoot?.querySelector('[part="card"]');
      (found[variant] ??= []).push(card?.getBoundingClientRect().height ?? 0);
    }
    return found;
  });
  expect(Object.keys(heights)).toHaveLength(6);
  const line = 24;
  const limits: readonly (readonly [width: string, lines: number])[] = [
    ['320 px', 9],
    ['480 px', 6],
    ['900 px', 4],
  ];
  for (const [width, lines] of limits) {
    for (const [variant, measured] of Object.entries(heights).filter(([name]) => name.endsWith(width))) {
      const jump = (Math.max(...measured) - Math.min(...measured)) / line;
      expect.soft(jump, `${variant}: lines between the lowest card and the highest`).toBeLessThanOrEqual(lines);
    }
  }
});

test('on paper there are the words and the receipt, and nothing to press or to follow', async ({ shop }) => {
  await openGallery(shop, { lang: 'en', theme: 'light', width: '480' });
  const signature = 'signature-en-light-480';
  const unconfirmed = 'unconfirmed-en-light-480';
  await expect(part(shop, signature, 'steps')).toBeVisible();
  await expect(part(shop, unconfirmed, 'button')).toBeVisible();
  await shop.page.emulateMedia({ media: 'print' });
  for (const name of ['title', 'body', 'icon', 'receipt']) await expect(part(shop, signature, name)).toBeVisible();
  await expect(part(shop, signature, 'steps')).toBeHidden();
  for (const name of ['button', 'hint']) await expect(part(shop, unconfirmed, name)).toBeHidden();
  await expect(part(shop, unconfirmed, 'body')).toBeVisible();
});

test('the themed sites show what their CSS says', async ({ shop }) => {
  await shop.page.goto('/demo/themes.html');
  await expect(shop.page.locator('html')).toHaveAttribute('data-ready', '');
  for (const title of await shop.page.locator('.place [part="title"]').all()) await expect(title).not.toBeEmpty();
  const boutique = shop.page.locator('.boutique [part="card"]').first();
  await expect(shop.page.locator('[data-css*="boutique"]')).toContainText('--geft-accent: #b3125f;');
  expect(await styleOf(boutique, 'border-top-color')).toBe('rgb(179, 18, 95)');
});
