import {
  advance,
  type Answer,
  BEGINNING,
  body,
  button,
  chanceBrings,
  details,
  endpoint,
  errors,
  held,
  http,
  INITIATED,
  mount,
  say,
  SCHEDULED,
  sessionId,
  setUp,
  silence,
  stalled,
  status,
  told,
  unreachable,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

/** The seconds between checks. */
function gaps(): number[] {
  const times = endpoint.times();
  return times.slice(1).map((time, index) => Math.round(1000 * (time - (times[index] ?? 0))) / 1000);
}

describe('trouble that is retried', () => {
  const troubles: [name: string, answer: Answer, code: string][] = [
    ['nothing gets through', unreachable, 'network'],
    ['no answer', silence, 'timeout'],
    ['half an answer', stalled, 'timeout'],
    ['HTTP 408, with a body', http(408), 'timeout'],
    [
      'HTTP 408, with a status for a body',
      ({ sessionId: id }) => body(scheduled(id), { status: 408 })(asked(id)),
      'timeout',
    ],
    ['HTTP 425', http(425), 'server'],
    ['HTTP 429', http(429), 'rate-limited'],
    ['HTTP 500', http(500), 'server'],
    ['HTTP 502', http(502), 'server'],
    ['HTTP 503', http(503), 'server'],
    ['HTTP 504', http(504), 'server'],
    [
      'HTTP 500, with a status for a body',
      ({ sessionId: id }) => body(scheduled(id), { status: 500 })(asked(id)),
      'server',
    ],
    ['an HTML page', body('<!doctype html><title>Log in</title>'), 'malformed-response'],
    ['nothing at all', body(''), 'malformed-response'],
    ['JSON without a status', body('{}'), 'malformed-response'],
    ['JSON null', body('null'), 'malformed-response'],
    ['a list', body('[]'), 'malformed-response'],
    ['an error for a body', body('{"error":"not_found"}'), 'malformed-response'],
    ['a status of the wrong type', status('Completed', 'EFT0301', { status: 1 }), 'malformed-response'],
    ['another session’s', status('Completed', 'EFT0301', { sessionId: crypto.randomUUID() }), 'session-mismatch'],
  ];
  for (const [name, answer, code] of troubles) {
    it(`${name} is ${code}`, async () => {
      endpoint.says(answer, INITIATED);
      const element = await mount();
      await advance(10);
      expect(errors(element)).to.deep.equal([code]);
      expect(element.phase).to.equal('waiting');
      expect(details(element, 'geft-error')[0]).to.include({ code, retriable: true });
      await advance(10);
      expect(endpoint.requests().length).to.be.greaterThan(1);
      expect(element.snapshot).to.include({ error: null, status: 'Initiated' });
    });
  }

  it('each failed check is told', async () => {
    endpoint.says(unreachable, http(503), http(429), INITIATED);
    const element = await mount();
    await advance(120);
    expect(errors(element)).to.deep.equal(['network', 'server', 'rate-limited']);
  });

  it('changes nothing of what the payer reads', async () => {
    endpoint.says(INITIATED, unreachable);
    const element = await mount();
    await say('GUARANTEE_OFFERED');
    const phase = element.phase;
    const changes = told(element).filter(type => type === 'geft-change').length;
    await advance(100);
    expect(element.phase).to.equal(phase);
    expect(told(element).filter(type => type === 'geft-change').length).to.equal(changes);
  });
});

describe('the delay after a failure', () => {
  it('doubles from the floor to two minutes', async () => {
    endpoint.says(unreachable);
    await mount();
    await advance(800);
    expect(gaps().slice(0, 7)).to.deep.equal([10, 20, 40, 80, 120, 120, 120]);
  });

  it('has jitter, is never below the floor, nor above two minutes', async () => {
    endpoint.says(unreachable);
    chanceBrings(0.999);
    await mount();
    await advance(800);
    const found = gaps();
    expect(found.slice(0, 4)).to.not.deep.equal([10, 20, 40, 80]);
    for (const [index, gap] of found.entries()) {
      const plain = Math.min(120, 10 * 2 ** index);
      expect(gap, `gap ${index}`).to.be.within(Math.max(10, plain / 2), Math.min(120, plain * 1.5));
    }
  });

  it('begins anew after an answer', async () => {
    endpoint.says(unreachable, unreachable, INITIATED, unreachable, unreachable, INITIATED);
    await mount();
    await advance(110);
    expect(endpoint.times()).to.deep.equal([0, 10, 30, 60, 70, 90]);
  });

  it('is the same whatever asked for the check that failed, and however long silence may last', async () => {
    endpoint.says(INITIATED, unreachable, unreachable, INITIATED);
    const element = await mount({ 'poll-interval': '300' });
    await advance(20);
    await element.check();
    await advance(200);
    expect(endpoint.times()).to.deep.equal([0, 20, 30, 50]);
  });

  it('is not put off by a message from before the failure', async () => {
    const slow = held(http(503));
    endpoint.says(INITIATED, slow.answer, INITIATED);
    await mount();
    await advance(32);
    await say('SUBMIT_MFA');
    slow.release();
    await advance(28);
    expect(endpoint.times()).to.deep.equal([0, 30, 42]);
  });

  it('begins anew when the flow ends', async () => {
    endpoint.says(unreachable);
    const element = await mount();
    await advance(400);
    const before = endpoint.times().length;
    await say('SUCCESS');
    await advance(40);
    expect(endpoint.times().slice(before)).to.deep.equal([400, 410, 430]);
    expect(element.snapshot).to.include({ phase: 'success', confirmed: false });
  });

  it('is not waited for by check()', async () => {
    endpoint.says(unreachable, unreachable, unreachable, INITIATED);
    const element = await mount();
    await advance(45);
    expect(endpoint.times()).to.deep.equal([0, 10, 30]);
    await element.check();
    expect(endpoint.times()).to.deep.equal([0, 10, 30, 45]);
  });
});

describe('Retry-After', () => {
  const in90 = new Date(BEGINNING + 90_000).toUTCString();
  const in3Hours = new Date(BEGINNING + 3 * 3_600_000).toUTCString();
  const past = new Date(BEGINNING - 60_000).toUTCString();
  const cases: [header: string, seconds: number][] = [
    ['60', 60],
    ['5', 10],
    ['0', 10],
    ['300', 300],
    ['301', 300],
    ['86400', 300],
    [in90, 90],
    [in3Hours, 300],
    [past, 10],
    ['-60', 10],
    ['soon', 10],
    ['', 10],
  ];
  for (const code of [429, 503]) {
    for (const [header, seconds] of cases) {
      it(`“${header}” with ${code} is ${seconds} s`, async () => {
        endpoint.says(http(code, { 'Retry-After': header }), INITIATED);
        await mount();
        await advance(seconds - 1);
        expect(endpoint.times()).to.deep.equal([0]);
        await advance(1);
        expect(endpoint.times()).to.deep.equal([0, seconds]);
      });
    }
  }

  it('is honoured whatever asks', async () => {
    endpoint.says(http(429, { 'Retry-After': '120' }), INITIATED);
    const element = await mount();
    void element.check();
    await say('SUCCESS');
    element.remove();
    await advance(1);
    document.body.append(element);
    await advance(118);
    expect(endpoint.times()).to.deep.equal([0]);
    await advance(1);
    expect(endpoint.times()).to.deep.equal([0, 120]);
  });
});

describe('trouble that is not', () => {
  it('HTTP 400 is an error at once', async () => {
    endpoint.says(http(400));
    const element = await mount();
    expect(element.phase).to.equal('error');
    expect(errors(element)).to.deep.equal(['bad-request']);
    expect(element.snapshot.error).to.include({ retriable: false });
    await advance(1000);
    expect(endpoint.times()).to.deep.equal([0]);
    expect(button(element)).to.equal(null);
  });

  const refusals: [code: number, error: string][] = [
    [404, 'session-not-found'],
    [401, 'access-refused'],
    [403, 'access-refused'],
  ];
  for (const [code, error] of refusals) {
    it(`HTTP ${code} is an error the third time in a row`, async () => {
      endpoint.says(http(code));
      const element = await mount();
      await advance(29);
      expect(errors(element)).to.deep.equal([error, error]);
      expect(element.phase).to.equal('waiting');
      await advance(1000);
      expect(element.phase).to.equal('error');
      expect(errors(element)).to.deep.equal([error, error, error]);
      expect(endpoint.times()).to.deep.equal([0, 10, 30]);
    });

    it(`HTTP ${code} twice, then an answer, twice again: no error`, async () => {
      endpoint.says(http(code), http(code), INITIATED, http(code), http(code), INITIATED);
      const element = await mount();
      await advance(300);
      expect(element.phase).to.equal('waiting');
    });

    it(`HTTP ${code} twice, then other trouble, twice again: no error`, async () => {
      endpoint.says(http(code), http(code), unreachable, http(code), http(code), INITIATED);
      const element = await mount();
      await advance(600);
      expect(element.phase).to.equal('waiting');
      expect(element.snapshot.error).to.equal(null);
    });

    it(`HTTP ${code}: bad news of the flow is believed at once all the same`, async () => {
      endpoint.says(http(code));
      const element = await mount();
      await advance(60);
      expect(element.phase).to.equal('error');
      await say('GUARANTEE_FAILED');
      expect(element.phase).to.equal('declined');
    });
  }

  const outdated: readonly (readonly [name: string, before: readonly Answer[], refusal: Answer, seconds: number])[] = [
    ['HTTP 400', [], http(400), 2],
    ['HTTP 404, the third time in a row', [http(404), http(404)], http(404), 32],
  ];
  for (const [name, before, refusal, seconds] of outdated) {
    for (const step of ['SUCCESS', 'GUARANTEE_FAILED']) {
      it(`${name}, to a question from before ${step}: the flow’s end is confirmed all the same`, async () => {
        const slow = held(refusal);
        const [first, ...others] = [...before, slow.answer, SCHEDULED] as const;
        endpoint.says(first, ...others);
        const element = await mount();
        await advance(seconds);
        await say(step);
        slow.release();
        await advance(10);
        expect(endpoint.times().length).to.equal(before.length + 2);
        expect(element.snapshot).to.include({ phase: 'success', confirmed: true });
      });
    }
  }

  it('retried, it may be over', async () => {
    endpoint.says(http(404), http(404), http(404), SCHEDULED);
    const element = await mount();
    await advance(60);
    expect(element.phase).to.equal('error');
    button(element)?.click();
    await advance(1);
    expect(element.phase).to.equal('success');
    expect(element.snapshot.sessionId).to.equal(sessionId());
  });
});

function scheduled(id: string): string {
  return JSON.stringify({ sessionId: id, status: 'Completed', statusDetails: 'EFT0301' });
}

function asked(id: string): Parameters<Answer>[0] {
  return { at: 0, url: '', sessionId: id, init: {}, signal: new AbortController().signal };
}
