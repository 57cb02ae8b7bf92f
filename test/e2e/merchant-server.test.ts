import { createHmac, randomUUID } from 'node:crypto';
import { expect, test as base } from 'playwright/test';
import { StatusDesk } from '../../demo/merchant-server/status-desk.js';
import type { Faults } from '../../demo/sandbox/types.js';
import { Merchant, SECRET, StandingClock } from '../support/merchant.js';

/** `demo/merchant-server`, without a page: on a clock that stands still, between its callers and a sandbox of its own. */

const test = base.extend<{ merchant: Merchant }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern.
  merchant: async ({}, use) => {
    const merchant = await Merchant.open();
    await use(merchant);
    for (const { headers } of merchant.told) {
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect([...headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([]);
    }
    await merchant.close();
  },
});

const PAID = { status: 'Completed', statusDetails: 'EFT0301' };

test.describe('the relay', () => {
  test('hands on what Flinks says of the session', async ({ merchant }) => {
    const { sessionId } = await merchant.order(100);
    const { status, body } = await merchant.status(sessionId);
    expect(status).toBe(200);
    expect(body).toEqual({
      sessionId,
      referenceId: 'Happy1',
      amount: 100,
      status: 'Initiated',
      statusDetails: 'EFT0101',
    });
  });

  test('keeps the floor for a session, however many ask', async ({ merchant }) => {
    const { sessionId } = await merchant.order();
    const other = await merchant.order();
    await Promise.all([1, 2, 3, 4].map(() => merchant.status(sessionId)));
    expect(merchant.checks(sessionId)).toBe(1);
    await merchant.sandbox.outcome(sessionId, PAID);

    merchant.clock.pass(8.9);
    expect((await merchant.status(sessionId.toUpperCase())).text).toContain('EFT0101');
    expect(merchant.checks(sessionId)).toBe(1);
    await merchant.status(other.sessionId);
    expect(merchant.checks(other.sessionId)).toBe(1);

    // A moment early: these wait for the answer that is due.
    merchant.clock.pass(0.6);
    const early = [merchant.status(sessionId), merchant.status(sessionId)];
    await expect.poll(() => merchant.clock.waiting).toBe(1);
    expect(merchant.checks(sessionId)).toBe(1);
    merchant.clock.pass(0.5);
    for (const { text } of await Promise.all(early)) expect(text).toContain('EFT0301');
    expect(merchant.checks(sessionId)).toBe(2);
  });

  for (const http of [429, 503]) {
    test(`leaves Flinks alone for as long as it says with ${String(http)}, and says so`, async ({ merchant }) => {
      const { sessionId } = await merchant.order();
      await merchant.sandbox.setFaults(sessionId, { http, retryAfter: 30, times: 1 });
      const first = await merchant.status(sessionId);
      expect([first.status, first.headers.get('Retry-After')]).toEqual([http, '30']);
      merchant.clock.pass(12);
      const second = await merchant.status(sessionId);
      expect([second.status, second.headers.get('Retry-After')]).toEqual([http, '18']);
      expect(merchant.checks()).toBe(1);
      merchant.clock.pass(18);
      expect((await merchant.status(sessionId)).status).toBe(200);
    });
  }

  test('takes a date for an answer to how long, and five minutes for the most', async ({ merchant }) => {
    const { sessionId } = await merchant.order();
    const retryAfter = new Date(merchant.clock.now() + 3_600_000).toUTCString();
    await merchant.sandbox.setFaults(sessionId, { http: 503, retryAfter, times: 1 });
    await merchant.status(sessionId);
    merchant.clock.pass(290);
    expect((await merchant.status(sessionId)).status).toBe(503);
    merchant.clock.pass(10);
    expect((await merchant.status(sessionId)).status).toBe(200);
  });

  const troubles: readonly (readonly [faults: Partial<Faults>, status: number])[] = [
    [{ http: 404 }, 404],
    [{ http: 500 }, 500],
    [{ drop: true }, 502],
    [{ malformed: 'html' }, 502],
    [{ malformed: 'wrong-types' }, 502],
    [{ otherSession: true }, 502],
  ];
  for (const [faults, status] of troubles) {
    test(`${JSON.stringify(faults)} is ${String(status)} for the page`, async ({ merchant }) => {
      const { sessionId } = await merchant.order();
      await merchant.sandbox.setFaults(sessionId, faults);
      expect((await merchant.status(sessionId)).status).toBe(status);
      await merchant.status(sessionId);
      expect(merchant.checks(), 'a failure keeps the floor too').toBe(1);
    });
  }

  test('no answer in eight seconds is 504 for the page, which waits for ten', async ({ merchant }) => {
    const { sessionId } = await merchant.order();
    await merchant.sandbox.setFaults(sessionId, { hang: true });
    const asked = merchant.status(sessionId);
    await expect.poll(() => merchant.checks()).toBe(1);
    merchant.clock.pass(8);
    expect((await asked).status).toBe(504);
  });

  test('is for the shop’s own sessions, and no proxy for anything else', async ({ merchant }) => {
    const { sessionId } = await merchant.sandbox.createSession();
    const own = await merchant.order();
    const before = merchant.upstream.length;
    expect((await merchant.status(sessionId)).status).toBe(404);
    expect((await merchant.status(randomUUID())).status).toBe(404);
    expect((await merchant.status('..%2f..%2fauthorize')).status).toBe(400);
    for (const path of [`api/v2/sessions/${own.sessionId}/details`, 'api/v1/authorize', 'sandbox/sessions']) {
      expect((await merchant.get(`/flinks/${path}`)).status).toBe(404);
    }
    expect((await merchant.post(`/flinks/api/v2/sessions/${own.sessionId}/status`)).status).toBe(404);
    expect(merchant.upstream).toHaveLength(before);
  });

  test('remembers no more than so many sessions', async () => {
    const clock = new StandingClock();
    const asked: string[] = [];
    const ask = (id: string): Promise<{ status: number; body: null }> => {
      asked.push(id);
      return Promise.resolve({ status: 200, body: null });
    };
    const desk = new StatusDesk(ask, clock);
    for (let id = 0; id <= 10_000; id += 1) await desk.status(String(id));
    await desk.status('1');
    expect(asked).toHaveLength(10_001);
    await desk.status('0');
    expect(asked).toHaveLength(10_002);
  });
});

