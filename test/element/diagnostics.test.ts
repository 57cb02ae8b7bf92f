import {
  advance,
  body,
  endpoint,
  FLINKS,
  http,
  iframe,
  mount,
  mountHtml,
  say,
  SCHEDULED,
  sessionId,
  setUp,
  status,
  unreachable,
} from '../support/bench.js';
import { consoleSays, groupsLeftOpen, hearConsole } from '../support/console.js';
import { expect } from '../support/expect.js';

setUp();

beforeEach(hearConsole);

/** The timeline, a line each, without the element's name and the time. */
function timeline(): readonly string[] {
  const lines = consoleSays('groupCollapsed').split('\n').filter(Boolean);
  for (const line of lines) expect(line).to.match(/^<flinks-geft-status> [\d.]+ s: ./);
  return lines.map(line => line.replace(/^.*? s: /, ''));
}

describe('debug', () => {
  it('tells what happens and why', async () => {
    await mount({ debug: '' });
    await advance(12);
    await say('SUBMIT_MFA');
    endpoint.says(SCHEDULED);
    await say('SUCCESS');
    expect(timeline()).to.deep.equal([
      'check',
      'answered: Initiated EFT0101',
      'check due in 30.0 s',
      'heard SUBMIT_MFA',
      'check due in 30.0 s',
      'heard SUCCESS',
      'waiting → confirming',
      'check',
      'answered: Completed EFT0301',
      'confirming → success',
    ]);
  });

  it('tells of checks that fail, and when the next is due', async () => {
    endpoint.says(http(503, { 'Retry-After': '20' }));
    await mount({ debug: '' });
    expect(timeline()).to.deep.equal(['check', 'failed: server: HTTP 503', 'check due in 20.0 s']);
  });

  const IGNORED: [name: string, message: () => Parameters<typeof say>, why: RegExp][] = [
    [
      'of another origin',
      () => ['SUCCESS', { origin: 'https://evil.example' }],
      /https:\/\/evil\.example: not the flow’s origin/,
    ],
    ['of no origin', () => ['SUCCESS', { origin: '' }], /no origin: not the flow’s origin/],
    ['of another window', () => ['SUCCESS', { source: window }], /another window/],
    ['about another session', () => [{ Step: 'SUCCESS', sessionId: crypto.randomUUID() }], /of another session/],
    ['that is no step', () => [{ height: 300 }], /no step/],
  ];
  for (const [name, message, why] of IGNORED) {
    it(`tells why a message is ignored: ${name}`, async () => {
      const html = `<flinks-geft-status debug>${iframe(sessionId(), { origin: FLINKS, attributes: 'slot="flow"' })}`;
      const element = name === 'of another window' ? await mountHtml(html) : await mount({ debug: '' });
      await say(...message());
      const ignored = timeline().filter(line => line.startsWith('ignored'));
      expect(ignored.length).to.equal(1);
      expect(ignored[0]).to.match(why);
      expect(element.phase).to.equal('waiting');
    });
  }

  it('shows with each entry where the payment stands, and names neither the session nor the payer', async () => {
    endpoint.says(status('Completed', 'EFT0302', { amount: 123.45, referenceId: 'Jane-42' }));
    await mount({ debug: '' });
    await say({ Step: 'SUCCESS', sessionId: crypto.randomUUID(), name: 'Jane' });
    expect(consoleSays('log')).to.include('"phase":"signature"').and.to.include('"statusDetails":"EFT0302"');
    expect(consoleSays().toLowerCase()).not.to.include(sessionId());
    expect(consoleSays()).not.to.match(/123|Jane/);
    expect(groupsLeftOpen()).to.equal(0);
  });

  it('can be switched on and off while it runs; off, not a word', async () => {
    const element = await mount();
    await say('SUBMIT_MFA');
    await say('SUCCESS', { origin: 'https://evil.example' });
    expect(consoleSays()).to.equal('');
    await advance(1);
    element.debug = true;
    await say('ACCOUNT_SELECTED');
    expect(timeline()).to.deep.equal(['heard ACCOUNT_SELECTED', 'check due in 30.0 s']);
    element.removeAttribute('debug');
    element.debug = false;
    await say('GUARANTEE_OFFERED');
    expect(timeline().length).to.equal(2);
  });

  it('of two elements with one session, one timeline', async () => {
    await mount();
    await mount({ debug: '' });
    await mount({ debug: '' });
    await say('SUBMIT_MFA');
    expect(timeline().filter(line => line === 'heard SUBMIT_MFA').length).to.equal(1);
  });
});

describe('an endpoint of another origin that cannot be read', () => {
  it('is told of once, with what is likely wrong and what to do', async () => {
    endpoint.says(unreachable);
    await mount();
    await advance(300);
    expect(endpoint.times().length).to.be.above(3);
    const warnings = consoleSays('warn').split('\n');
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.match(
      /^<flinks-geft-status> cannot read the status from https:\/\/payments\.flinksapp\.com\./,
    );
    for (const word of ['CORS', 'connect-src', 'base-url', 'relay', 'flow-origin="https://payments.flinksapp.com"']) {
      expect(warnings[0]).to.include(word);
    }
    expect(warnings[0]).not.to.include(sessionId());
  });

  it('keeps no message from being heard', async () => {
    endpoint.says(unreachable);
    const element = await mount();
    await say('GUARANTEE_FAILED');
    expect(element.phase).to.equal('declined');
  });

  const SILENT: [name: string, attributes: Record<string, string>, answer: ReturnType<typeof http>][] = [
    ['a relay of the page’s own origin that is not there', { 'base-url': '/relay' }, unreachable],
    ['an endpoint that answers, whatever it says', {}, http(503)],
    ['an endpoint that answers no JSON', {}, body('<!doctype html>')],
  ];
  for (const [name, attributes, answer] of SILENT) {
    it(`not a word of it: ${name}`, async () => {
      endpoint.says(answer);
      await mount(attributes);
      await advance(60);
      expect(consoleSays()).to.equal('');
    });
  }
});
