import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright/test';
import {
  BarePage,
  element,
  elementWithFlow,
  FLINKS,
  FLOW,
  MODULE,
  moduleFile,
  post,
  SESSION,
  status,
} from './bare-page.js';
import { serve } from '../support/local-server.js';
import { expect, test as base } from './harness.js';

/**
 * Pages that do not wish the element well, or do not know better: what they do to it, it survives, and never takes for the
 * endpoint's word. The harness looks at the console after each test, where an uncaught error would be.
 */

const test = base.extend<{ bare: BarePage }>({
  bare: async ({ page }, use) => {
    await use(new BarePage(page));
  },
});

const SCHEDULED = status('Completed', 'EFT0301');

test.describe('the policy of the documentation, and Trusted Types', () => {
  const policy = [
    `default-src 'none'; script-src 'self'; connect-src ${FLINKS}; frame-src ${FLINKS}`,
    // For the page's own empty icon.
    `img-src data:; require-trusted-types-for 'script'; trusted-types lit-html`,
  ].join('; ');
  const headers = { 'Content-Security-Policy': policy };

  test('a payment to its end, with a receipt: no breach', async ({ bare }) => {
    await bare.open({ headers, body: elementWithFlow('required name="payment"', '<p slot="success">Thank you</p>') });
    await bare.page.evaluate(sessionId => {
      const details = {
        sessionId,
        amount: 500,
        referenceId: '<b>4711</b>',
        payor: { account: { institutionCode: '003', accountNumber: '1234567' } },
      };
      Object.assign(document.querySelector('flinks-geft-status') ?? {}, { details });
    }, SESSION);
    const flow = await bare.frame('flow');
    for (const Step of ['APP_MOUNTED', 'INSTITUTION_SELECTED', 'GUARANTEE_OFFERED']) await post(flow, { Step });
    await expect(bare.page.locator('[part=steps]')).toBeVisible();
    await expect(bare.page.locator('[part=receipt]')).toContainText('<b>4711</b>');
    bare.answer = SCHEDULED;
    await post(flow, { Step: 'SUCCESS' });
    await bare.hasPhase('confirming');
    await bare.pass(10);
    await bare.hasPhase('success');
    await expect(bare.page.getByText('Thank you')).toBeVisible();
    expect((await bare.log()).violations).toEqual([]);
  });

  test('declined, with what the page has to say to it: no breach', async ({ bare }) => {
    bare.answer = status('Failed', 'EFT0402');
    await bare.open({ headers, body: elementWithFlow('lang="fr"', '<a slot="declined" href="/card">Par carte</a>') });
    await expect(bare.page.getByRole('alert')).toContainText('pas été accepté');
    await expect(bare.page.getByRole('link', { name: 'Par carte' })).toBeVisible();
    expect((await bare.log()).violations).toEqual([]);
  });

  test('“Check again”, and a breach of the page’s own is seen', async ({ bare, consoleGuard }) => {
    await bare.open({ headers, body: element('max-attempts="1"') });
    await bare.hasPhase('unconfirmed');
    await bare.pass(10);
    bare.answer = SCHEDULED;
    await bare.page.getByRole('button').click();
    await bare.hasPhase('success');
    expect((await bare.log()).violations).toEqual([]);

    consoleGuard.allow(/TrustedHTML|Content Security Policy/);
    await bare.page.evaluate(() => {
      try {
        document.body.innerHTML = 'Text that nobody vouches for';
      } catch {
        // That is what the policy is for.
      }
    });
    await expect.poll(async () => (await bare.log()).violations.length).toBe(1);
  });
});