test.describe('the details', () => {
  test('hold what the payer may see, and nothing else', async ({ merchant }) => {
    const { sessionId, cookie } = await merchant.order(500);
    await merchant.sandbox.walk(sessionId);
    const { status, body } = await merchant.get(`/orders/${sessionId}/details`, { cookie });
    expect(status).toBe(200);
    expect(body).toEqual({
      sessionId,
      status: 'Completed',
      referenceId: 'Happy1',
      amount: 500,
      currency: 'CAD',
      step: { current: 'Complete' },
      payor: { account: { institutionCode: '003', accountNumber: '****4567' } },
      guaranteeDetails: {
        guaranteeOffered: true,
        guaranteeAccepted: true,
        highestDebitAmountToGuarantee: 500,
        guaranteedEftType: 'Full',
      },
    });
  });

  test('are for the browser that placed the order', async ({ merchant }) => {
    const { sessionId, cookie } = await merchant.order();
    const other = await merchant.order();
    const { headers: placed } = await merchant.post('/orders', { reference: 'x', amount: 1 });
    expect(placed.get('Set-Cookie')).toMatch(/^payer=[\da-f-]{36}; Path=\/; HttpOnly; SameSite=Strict$/);
    for (const headers of [{}, { cookie: other.cookie }, { cookie: 'payer=' }, { cookie: `x${cookie}` }]) {
      expect((await merchant.get(`/orders/${sessionId}/details`, headers)).status).toBe(404);
      expect((await merchant.get(`/orders/${sessionId}`, headers)).status).toBe(404);
      expect((await merchant.post(`/orders/${sessionId}/cancel`, {}, headers)).status).toBe(404);
    }
    expect(merchant.calls('/details') + merchant.calls('/cancel')).toBe(0);
    expect((await merchant.get(`/orders/${sessionId}/details`, { cookie: `a=b; ${cookie}` })).status).toBe(200);
  });

  test('are asked for seldom: while it goes on, and after the end', async ({ merchant }) => {
    const { sessionId, cookie } = await merchant.order();
    const ask = () => merchant.get(`/orders/${sessionId}/details`, { cookie });
    // Whoever comes after an answer waits for the next one: these have to be there before it.
    const hear = (count: number) =>
      expect.poll(() => merchant.heard.filter(path => path.endsWith('/details')).length).toBe(count);
    let answer = (): void => undefined;
    merchant.heldBack = new Promise(resolve => (answer = resolve));
    const first = [ask(), ask(), ask()];
    await hear(3);
    answer();
    await Promise.all(first);
    expect(merchant.calls('/details')).toBe(1);
    merchant.clock.pass(1.5);
    await merchant.sandbox.walk(sessionId, { to: 'agreement' });
    const soon = [ask(), ask()];
    await hear(5);
    expect(merchant.clock.waiting).toBe(1);
    expect(merchant.calls('/details')).toBe(1);
    merchant.clock.pass(0.5);
    for (const { text } of await Promise.all(soon)) expect(text, 'no old answer').toContain('"status":"Completed"');
    expect(merchant.calls('/details'), 'two seconds later').toBe(2);
    merchant.clock.pass(2);
    await merchant.sandbox.walk(sessionId);
    expect((await ask()).text, 'Completed, but unsigned before').toContain('Complete"}');
    expect(merchant.calls('/details')).toBe(3);
    merchant.clock.pass(599);
    await ask();
    expect(merchant.calls('/details'), 'ten minutes after the end').toBe(3);
    merchant.clock.pass(1);
    await ask();
    expect(merchant.calls('/details')).toBe(4);
  });

  test('that cannot be had are told so, with nothing of the body, and asked for again', async ({ merchant }) => {
    const { sessionId, cookie } = await merchant.order();
    const ask = () => merchant.get(`/orders/${sessionId}/details`, { cookie });
    for (const [detailsHttp, status] of [
      [403, 502],
      [404, 404],
      [503, 503],
    ] as const) {
      await merchant.sandbox.setFaults(sessionId, { detailsHttp });
      const told = await ask();
      expect([told.status, told.body]).toEqual([status, { error: 'details_unavailable' }]);
      merchant.clock.pass(2);
    }
    await merchant.sandbox.setFaults(sessionId, { detailsHttp: null });
    expect((await ask()).status).toBe(200);
  });
});

