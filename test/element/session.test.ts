import type { FlinksGeftStatus } from '../../src/index.js';
import {
  advance,
  complaints,
  details,
  endpoint,
  errors,
  FLINKS,
  mount,
  phases,
  say,
  sessionId,
  settle,
  setUp,
  title,
  told,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

/** That an element shows, tells and logs that it was set up wrongly, and asks nobody. */
async function expectRefused(element: FlinksGeftStatus, code: string): Promise<void> {
  await advance(120);
  expect(element.phase).to.equal('error');
  expect(element.snapshot.error).to.include({ code, retriable: false });
  expect(details(element, 'geft-error').map(error => [error.code, error.retriable])).to.deep.equal([[code, false]]);
  expect(complaints().length, 'console.error').to.equal(1);
  expect(complaints()[0]).to.contain(code);
  expect(endpoint.requests()).to.deep.equal([]);
  expect(title(element)).to.not.equal('');
}

describe('session-id', () => {
  it('is the session that is watched', async () => {
    const element = await mount();
    expect(element.sessionId).to.equal(sessionId());
    expect(element.snapshot.sessionId).to.equal(sessionId());
    expect(endpoint.last().sessionId).to.equal(sessionId());
  });

  it('is null by default, and then nothing happens', async () => {
    const element = await mount({ 'session-id': null });
    await advance(60);
    expect(element.sessionId).to.equal(null);
    expect(element.phase).to.equal('idle');
    expect(told(element)).to.deep.equal([]);
    expect(complaints()).to.deep.equal([]);
  });

  it('may be in capitals', async () => {
    const element = await mount({ 'session-id': sessionId().toUpperCase() });
    expect(element.phase).to.equal('waiting');
  });

  const wrong = [
    '',
    ' ',
    'abc',
    'undefined',
    'null',
    '{sessionId}',
    '../../../secret',
    'aadd08f283ce456d84edc68cfed4ee7b',
  ];
  for (const value of wrong) {
    it(`“${value}” is a configuration error`, async () => {
      await expectRefused(await mount({ 'session-id': value }), 'invalid-session-id');
    });
  }

  it('with a space after it, is a configuration error', async () => {
    await expectRefused(await mount({ 'session-id': `${sessionId()} ` }), 'invalid-session-id');
  });

  it('in an iframe’s address, wrong, is a configuration error', async () => {
    const frame = `<iframe slot="flow" loading="lazy" hidden src="${FLINKS}/app/?sessionId=wrong"></iframe>`;
    await expectRefused(await mount({ 'session-id': null }, frame), 'invalid-session-id');
  });

  it('of a wrong type is a configuration error', async () => {
    const element = await mount({ 'session-id': null });
    Object.assign(element, { sessionId: 42 });
    await expectRefused(element, 'invalid-session-id');
  });

  it('not even a number is a configuration error', async () => {
    const element = await mount({ 'session-id': null });
    Object.assign(element, { sessionId: NaN });
    await expectRefused(element, 'invalid-session-id');
  });

  it('put right, is watched', async () => {
    const element = await mount({ 'session-id': 'wrong' });
    element.sessionId = sessionId();
    await settle();
    expect(element.phase).to.equal('waiting');
    expect(element.snapshot.error).to.equal(null);
    expect(endpoint.times()).to.deep.equal([0]);
  });

  it('taken away, leaves nothing to watch', async () => {
    const element = await mount();
    element.removeAttribute('session-id');
    await advance(60);
    expect(element.phase).to.equal('idle');
    expect(element.snapshot.sessionId).to.equal(null);
    expect(endpoint.times()).to.deep.equal([0]);
    await say('SUCCESS');
    expect(element.phase).to.equal('idle');
  });
});

describe('base-url', () => {
  const good: [value: string, url: string][] = [
    ['https://payments-uat.flinksapp.com', 'https://payments-uat.flinksapp.com'],
    ['https://payments-uat.flinksapp.com/', 'https://payments-uat.flinksapp.com'],
    ['https://shop.example/relay/flinks/', 'https://shop.example/relay/flinks'],
    ['https://shop.example:8443/relay', 'https://shop.example:8443/relay'],
    ['http://shop.example', 'http://shop.example'],
    ['/relay', `${location.origin}/relay`],
    ['/', location.origin],
    ['relay', new URL('relay', document.baseURI).href],
    ['../relay/', new URL('../relay', document.baseURI).href],
    ['//relay.example/x', `${location.protocol}//relay.example/x`],
  ];
  for (const [value, base] of good) {
    it(`“${value}” is asked at ${base.replace(location.origin, '(the page’s origin)')}`, async () => {
      await mount({ 'base-url': value });
      expect(endpoint.last().url).to.equal(`${base}/api/v2/sessions/${sessionId()}/status`);
    });
  }

  const wrong = [
    '',
    'ftp://payments.flinksapp.com',
    'javascript:alert(1)',
    'data:application/json,{}',
    'blob:https://payments.flinksapp.com/x',
    'file:///etc/passwd',
    'https://user@payments.flinksapp.com',
    'https://user:secret@payments.flinksapp.com',
    'https://payments.flinksapp.com?x=1',
    'https://payments.flinksapp.com/relay?x=1',
    'https://payments.flinksapp.com#x',
    'https://',
    'https://payments.flinksapp.com:99999',
  ];
  for (const value of wrong) {
    it(`“${value}” is a configuration error`, async () => {
      await expectRefused(await mount({ 'base-url': value }), 'invalid-base-url');
    });
  }

  describe('on a page of https:', () => {
    const base = document.createElement('base');
    beforeEach(() => {
      base.href = 'https://shop.example/checkout/';
      document.head.append(base);
    });
    afterEach(() => {
      base.remove();
    });

    for (const value of ['http://payments.flinksapp.com', 'http://shop.example/relay']) {
      it(`“${value}” is a configuration error`, async () => {
        await expectRefused(await mount({ 'base-url': value }), 'invalid-base-url');
      });
    }

    it('“relay” is asked there', async () => {
      await mount({ 'base-url': 'relay' });
      expect(endpoint.last().url).to.match(/^https:\/\/shop\.example\/checkout\/relay\/api\//);
    });
  });

  it('changed, is asked from then on, and the session is the same', async () => {
    const element = await mount();
    const { settled } = element;
    await advance(20);
    element.baseUrl = 'https://relay.example';
    await settle();
    expect(endpoint.last().url).to.match(/^https:\/\/relay\.example\/api/);
    expect(element.settled).to.equal(settled);
  });
});

describe('flow-origin', () => {
  it('is where messages are believed from', async () => {
    const element = await mount({ 'flow-origin': 'https://flow.example' });
    await say('GUARANTEE_FAILED');
    expect(element.phase).to.equal('waiting');
    await say('GUARANTEE_FAILED', { origin: 'https://flow.example' });
    expect(element.phase).to.equal('declined');
  });

  it('may be several, in any white space', async () => {
    const element = await mount({ 'flow-origin': ' https://one.example\n\thttps://two.example:8443  ' });
    await say('APP_MOUNTED', { origin: 'https://one.example' });
    await say('SUBMIT_MFA', { origin: 'https://two.example:8443' });
    await say('GUARANTEE_FAILED', { origin: 'https://two.example' });
    expect(details(element, 'geft-step').map(({ step }) => step)).to.deep.equal(['APP_MOUNTED', 'SUBMIT_MFA']);
  });

  it('is that of base-url by default', async () => {
    const element = await mount({ 'base-url': 'https://relay.example/flinks' });
    await say('GUARANTEE_FAILED');
    expect(element.phase).to.equal('waiting');
    await say('GUARANTEE_FAILED', { origin: 'https://relay.example' });
    expect(element.phase).to.equal('declined');
  });

  it('a slash at its end does no harm', async () => {
    const element = await mount({ 'flow-origin': `${FLINKS}/` });
    await say('GUARANTEE_FAILED');
    expect(element.phase).to.equal('declined');
  });

  it('changed, is believed from then on, without a new start', async () => {
    const element = await mount();
    element.flowOrigin = 'https://flow.example';
    await settle();
    await say('GUARANTEE_FAILED');
    expect(element.phase).to.equal('waiting');
    await say('GUARANTEE_FAILED', { origin: 'https://flow.example' });
    expect([...new Set(phases(element))]).to.deep.equal(['waiting', 'declined']);
    expect(endpoint.times()).to.deep.equal([0]);
  });

  const wrong = [
    '',
    ' ',
    '*',
    'null',
    'https://payments.flinksapp.com *',
    '* https://payments.flinksapp.com',
    'https://payments.flinksapp.com null',
    'payments.flinksapp.com',
    'https://payments.flinksapp.com/app',
    'https://payments.flinksapp.com,https://two.example',
    'data:',
    'file:///',
    'javascript:1',
    'https://',
    'https://*.flinksapp.com',
  ];
  for (const value of wrong) {
    it(`“${value}” is a configuration error`, async () => {
      await expectRefused(await mount({ 'flow-origin': value }), 'invalid-flow-origin');
    });
  }
});

describe('what is not even a number', () => {
  // It does not equal itself: whoever compares it to what it was, finds it changed for ever.
  for (const name of ['baseUrl', 'flowOrigin', 'for']) {
    it(`as ${name}, lets the page live`, async () => {
      const element = await mount();
      Object.assign(element, { [name]: NaN });
      await settle();
      expect(element.phase).to.equal(name === 'flowOrigin' ? 'error' : 'waiting');
    });
  }
});

describe('a configuration error', () => {
  it('is told once, however often the element renders', async () => {
    const element = await mount({ 'base-url': 'ftp://x' });
    element.lang = 'fr';
    await settle();
    element.pollInterval = 60;
    element.messages = { error: { title: 'Ah' } };
    await settle();
    await expectRefused(element, 'invalid-base-url');
  });

  it('is told anew when another one takes its place', async () => {
    const element = await mount({ 'base-url': 'ftp://x' });
    element.sessionId = 'wrong';
    await settle();
    expect(errors(element)).to.deep.equal(['invalid-base-url', 'invalid-session-id']);
    expect(complaints().length).to.equal(2);
  });

  it('ends a watch that was under way', async () => {
    const element = await mount();
    element.flowOrigin = '*';
    await advance(60);
    expect(element.phase).to.equal('error');
    expect(endpoint.times()).to.deep.equal([0]);
    await say('GUARANTEE_FAILED');
    expect(element.phase).to.equal('error');
  });
});