test.describe('other scripts of the page', () => {
  /** What they do, as they would: plain script, before any module or after all of them. */
  const mischief: readonly (readonly [name: string, script: string])[] = [
    [
      'give every object and array the members of a success',
      `for (const target of [Object.prototype, Array.prototype]) Object.assign(target, {
         status: 'Completed', statusDetails: 'EFT0301', sessionId: '${SESSION}', SessionId: '${SESSION}', success: true,
         Step: 'SUCCESS', step: 'SUCCESS', amount: 500, referenceId: 'X', confirmed: true, phase: 'success',
         EFT0101: { title: 'Paid' }, details: {}, payor: {}, ok: true,
       });`,
    ],
    [
      'give every object a getter that throws',
      `for (const name of ['status', 'statusDetails', 'sessionId', 'Step', 'step', 'amount', 'phase', 'confirmed', 'success'])
         Object.defineProperty(Object.prototype, name, {
           configurable: true, get() { throw new Error(name); },
           set(value) { Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); },
         });`,
    ],
    [
      'freeze what all share',
      `for (const each of [Object, Array, Function, Promise, Event]) Object.freeze(each.prototype);`,
    ],
    ['freeze JSON', `Object.freeze(JSON);`],
    [
      'have JSON.parse find a success in everything',
      `JSON.parse = () => ({ Step: 'SUCCESS', status: 'Completed', statusDetails: 'EFT0301' });`,
    ],
    ['have JSON.parse throw', `JSON.parse = () => { throw 'no'; };`],
    [
      'wrap fetch',
      `const real = window.fetch;
       window.fetch = function (...args) { return Promise.resolve().then(() => real.apply(this ?? window, args)); };`,
    ],
    [
      'subclass Promise',
      `window.Promise = class Tracked extends Promise {
         then(...args) { return super.then(...args); }
       };`,
    ],
    [
      'put a Promise of their own in its place',
      `const Real = Promise;
       window.Promise = class Own {
         #real;
         constructor(executor) { this.#real = new Real(executor); }
         then(...ways) { return new Own((resolve, reject) => this.#real.then(...ways).then(resolve, reject)); }
         catch(way) { return this.then(undefined, way); }
         finally(way) { return this.then(value => (way(), value), error => { way(); throw error; }); }
         static resolve(value) { return new Own(resolve => resolve(value)); }
         static reject(error) { return new Own((_, reject) => reject(error)); }
         static all(all) { return Own.resolve(Real.all(all)); }
         static allSettled(all) { return Own.resolve(Real.allSettled(all)); }
         static race(all) { return Own.resolve(Real.race(all)); }
       };`,
    ],
    [
      'refuse to define an element a second time, and load the file a second time',
      `const define = customElements.define.bind(customElements);
       customElements.define = (name, ...more) => {
         if (customElements.get(name)) throw new Error('Already defined: ' + name);
         define(name, ...more);
       };
       const again = document.createElement('script');
       document.head.append(Object.assign(again, { type: 'module', src: '/flinks-geft-status.js?again' }));`,
    ],
    [
      'define elements later than they are told to',
      `const define = customElements.define.bind(customElements);
       customElements.define = (...them) => { queueMicrotask(() => queueMicrotask(() => define(...them))); };`,
    ],
    [
      'define classes of their own, made of those that they are given',
      `const define = customElements.define.bind(customElements);
       customElements.define = (name, type, ...more) => define(name, class extends type {}, ...more);`,
    ],
    [
      'fill the global scope',
      `for (const name of ['name', 'status', 'sessionId', 'phase', 'geft', 'lit', 'event', 'origin'])
         try { window[name] = 'Completed'; } catch {}
       window.litHtmlVersions = window.reactiveElementVersions = undefined;`,
    ],
  ];

  const rows: readonly (readonly [name: string, head: string])[] = [
    ...mischief.map(([name, script]) => [name, `<script>{${script}}</script>${MODULE}`] as const),
    [
      'do all that one after another, once the element is there',
      // But for what excludes the rest.
      MODULE +
        mischief
          .map(([name, script]) => (/getter|freeze/.test(name) ? '' : `<script type="module">{${script}}</script>`))
          .join(''),
    ],
  ];
  for (const [name, head] of rows) {
    test(`${name}: no success but by the endpoint’s word`, async ({ bare }) => {
      // A body that says nothing by itself.
      bare.answer = '{}';
      await bare.open({ head, body: elementWithFlow() });
      await bare.hasPhase('waiting');
      const flow = await bare.frame('flow');
      for (const data of [{}, [], 'chatter', '{}', null, 7]) await post(flow, data);
      await bare.page.evaluate(() => {
        for (const data of [{ Step: 'SUCCESS' }, '{"Step":"SUCCESS"}', {}, []]) window.postMessage(data, '*');
      });
      await bare.pass(15);
      bare.answer = status('Initiated', 'EFT0101');
      await bare.pass(35);
      expect((await bare.log()).phases).not.toContain('success');
      bare.answer = SCHEDULED;
      await bare.pass(35);
      await bare.hasPhase('success');
      await expect(bare.page.getByRole('status')).toContainText('scheduled');
    });
  }

  test('a fetch that is none: each check fails, nothing more', async ({ bare }) => {
    const ways = `
      () => { throw new Error('no'); },
      () => Promise.reject(),
      () => Promise.resolve(),
      () => 7,
      async () => ({ ok: true, json: async () => ({}) }),
      async () => ({ ok: true, json() { throw new SyntaxError('no'); } }),
      async () => ({ ok: false, status: 500 }),
      async () => ({ ok: true, json: async () => 'Completed' }),`;
    const script = `let left = [${ways}]; window.fetch = (...request) => (left.shift() ?? undefined)(...request);`;
    await bare.open({ head: `<script>{${script}}</script>${MODULE}`, body: element() });
    const codes: (string | undefined)[] = [];
    for (let check = 0; check < 9; check += 1) {
      await bare.pass(10, 10);
      const code = await bare.page.evaluate(() => {
        const status = document.querySelector('flinks-geft-status');
        void status?.check();
        return status?.snapshot.error?.code;
      });
      codes.push(code);
      await bare.hasPhase('waiting');
    }
    expect(new Set(codes)).toEqual(new Set(['network', 'malformed-response']));
    expect(codes.slice(4, 6)).toEqual(['malformed-response', 'malformed-response']);
  });

  test('another version was there first: it stays, and nothing is thrown', async ({ bare }) => {
    const older = `customElements.define('flinks-geft-status', class extends HTMLElement { get phase() { return 'older'; } });`;
    await bare.open({ head: `<script>${older}</script>${MODULE}`, body: element() });
    await bare.pass(5);
    await bare.hasPhase('older');
    expect(bare.checks).toEqual([]);
  });

  test('properties set before there was an element are not lost', async ({ bare }) => {
    const early = `<script>
      const early = document.querySelector('flinks-geft-status');
      Object.assign(early, {
        sessionId: '${SESSION}', maxAttempts: 1, messages: { unconfirmed: { title: 'Own words' } }, name: 'payment',
        required: true, noSteps: true, details: { amount: 12.5, referenceId: 'Early' },
      });
    </script>`;
    await bare.open({ head: '', body: `<form><flinks-geft-status></flinks-geft-status></form>${early}${MODULE}` });
    await bare.hasPhase('unconfirmed');
    await expect(bare.page.getByRole('status')).toContainText('Own words');
    await expect(bare.page.locator('[part=receipt]')).toContainText('Early');
    await expect(bare.page.locator('flinks-geft-status')).toHaveAttribute('name', 'payment');
    expect(await bare.page.evaluate(() => document.querySelector('form')?.checkValidity())).toBe(false);
  });
});