test.describe('the token', () => {
  test('is fetched once, until it is about to expire', async ({ merchant }) => {
    await Promise.all([merchant.order(), merchant.order()]);
    merchant.clock.pass(568);
    await merchant.order();
    expect(merchant.calls('/authorize')).toBe(1);
    merchant.clock.pass(1);
    await merchant.order();
    expect(merchant.calls('/authorize')).toBe(2);
  });

  test('that Flinks refuses is renewed once; refused again, the page reads 502', async ({ merchant }) => {
    const { sessionId, cookie } = await merchant.order();
    merchant.refusals = 1;
    expect((await merchant.get(`/orders/${sessionId}/details`, { cookie })).status).toBe(200);
    expect(merchant.calls('/authorize')).toBe(2);
    merchant.clock.pass(2);
    merchant.refusals = 2;
    expect((await merchant.get(`/orders/${sessionId}/details`, { cookie })).status).toBe(502);
    expect(merchant.calls('/authorize')).toBe(3);
  });

  test('is sent nowhere else, whatever Flinks’ address answers', async ({ merchant }) => {
    const { sessionId, cookie } = await merchant.order();
    merchant.movedTo = `/elsewhere/${sessionId}`;
    expect((await merchant.get(`/orders/${sessionId}/details`, { cookie })).status).toBe(502);
    expect(merchant.upstream.at(-1)?.path).toBe(`/api/v2/sessions/${sessionId}/details`);
  });

  test('and the credentials are in no answer, whatever goes wrong', async ({ merchant }) => {
    const { sessionId, orderId, cookie } = await merchant.order();
    const faults: Partial<Faults>[] = [{}, { http: 500, detailsHttp: 401 }, { drop: true, detailsHttp: 500 }];
    for (const each of faults) {
      await merchant.sandbox.replaceFaults(sessionId, each);
      await merchant.status(sessionId);
      await merchant.get(`/orders/${sessionId}`, { cookie });
      await merchant.get(`/orders/${sessionId}/details`, { cookie });
      await merchant.post(`/orders/${orderId}/ship`);
      merchant.clock.pass(600);
    }
    await merchant.post(`/orders/${sessionId}/cancel`, {}, { cookie });
    expect((await merchant.post('/orders', 'no JSON')).status).toBe(400);
    expect((await merchant.post('/orders', 'x'.repeat(10_001))).status).toBe(413);
    merchant.refusals = 2;
    expect((await merchant.post('/orders', { reference: 'x', amount: 1 })).status).toBe(502);
    const tokens = new Set(merchant.upstream.flatMap(({ authorization }) => authorization?.split(' ')[1] ?? []));
    expect(tokens.size).toBeGreaterThan(1);
    const answers = merchant.told.map(({ text, headers }) => text + JSON.stringify([...headers])).join('\n');
    for (const secret of [...tokens, SECRET, 'the-shop', 'Bearer']) expect(answers).not.toContain(secret);
  });
});

