import { BarePage, element, elementWithFlow, FLINKS, FLOW, MODULE, post, SESSION, status } from './bare-page.js';
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
      `for (const name of ['status', 'statusDetails', 'sessionId', 'Step', 'step', 'amount', 'phase', 'confirmed'])
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
      'refuse to define an element a second time',
      `const define = customElements.define.bind(customElements);
       customElements.define = (name, ...more) => {
         if (customElements.get(name)) throw new Error('Already defined: ' + name);
         define(name, ...more);
       };`,
    ],
    [
      'fill the global scope',
      `for (const name of ['name', 'status', 'sessionId', 'phase', 'geft', 'lit', 'event', 'origin'])
         try { window[name] = 'Completed'; } catch {}
       window.litHtmlVersions = window.reactiveElementVersions = undefined;`,
    ],
  ];

  for (const [name, script] of mischief) {
    for (const when of ['before', 'after'] as const) {
      test(`${when} it, ${name}: no success but by the endpoint’s word`, async ({ bare }) => {
        const tag = `<script${when === 'after' ? ' type="module"' : ''}>{${script}}</script>`;
        // A body that says nothing by itself.
        bare.answer = '{}';
        await bare.open({
          head: when === 'before' ? tag + MODULE : MODULE + tag,
          body: elementWithFlow(),
        });
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
  }

  /** A `fetch` that is none: each of its results is a check that failed, nothing more. */
  const fetches: readonly (readonly [name: string, script: string])[] = [
    ['throws', `window.fetch = () => { throw new Error('no'); };`],
    ['rejects with nothing', `window.fetch = () => Promise.reject();`],
    ['resolves with nothing', `window.fetch = () => Promise.resolve();`],
    ['is no promise', `window.fetch = () => 7;`],
    ['is an empty success', `window.fetch = async () => ({ ok: true, json: async () => ({}) });`],
    ['has a body that throws', `window.fetch = async () => ({ ok: true, json() { throw new SyntaxError('no'); } });`],
    ['refuses without headers', `window.fetch = async () => ({ ok: false, status: 500 });`],
    ['is not there', `delete window.fetch; window.fetch = undefined;`],
  ];
  for (const [name, script] of fetches) {
    test(`a fetch that ${name}: a check that failed`, async ({ bare }) => {
      await bare.open({ head: `<script>${script}</script>${MODULE}`, body: element() });
      await bare.pass(30);
      await bare.hasPhase('waiting');
      const error = await bare.page.evaluate(() => document.querySelector('flinks-geft-status')?.snapshot.error?.code);
      expect(error).toMatch(/^(network|malformed-response)$/);
    });
  }

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
    await post(await bare.frame('flow'), { Step: 'APP_MOUNTED' });
    await expect.poll(async () => (await bare.log()).steps).toHaveLength(1);
    await bare.page.evaluate(src => {
      const old = document.querySelector('iframe');
      const next = Object.assign(document.createElement('iframe'), { name: 'next', title: 'Pay', slot: 'flow', src });
      old?.replaceWith(next);
      if (old) document.body.append(old);
    }, FLOW);
    const next = await bare.frame('next');
    await post(await bare.frame('flow'), { Step: 'SUCCESS' });
    await post(next, { Step: 'ACCOUNT_SELECTED' });
    await expect.poll(async () => (await bare.log()).steps).toEqual(['APP_MOUNTED', 'ACCOUNT_SELECTED']);
    await bare.hasPhase('waiting');
  });
});