test.describe('who may speak', () => {
  const lookalikes = [
    'https://payments.flinksapp.com.evil.test/app/',
    'https://payments-flinksapp.com/app/',
    'https://payments.flinksapp.com:8443/app/',
    'https://payments.flinksapp.com./app/',
    'https://flinksapp.com/app/',
    'https://evil.test/https://payments.flinksapp.com/app/',
    'https://payments.flinksаpp.com/app/', // a Cyrillic а
  ];

  test('no origin that looks like Flinks’, no frame of Flinks’ that is another', async ({ bare }) => {
    const frames = lookalikes.map((src, index) => `<iframe title="${index}" name="f${index}" src="${src}"></iframe>`);
    const others = [
      `<iframe title="the same address" name="twin" src="${FLOW}"></iframe>`,
      `<iframe title="opaque" name="opaque" sandbox="allow-scripts" src="${FLOW}"></iframe>`,
      `<iframe title="about" name="srcdoc" srcdoc="<p>Nothing</p>"></iframe>`,
    ];
    await bare.open({ body: elementWithFlow() + frames.join('') + others.join('') });
    await bare.hasPhase('waiting');
    const names = ['twin', 'opaque', 'srcdoc', ...lookalikes.map((_src, index) => `f${index}`)];
    for (const name of names) {
      const frame = await bare.frame(name);
      for (const Step of ['SUCCESS', 'GUARANTEE_FAILED']) {
        await post(frame, { Step, sessionId: SESSION });
        await post(frame, JSON.stringify({ step: Step }));
      }
    }
    // A frame of Flinks’ origin within the flow has the origin, but not the window.
    const flow = await bare.frame('flow');
    await flow.evaluate(src => {
      document.body.append(Object.assign(document.createElement('iframe'), { name: 'nested', src }));
    }, FLOW);
    await post(await bare.frame('nested'), { Step: 'SUCCESS' });
    await post(flow, { Step: 'SUCCESS', sessionId: '00000000-0000-4000-8000-000000000000' });
    await post(flow, { Step: 'INSTITUTION_SELECTED' });
    await expect.poll(async () => (await bare.log()).steps).toEqual(['INSTITUTION_SELECTED']);
    await bare.hasPhase('waiting');
    expect(bare.checks).toHaveLength(1);
  });

  test('a flow that navigates away loses its voice, and has it again when it is back', async ({ bare }) => {
    await bare.open({ body: elementWithFlow() });
    const flow = await bare.frame('flow');
    await post(flow, { Step: 'APP_MOUNTED' });
    await flow.goto('https://evil.test/app/');
    await post(flow, { Step: 'SUCCESS', sessionId: SESSION });
    await flow.goto(FLOW);
    await post(flow, { Step: 'INSTITUTION_SELECTED' });
    await expect.poll(async () => (await bare.log()).steps).toEqual(['APP_MOUNTED', 'INSTITUTION_SELECTED']);
    await bare.hasPhase('waiting');
  });

  test('a flow that is replaced: the new frame speaks, the old one no more', async ({ bare }) => {
    await bare.open({ body: elementWithFlow() });
    const before = await bare.frame('flow');
    await post(before, { Step: 'APP_MOUNTED' });
    await expect.poll(async () => (await bare.log()).steps).toHaveLength(1);
    await bare.page.evaluate(src => {
      const old = document.querySelector('iframe');
      const next = Object.assign(document.createElement('iframe'), { name: 'next', title: 'Pay', slot: 'flow', src });
      old?.replaceWith(next);
      if (old) document.body.append(old);
    }, FLOW);
    const next = await bare.frame('next');
    // Put elsewhere, the old iframe loads anew; its frame of before may be told of for a while.
    await expect.poll(() => before.isDetached()).toBe(true);
    await post(await bare.frame('flow'), { Step: 'SUCCESS' });
    await post(next, { Step: 'ACCOUNT_SELECTED' });
    await expect.poll(async () => (await bare.log()).steps).toEqual(['APP_MOUNTED', 'ACCOUNT_SELECTED']);
    await bare.hasPhase('waiting');
  });
});