test.describe('the one rule', () => {
  const others: readonly (readonly [
    says: { status: string; statusDetails: string; amount?: number },
    state: string,
  ])[] = [
    [{ status: 'Initiated', statusDetails: 'EFT0101' }, 'pending'],
    [{ status: 'Completed', statusDetails: 'EFT0302' }, 'pending'],
    [{ status: 'Completed', statusDetails: 'EFT0399' }, 'pending'],
    [{ status: 'InProgress', statusDetails: 'EFT0301' }, 'pending'],
    [{ status: 'completed', statusDetails: 'EFT0301' }, 'pending'],
    [{ status: 'Failed', statusDetails: 'EFT0402' }, 'failed'],
    [{ status: 'Canceled', statusDetails: 'EFT0501' }, 'failed'],
    [{ status: 'Expired', statusDetails: 'EFT0601' }, 'failed'],
    [{ ...PAID, amount: 99.99 }, 'in-part'],
  ];
  for (const [says, state] of others) {
    test(`${Object.values(says).join(' ')} ships nothing`, async ({ merchant }) => {
      const { orderId, sessionId } = await merchant.order(100);
      await merchant.sandbox.outcome(sessionId, says);
      const { status, body } = await merchant.post(`/orders/${orderId}/ship`);
      expect([status, body]).toEqual([409, { error: 'not_paid', state }]);
      expect(merchant.shipped).toEqual([]);
    });
  }

  test('Completed with EFT0301 for the full amount ships, once', async ({ merchant }) => {
    const { orderId, sessionId } = await merchant.order(100);
    await merchant.sandbox.walk(sessionId);
    const ship = () => merchant.post(`/orders/${orderId}/ship`);
    const answers = [...(await Promise.all([ship(), ship()])), await ship()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0]?.body).toEqual({ orderId, shippedAt: '2026-03-02T15:00:00.000Z' });
    expect(merchant.shipped).toEqual([orderId]);
  });

  test('another order’s payment, or another session’s answer, ships nothing', async ({ merchant }) => {
    const cheap = await merchant.order(1);
    const dear = await merchant.order(1000);
    await merchant.sandbox.walk(cheap.sessionId);
    for (const body of [{}, { sessionId: cheap.sessionId, status: 'Completed', statusDetails: 'EFT0301' }]) {
      expect((await merchant.post(`/orders/${dear.orderId}/ship`, body)).status).toBe(409);
    }
    expect((await merchant.post(`/orders/${cheap.sessionId}/ship`)).status).toBe(404);
    merchant.clock.pass(10);
    await merchant.sandbox.setFaults(dear.sessionId, { otherSession: true });
    expect((await merchant.post(`/orders/${dear.orderId}/ship`)).status).toBe(502);
    expect(merchant.shipped).toEqual([]);
  });

  test('where Flinks does not answer, nothing is shipped and nothing is given up', async ({ merchant }) => {
    const { orderId, sessionId } = await merchant.order();
    await merchant.sandbox.walk(sessionId);
    await merchant.sandbox.setFaults(sessionId, { drop: true, times: 1 });
    expect((await merchant.post(`/orders/${orderId}/ship`)).status).toBe(502);
    expect(merchant.shipped).toEqual([]);
    merchant.clock.pass(10);
    expect((await merchant.post(`/orders/${orderId}/ship`)).status).toBe(200);
    expect(merchant.shipped).toEqual([orderId]);
  });

  test('pages of other origins order, cancel and ship nothing', async ({ merchant }) => {
    const { orderId, sessionId, cookie } = await merchant.order();
    await merchant.sandbox.walk(sessionId);
    const before = merchant.upstream.length;
    for (const origin of ['https://evil.example', 'null', merchant.sandbox.origin]) {
      const headers = { origin, cookie };
      expect((await merchant.post('/orders', { reference: 'x', amount: 1 }, headers)).status).toBe(403);
      expect((await merchant.post(`/orders/${sessionId}/cancel`, {}, headers)).status).toBe(403);
      expect((await merchant.post(`/orders/${orderId}/ship`, {}, headers)).status).toBe(403);
    }
    expect(merchant.upstream).toHaveLength(before);
    expect(merchant.shipped).toEqual([]);
  });
});

