import {
  advance,
  body,
  create,
  endpoint,
  errors,
  held,
  INITIATED,
  mount,
  SCHEDULED,
  sessionId,
  settle,
  setUp,
  silence,
  stalled,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

describe('a check', () => {
  it('is a GET of {base-url}/api/v2/sessions/{sessionId}/status', async () => {
    await mount();
    const { url, init } = endpoint.last();
    expect(url).to.equal(`https://payments.flinksapp.com/api/v2/sessions/${sessionId()}/status`);
    expect(init.method ?? 'GET').to.equal('GET');
    expect(init.body ?? null).to.equal(null);
  });

  it('asks for JSON and sends nothing else', async () => {
    await mount();
    const headers = new Headers(endpoint.last().init.headers);
    expect(Object.fromEntries(headers)).to.deep.equal({ accept: 'application/json' });
  });

  it('sends no credentials and uses no cache', async () => {
    await mount();
    const { credentials, cache } = endpoint.last().init;
    expect(credentials).to.equal('omit');
    expect(cache).to.equal('no-store');
  });

  it('can be aborted', async () => {
    await mount();
    expect(endpoint.last().init.signal).to.be.instanceOf(AbortSignal);
  });

  it('is one at a time', async () => {
    endpoint.says(silence);
    const element = await mount();
    for (let tenth = 0; tenth < 99; tenth += 1) {
      void element.check();
      await advance(0.1);
    }
    expect(endpoint.times()).to.deep.equal([0]);
  });
});

describe('the time limit of 10 s', () => {
  for (const [name, answer] of Object.entries({ 'no answer': silence, 'an answer without an end': stalled })) {
    it(name, async () => {
      endpoint.says(answer, INITIATED);
      const element = await mount();
      await advance(9.9);
      expect(errors(element)).to.deep.equal([]);
      expect(endpoint.last().signal.aborted).to.be.false;
      await advance(0.1);
      expect(errors(element)).to.deep.equal(['timeout']);
      expect(endpoint.last().signal.aborted).to.be.true;
      expect(element.snapshot.error).to.include({ code: 'timeout', retriable: true });
    });
  }

  it('an answer that comes after it never lands', async () => {
    const late = held(SCHEDULED);
    endpoint.says(late.answer, silence);
    const element = await mount();
    await advance(10);
    late.release();
    await settle();
    expect(element.phase).to.equal('waiting');
  });

  it('an answer in good time calls it off', async () => {
    const slow = held(INITIATED);
    endpoint.says(slow.answer, INITIATED);
    const element = await mount();
    await advance(9.9);
    slow.release();
    await settle();
    await advance(20);
    expect(errors(element)).to.deep.equal([]);
    expect(element.snapshot.status).to.equal('Initiated');
  });
});

describe('when nobody watches', () => {
  it('the check under way is aborted', async () => {
    endpoint.says(silence);
    const element = await mount();
    const { signal } = endpoint.last();
    element.remove();
    await settle();
    expect(signal.aborted).to.be.true;
    expect(errors(element)).to.deep.equal([]);
  });

  it('no check follows', async () => {
    const element = await mount();
    element.remove();
    await advance(600);
    expect(endpoint.times()).to.deep.equal([0]);
  });

  it('what was answered meanwhile never lands', async () => {
    const late = held(SCHEDULED);
    endpoint.says(late.answer);
    const element = await mount();
    element.remove();
    await settle();
    late.release();
    await settle();
    expect(element.phase).to.equal('waiting');
  });

  it('moved within the page, the element goes on with the check under way', async () => {
    const slow = held(SCHEDULED);
    endpoint.says(slow.answer);
    const element = await mount();
    const { signal } = endpoint.last();
    document.body.appendChild(document.createElement('section')).append(element);
    await settle();
    expect(signal.aborted).to.be.false;
    slow.release();
    await settle();
    expect(element.phase).to.equal('success');
    expect(endpoint.times()).to.deep.equal([0]);
  });

  it('put back, the element knows what it knew and checks at once', async () => {
    endpoint.says(body('{}'), INITIATED);
    const element = await mount();
    element.remove();
    await advance(60);
    document.body.append(element);
    await settle();
    expect(endpoint.times()).to.deep.equal([0, 60]);
    expect(element.phase).to.equal('waiting');
  });

  it('put back after its session was settled, it stays what it was', async () => {
    endpoint.says(SCHEDULED);
    const element = await mount();
    element.remove();
    await advance(60);
    document.body.append(element);
    await advance(60);
    expect(element.phase).to.equal('success');
    expect(endpoint.times()).to.deep.equal([0]);
  });

  it('never put on the page, it asks for nothing', async () => {
    const element = create();
    element.pollInterval = 10;
    await advance(60);
    expect(endpoint.requests()).to.deep.equal([]);
    expect(element.phase).to.equal('idle');
  });
});