test.describe('a flood of messages', () => {
  /** Posts so many messages to the page, in batches, and resolves when all were heard. */
  async function flood(frame: Frame, count: number): Promise<void> {
    await frame.evaluate(
      async ([left, sessionId]) => {
        const data: unknown[] = [
          { Step: 'SUCCESS', sessionId: '00000000-0000-4000-8000-000000000000' },
          JSON.stringify({ step: 'GUARANTEE_FAILED', sessionId: '00000000-0000-4000-8000-000000000000' }),
          { type: 'resize', height: 480, sessionId },
          'chatter {"',
          { Step: { toString: 'SUCCESS' } },
        ];
        for (let posted = 0; posted < left; posted += 1000) {
          for (let index = 0; index < 1000; index += 1) window.top?.postMessage(data[index % data.length], '*');
          await new Promise<void>(resolve => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              port1.close();
              resolve();
            };
            window.top?.postMessage('heard', '*', [port2]);
          });
        }
      },
      [count, SESSION] as const,
    );
  }

  test('a hundred thousand, forged and chatter: nothing moves, and they cost next to nothing', async ({
    bare,
    page,
    context,
    consoleGuard,
  }) => {
    test.slow();
    await bare.open({
      head: `<script>addEventListener('message', ({ ports: [port] }) => port?.postMessage(null));</script>${MODULE}`,
      body: `${elementWithFlow()}<iframe title="evil" name="evil" src="https://evil.test/"></iframe>`,
    });
    await bare.hasPhase('waiting');
    const sources = [await bare.frame('flow'), await bare.frame('evil')];
    const devtools = await context.newCDPSession(page);
    // Thread time: what others do on this machine meanwhile does not count.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const cost = async (count: number): Promise<number> => {
      const task = async (): Promise<number> =>
        (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ??
        NaN;
      const before = await task();
      for (const source of sources) await flood(source, count / sources.length);
      return (await task()) - before;
    };
    await page.evaluate(() => {
      const element = document.querySelector('flinks-geft-status');
      const changes: string[] = [];
      new MutationObserver(() => changes.push('card')).observe(element?.shadowRoot ?? document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      for (const type of ['geft-step', 'geft-change', 'geft-error']) addEventListener(type, () => changes.push(type));
      Object.assign(window, { floodChanges: changes });
    });
    await cost(10_000);
    const withElement = await cost(100_000);
    expect(await page.evaluate((): unknown => Reflect.get(window, 'floodChanges'))).toEqual([]);
    await bare.hasPhase('waiting');
    expect(bare.checks).toHaveLength(1);
    // Without a session nobody listens. Its iframe stays where it is: it is one of the two that post.
    consoleGuard.allow(/invalid-session-id/);
    await page.evaluate(() => document.querySelector('flinks-geft-status')?.setAttribute('session-id', 'none'));
    const without = 5 * (await cost(20_000));
    // Each message is a task of its own: if a thousand of them are no long task, one is none.
    expect((withElement - without) / 100, 'seconds of a thousand messages').toBeLessThan(0.05);
    expect(withElement / without, 'with the element, to without').toBeLessThan(3);
  });
});

