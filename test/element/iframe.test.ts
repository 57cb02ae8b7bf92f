import { windowOf } from '../support/flow.js';
import {
  advance,
  details,
  endpoint,
  FLINKS,
  freshSession,
  iframe,
  isSeen,
  loaded,
  localFlow,
  localIframe,
  mount,
  mountHtml,
  NOT_ELIGIBLE,
  SANDBOX,
  say,
  SCHEDULED,
  sessionId,
  settle,
  setUp,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

const slotted = (): string => iframe(sessionId(), { attributes: 'slot="flow"' });

describe('the slotted iframe', () => {
  it('names the session and the API', async () => {
    const element = await mount({ 'session-id': null }, slotted());
    expect(element.snapshot.sessionId).to.equal(sessionId());
    expect(endpoint.last().url).to.equal(`${SANDBOX}/api/v2/sessions/${sessionId()}/status`);
  });

  it('names the origin that is believed, and the window', async () => {
    const element = await mount({ 'session-id': null }, slotted());
    const source = windowOf(element.querySelector('iframe'));
    await say('GUARANTEE_FAILED', { source, origin: FLINKS });
    await say('GUARANTEE_FAILED', { source: window, origin: SANDBOX });
    await say('GUARANTEE_FAILED', { source: null, origin: SANDBOX });
    expect(element.phase).to.equal('waiting');
    await say('GUARANTEE_FAILED', { source, origin: SANDBOX });
    expect(element.phase).to.equal('declined');
  });

  it('gives way to what the attributes say', async () => {
    const other = freshSession();
    const attributes = { 'session-id': other, 'base-url': 'https://relay.example', 'flow-origin': FLINKS };
    const element = await mount(attributes, slotted());
    expect(endpoint.last().url).to.equal(`https://relay.example/api/v2/sessions/${other}/status`);
    await say('GUARANTEE_FAILED', { source: windowOf(element.querySelector('iframe')), origin: FLINKS });
    expect(element.phase).to.equal('declined');
  });

  it('is believed by its origin, even where base-url is a relay of the merchant’s', async () => {
    const element = await mount({ 'session-id': null, 'base-url': '/relay' }, slotted());
    const source = windowOf(element.querySelector('iframe'));
    await say('GUARANTEE_FAILED', { source, origin: location.origin });
    expect(element.phase).to.equal('waiting');
    await say('GUARANTEE_FAILED', { source, origin: SANDBOX });
    expect(element.phase).to.equal('declined');
  });

  it('may be put in later', async () => {
    const element = await mount({ 'session-id': null });
    expect(element.phase).to.equal('idle');
    element.innerHTML = slotted();
    await settle();
    expect(element.phase).to.equal('waiting');
    expect(endpoint.last().url).to.match(/^https:\/\/payments-uat/);
  });

  it('may get its address later', async () => {
    const element = await mount({ 'session-id': null }, '<iframe slot="flow" loading="lazy" hidden></iframe>');
    expect(element.phase).to.equal('idle');
    element.querySelector('iframe')?.setAttribute('src', `${SANDBOX}/app/?sessionId=${sessionId()}`);
    await settle();
    expect(endpoint.last().sessionId).to.equal(sessionId());
  });

  it('may begin with a blank page, where the session is named elsewhere', async () => {
    const attributes = { 'session-id': sessionId() };
    const element = await mount(attributes, '<iframe slot="flow" src="about:blank" hidden></iframe>');
    expect(endpoint.last().url).to.match(/^https:\/\/payments\.flinks/);
    element.querySelector('iframe')?.setAttribute('src', `${SANDBOX}/app/`);
    await advance(10);
    expect(endpoint.last().url).to.match(/^https:\/\/payments-uat/);
  });

  for (const ask of ['settled', 'check'] as const) {
    it(`with another session in its address, has it told of by ${ask} at once`, async () => {
      endpoint.says(SCHEDULED, NOT_ELIGIBLE);
      const element = await mount({ 'session-id': null }, slotted());
      expect(element.phase).to.equal('success');
      const other = freshSession();
      element.querySelector('iframe')?.setAttribute('src', `${SANDBOX}/app/?sessionId=${other}`);
      const told = await (ask === 'check' ? element.check() : element.settled);
      expect(told).to.include({ phase: 'declined', sessionId: other });
    });
  }

  it('with another session in its address, starts afresh', async () => {
    const element = await mount({ 'session-id': null }, slotted());
    const other = freshSession();
    element.querySelector('iframe')?.setAttribute('src', `${SANDBOX}/app/?sessionId=${other}`);
    await settle();
    expect(element.snapshot.sessionId).to.equal(other);
    expect(endpoint.last().sessionId).to.equal(other);
  });

  it('may be another iframe', async () => {
    const element = await mount({ 'session-id': null }, slotted());
    const other = freshSession();
    element.innerHTML = iframe(other, { attributes: 'slot="flow"' });
    await settle();
    expect(element.snapshot.sessionId).to.equal(other);
  });

  it('that another one took the place of, is believed no more', async () => {
    const element = await mount({ 'session-id': null }, slotted());
    const old = element.querySelector('iframe');
    old?.removeAttribute('slot');
    element.insertAdjacentHTML('beforeend', slotted());
    await settle();
    await say('GUARANTEE_FAILED', { source: windowOf(old), origin: SANDBOX });
    expect(element.phase).to.equal('waiting');
    await say('GUARANTEE_FAILED', { source: windowOf(element.querySelector('[slot]')), origin: SANDBOX });
    expect(element.phase).to.equal('declined');
  });

  it('taken out by the merchant at SUCCESS, leaves the session to be confirmed', async () => {
    const element = await mount({ 'session-id': null }, slotted());
    const frame = element.querySelector('iframe');
    element.addEventListener('geft-step', () => frame?.remove());
    await advance(20);
    await say('SUCCESS', { source: windowOf(frame), origin: SANDBOX });
    expect(element.querySelector('iframe')).to.equal(null);
    expect(element.phase).to.equal('confirming');
    endpoint.says(SCHEDULED);
    await advance(10);
    expect(element.phase).to.equal('success');
    expect(endpoint.times(sessionId())).to.deep.equal([0, 20, 30]);
  });

  it('may be put into one of several elements, and matters to no other', async () => {
    const [one, other] = [await mount({ 'session-id': null }), await mount({ 'session-id': null })];
    let updates = 0;
    other.addController({ hostUpdate: () => (updates += 1) });
    one.innerHTML = slotted();
    await settle();
    expect(one.phase).to.equal('waiting');
    expect(other.phase).to.equal('idle');
    expect(updates).to.equal(0);
  });

  it('may be put in after another element has gone, and after this one has come back', async () => {
    const [one, other] = [await mount({ 'session-id': null }), await mount({ 'session-id': null })];
    for (const gone of [one, other]) {
      gone.remove();
      await settle();
    }
    document.body.append(one, other);
    await settle();
    one.remove();
    await settle();
    other.innerHTML = slotted();
    await settle();
    expect(other.phase).to.equal('waiting');
    document.body.append(one);
    await settle();
    one.innerHTML = slotted();
    await settle();
    expect(one.phase).to.equal('waiting');
  });

  it('without a session in its address, names none', async () => {
    const frame = `<iframe slot="flow" loading="lazy" hidden src="${SANDBOX}/app/"></iframe>`;
    const element = await mount({ 'session-id': null }, frame);
    expect(element.phase).to.equal('idle');
  });

  it('in another slot is none of the flow’s', async () => {
    const element = await mount({ 'session-id': null }, iframe(sessionId()));
    expect(element.phase).to.equal('idle');
    element.querySelector('iframe')?.setAttribute('slot', 'flow');
    await settle();
    expect(element.phase).to.equal('waiting');
  });

  it('that is really there is heard', async () => {
    const element = await mount({ 'session-id': null }, localIframe(sessionId(), 'slot="flow"'));
    const frame = element.querySelector('iframe');
    await loaded(frame);
    const heard = new Promise(resolve => {
      element.addEventListener('geft-step', ({ detail }) => {
        resolve(detail.step);
      });
    });
    windowOf(frame).postMessage({ Step: 'SUCCESS' }, '*');
    expect(await heard).to.equal('SUCCESS');
    await settle();
    expect(element.phase).to.equal('confirming');
  });
});

describe('for', () => {
  it('is the id of an iframe elsewhere', async () => {
    const element = await mountHtml(
      `<section>${iframe(sessionId(), { attributes: 'id="flow"' })}</section><flinks-geft-status for="flow"></flinks-geft-status>`,
    );
    expect(element.for).to.equal('flow');
    expect(endpoint.last().url).to.equal(`${SANDBOX}/api/v2/sessions/${sessionId()}/status`);
    await say('GUARANTEE_FAILED', { source: window, origin: SANDBOX });
    expect(element.phase).to.equal('waiting');
    await say('GUARANTEE_FAILED', { source: windowOf(document.querySelector('iframe')), origin: SANDBOX });
    expect(element.phase).to.equal('declined');
  });

  it('is looked up in the element’s own tree', async () => {
    document.body.innerHTML = `${iframe(freshSession(), { attributes: 'id="flow"' })}<div></div>`;
    const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
    if (!root) throw new Error('There is no root.');
    root.innerHTML = iframe(sessionId(), { attributes: 'id="flow"' });
    const element = await mount({ 'session-id': null, for: 'flow' }, '', root);
    expect(element.snapshot.sessionId).to.equal(sessionId());
  });

  it('may name what comes later', async () => {
    const element = await mount({ 'session-id': null, for: 'flow' });
    expect(element.phase).to.equal('idle');
    document.body.insertAdjacentHTML('beforeend', `<p>${iframe(sessionId(), { attributes: 'id="flow"' })}</p>`);
    await settle();
    expect(element.phase).to.equal('waiting');
  });

  it('may be set later', async () => {
    document.body.innerHTML = iframe(sessionId(), { attributes: 'id="flow"' });
    const element = await mount({ 'session-id': null });
    element.for = 'flow';
    await settle();
    expect(element.snapshot.sessionId).to.equal(sessionId());
  });

  it('naming what is no iframe, names nothing', async () => {
    document.body.innerHTML = `<p id="flow"></p>`;
    const element = await mount({ 'session-id': null, for: 'flow' });
    expect(element.phase).to.equal('idle');
  });
});

describe('flowWindow', () => {
  it('is null by default', async () => expect((await mount()).flowWindow).to.equal(null));

  it('is the only window that is believed', async () => {
    document.body.innerHTML = localIframe(freshSession());
    const popUp = windowOf(document.querySelector('iframe'));
    const element = await mount();
    element.flowWindow = popUp;
    await settle();
    await say('GUARANTEE_FAILED', { source: null });
    await say('GUARANTEE_FAILED', { source: window });
    expect(element.phase).to.equal('waiting');
    await say('GUARANTEE_FAILED', { source: popUp });
    expect(element.phase).to.equal('declined');
    expect(details(element, 'geft-step').length).to.equal(1);
  });

  it('set before the element is on the page, counts from the first message', async () => {
    document.body.innerHTML = localIframe(freshSession());
    const popUp = windowOf(document.querySelector('iframe'));
    const element = document.createElement('flinks-geft-status');
    element.flowWindow = popUp;
    element.sessionId = sessionId();
    document.body.append(element);
    await settle();
    await say('SUCCESS', { source: window });
    expect(element.phase).to.equal('waiting');
  });
});

describe('the flow’s iframe on the page', () => {
  it('is seen while the flow runs and hidden when it ends', async () => {
    const element = await mount({ 'session-id': null }, localIframe(sessionId(), 'slot="flow"'));
    const frame = element.querySelector('iframe');
    expect(isSeen(frame)).to.be.true;
    await say('SUBMIT_MFA', { source: windowOf(frame), origin: location.origin });
    expect(isSeen(frame)).to.be.true;
    await say('SUCCESS', { source: windowOf(frame), origin: location.origin });
    expect(isSeen(frame)).to.be.false;
    expect(element.contains(frame)).to.be.true;
  });

  it('is hidden when the endpoint names an outcome', async () => {
    const element = await mount({ 'session-id': null }, localIframe(sessionId(), 'slot="flow"'));
    endpoint.says(SCHEDULED);
    await advance(30);
    expect(isSeen(element.querySelector('iframe'))).to.be.false;
  });

  it('is seen again with the next session', async () => {
    const element = await mount({ 'session-id': null }, localIframe(sessionId(), 'slot="flow"'));
    const frame = element.querySelector('iframe');
    await say('GUARANTEE_FAILED', { source: windowOf(frame), origin: location.origin });
    expect(isSeen(frame)).to.be.false;
    frame?.setAttribute('src', localFlow(freshSession()));
    await settle();
    expect(isSeen(frame)).to.be.true;
  });
});