test.describe('a webhook', () => {
  const event = (sessionId: string) => ({ event: 'SessionSetupStatusChanged', sessionId, ...PAID, amount: 100 });

  test('that is forged makes the server ask, and ships nothing', async ({ merchant }) => {
    const { sessionId } = await merchant.order(100);
    for (let times = 0; times < 20; times += 1) {
      expect((await merchant.post('/flinks/webhook', event(sessionId))).status).toBe(200);
    }
    // Three times in all, at the floor's pace, while Flinks knows of no end.
    for (const checks of [1, 2, 3]) {
      await expect.poll(() => merchant.checks()).toBe(checks);
      if (checks === 3) break;
      await expect.poll(() => merchant.clock.waiting).toBe(1);
      merchant.clock.pass(10);
    }
    await merchant.status(sessionId);
    expect(merchant.clock.waiting).toBe(0);
    expect(merchant.checks()).toBe(3);
    expect(merchant.shipped).toEqual([]);
  });

  test('that is true ships without any page, once', async ({ merchant }) => {
    const { sessionId, orderId } = await merchant.order(100);
    await merchant.sandbox.walk(sessionId);
    await merchant.post('/flinks/webhook', { when: '2026-03-02T15:00:00Z', data: event(sessionId) });
    await expect.poll(() => merchant.shipped).toEqual([orderId]);
    await merchant.post('/flinks/webhook', event(sessionId));
    expect((await merchant.post(`/orders/${orderId}/ship`)).status).toBe(200);
    expect(merchant.checks()).toBe(1);
    expect(merchant.clock.waiting, 'no more is to be asked').toBe(0);
    expect(merchant.shipped).toEqual([orderId]);
  });

  test('does not make do with an answer from before it', async ({ merchant }) => {
    const { sessionId, orderId } = await merchant.order();
    await merchant.status(sessionId);
    await merchant.sandbox.walk(sessionId);
    merchant.clock.pass(3);
    await merchant.post('/flinks/webhook', event(sessionId));
    await expect.poll(() => merchant.clock.waiting).toBe(1);
    merchant.clock.pass(6.9);
    expect(merchant.checks()).toBe(1);
    merchant.clock.pass(0.1);
    await expect.poll(() => merchant.shipped).toEqual([orderId]);
    expect(merchant.checks()).toBe(2);
  });

  test('about nothing of the shop’s is answered alike, and nobody is asked', async ({ merchant }) => {
    const { sessionId } = await merchant.sandbox.createSession();
    const before = merchant.upstream.length;
    for (const body of [event(sessionId), { sessionId: 7 }, [], null]) {
      expect((await merchant.post('/flinks/webhook', body)).status).toBe(200);
    }
    expect((await merchant.post('/flinks/webhook', 'no JSON')).status).toBe(400);
    expect(merchant.upstream).toHaveLength(before);
  });
});

test('with a secret, a webhook has to be signed', async () => {
  const merchant = await Merchant.open({ webhookSecret: 'webhook-secret' });
  const { sessionId, orderId } = await merchant.order(100);
  await merchant.sandbox.walk(sessionId);
  const body = JSON.stringify({ sessionId });
  const signature = (text: string, secret = 'webhook-secret') =>
    `sha256=${createHmac('sha256', secret).update(text).digest('hex').toUpperCase()}`;
  const wrong = ['', 'sha256=', 'sha256=00', signature(`${body} `), signature(body, 'guess'), signature(body).slice(7)];
  for (const header of wrong) {
    const { status } = await merchant.post('/flinks/webhook', body, { 'X-Webhook-Signature': header });
    expect(status, header).toBe(401);
  }
  expect((await merchant.post('/flinks/webhook', body)).status).toBe(401);
  expect(merchant.checks()).toBe(0);
  await merchant.post('/flinks/webhook', body, { 'X-Webhook-Signature': signature(body) });
  await expect.poll(() => merchant.shipped).toEqual([orderId]);
  await merchant.close();
});