test.describe('moved about', () => {
  test('into the document of an iframe, shadow roots and back: the watch goes on, no request too many', async ({
    bare,
    page,
  }) => {
    await bare.open({ body: `${element()}<iframe title="another document" srcdoc="<p></p>"></iframe>` });
    await bare.hasPhase('waiting');
    await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.querySelector('p'));
    await page.evaluate(() => {
      // Out of the document, nothing finds it any more.
      Object.assign(window, { moved: document.querySelector('flinks-geft-status') });
    });
    const move = async (to: 'frame' | 'shadow' | 'shadow in frame' | 'body'): Promise<void> => {
      await page.evaluate(target => {
        const inner = document.querySelector('iframe')?.contentDocument ?? document;
        const owner = target.endsWith('frame') ? inner : document;
        const host = owner.querySelector('div') ?? owner.body.appendChild(owner.createElement('div'));
        const root = target.startsWith('shadow')
          ? (host.shadowRoot ?? host.attachShadow({ mode: 'open' }))
          : owner.body;
        const moved: unknown = Reflect.get(window, 'moved');
        if (moved instanceof HTMLElement) root.append(owner.adoptNode(moved));
      }, to);
    };
    for (const to of ['frame', 'shadow', 'shadow in frame', 'body', 'shadow', 'frame'] as const) {
      await move(to);
      await bare.pass(3, 1);
    }
    expect(bare.checks).toHaveLength(1);
    await move('body');
    await bare.pass(15, 3);
    expect(bare.checks).toHaveLength(2);
    bare.answer = SCHEDULED;
    await move('shadow in frame');
    await bare.pass(30);
    expect(await page.evaluate((): unknown => Reflect.get(Object(Reflect.get(window, 'moved')), 'phase'))).toBe(
      'success',
    );
    expect(bare.checks).toHaveLength(3);
  });
});

test.describe('moved about with its flow', () => {
  test('into a shadow root and out of it: the flow is heard there, too', async ({ bare, page }) => {
    await bare.open({ body: elementWithFlow() });
    await post(await bare.frame('flow'), { Step: 'APP_MOUNTED' });
    await expect.poll(async () => (await bare.log()).steps).toHaveLength(1);
    const move = async (isHidden: boolean): Promise<void> => {
      const before = await bare.frame('flow');
      await page.evaluate(inShadow => {
        const host = document.querySelector('div') ?? document.body.appendChild(document.createElement('div'));
        const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
        const moved = document.querySelector('flinks-geft-status') ?? root.querySelector('flinks-geft-status');
        if (moved) (inShadow ? root : document.body).append(moved);
      }, isHidden);
      // Put elsewhere, an iframe loads anew.
      await expect.poll(() => before.isDetached()).toBe(true);
    };
    await move(true);
    await post(await bare.frame('flow'), { Step: 'INSTITUTION_SELECTED' });
    await expect.poll(async () => (await bare.log()).steps).toEqual(['APP_MOUNTED', 'INSTITUTION_SELECTED']);
    await move(false);
    await post(await bare.frame('flow'), { Step: 'GUARANTEE_FAILED' });
    await bare.hasPhase('declined');
    expect(bare.checks).toHaveLength(1);
  });
});

/**
 * A real one: Playwright keeps Chromium from storing pages, and loses sight of a page that comes back. So the flag is taken
 * away, the pages move about by themselves, and a server tells what they did.
 */
test.describe('the back/forward cache', () => {
  const rows: readonly (readonly [name: string, secondsAway: number, isSlow: boolean, tells: string[]])[] = [
    ['back after a minute: a check at once', 60, false, ['check', 'away', 'back', 'check', 'settled']],
    ['back within the floor: no check yet', 0, false, ['check', 'away', 'back']],
    ['left during a check: it keeps the page from nothing', 60, true, ['check', 'away', 'back', 'check', 'settled']],
  ];
  for (const [name, secondsAway, isSlow, tells] of rows) {
    test(name, async ({ playwright, launchOptions }) => {
      const told: string[] = [];
      const module = readFileSync(moduleFile);
      const shop = `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,">${MODULE}
        <script>
          const real = performance.now.bind(performance);
          let away = 0;
          performance.now = () => real() + away;
          addEventListener('pageshow', ({ persisted }) => {
            if (!persisted) return;
            away = ${1000 * secondsAway};
            navigator.sendBeacon('/told/back');
          }, true);
          addEventListener('geft-settled', () => navigator.sendBeacon('/told/settled'));
        </script>
        ${element('base-url="/"')}`;
      const elsewhere = `<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">
        <script>addEventListener('pageshow', () => setTimeout(() => history.back(), 200));</script>`;
      const server = await serve(({ url = '' }, response) => {
        const [, folder, what = ''] = url.split('/');
        if (folder === 'told') told.push(what);
        if (folder === 'away') told.push('away');
        const isFirst = !told.includes('check');
        if (folder === 'api') told.push('check');
        if (folder === 'api' && isFirst && isSlow) return;
        const [type, body] =
          folder === 'api'
            ? ['application/json', isFirst ? status('Initiated', 'EFT0101') : SCHEDULED]
            : folder === 'flinks-geft-status.js'
              ? ['text/javascript', module]
              : ['text/html', folder === 'away' ? elsewhere : shop];
        response.writeHead(200, { 'Content-Type': type }).end(body);
      });
      const browser = await playwright.chromium.launch({
        ...launchOptions,
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      });
      try {
        const page = await browser.newPage();
        await page.goto(`${server.origin}/`);
        await expect.poll(() => told).toEqual(['check']);
        await page.evaluate(() => {
          setTimeout(() => {
            location.assign('/away');
          }, 200);
        });
        // What comes at the same time comes in any order.
        await expect.poll(() => [...told].sort()).toEqual([...tells].sort());
        // Nothing comes after that.
        await new Promise(resolve => setTimeout(resolve, 300));
        expect(told).toHaveLength(tells.length);
      } finally {
        await browser.close();
        await server.close();
      }
    });
  }
});
