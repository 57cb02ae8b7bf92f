import type { PropertyValues } from 'lit';
import { FlinksGeftStatus, GeftEvent, type GeftEventMap, type Snapshot } from '../../src/index.js';
import {
  advance,
  BEGINNING,
  create,
  details,
  endpoint,
  http,
  INITIATED,
  mount,
  phases,
  say,
  SCHEDULED,
  sent,
  sessionId,
  settle,
  setUp,
  told,
  unreachable,
  UNSIGNED,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

const TYPES = ['geft-step', 'geft-change', 'geft-settled', 'geft-error'] as const;

/** An element that has told of everything there is to tell. */
async function talkative(parent: ParentNode & Node = document.body): Promise<FlinksGeftStatus> {
  endpoint.says(unreachable, SCHEDULED);
  const element = await mount({}, '', parent);
  await say('SUCCESS');
  await advance(10);
  return element;
}

describe('the events', () => {
  it('are all four told', async () => {
    const element = await talkative();
    for (const type of TYPES) expect(told(element)).to.include(type);
  });

  it('bubble, are composed, and cannot be canceled', async () => {
    for (const event of sent(await talkative())) {
      expect([event.bubbles, event.composed, event.cancelable], event.type).to.deep.equal([true, true, false]);
      expect(event).to.be.instanceOf(GeftEvent);
    }
  });

  it('come out of shadow roots', async () => {
    const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
    const heard: string[] = [];
    const listening = new AbortController();
    for (const type of TYPES) {
      document.body.addEventListener(type, ({ type: name }) => heard.push(name), { signal: listening.signal });
    }
    await talkative(root);
    listening.abort();
    expect([...new Set(heard)]).to.have.members([...TYPES]);
  });

  it('have frozen details', async () => {
    for (const { type, detail } of sent(await talkative())) {
      if (type !== 'geft-step') expect(Object.isFrozen(detail), type).to.be.true;
    }
  });

  it('are typed', async () => {
    const element = await mount();
    const listening = new AbortController();
    const { signal } = listening;
    const seen: unknown[] = [];
    element.addEventListener('geft-change', ({ detail }) => seen.push(detail.phase satisfies string), { signal });
    element.addEventListener('geft-step', ({ detail }) => seen.push(detail.step satisfies string), { signal });
    document.addEventListener(
      'geft-settled',
      ({ detail }: GeftEventMap['geft-settled']) => seen.push(detail.confirmed),
      {
        signal,
      },
    );
    await say('SUCCESS');
    endpoint.says(SCHEDULED);
    await advance(10);
    listening.abort();
    expect(seen).to.deep.equal(['SUCCESS', 'confirming', 'success', true]);
  });

  it('none comes from render', async () => {
    let isRendering = false;
    const during: string[] = [];
    class Watched extends FlinksGeftStatus {
      protected override update(changed: PropertyValues<this>): void {
        isRendering = true;
        super.update(changed);
        isRendering = false;
      }
    }
    customElements.define('watched-geft-status', Watched);
    const element = new Watched();
    for (const type of TYPES) element.addEventListener(type, () => isRendering && during.push(type));
    element.sessionId = sessionId();
    endpoint.says(unreachable, SCHEDULED);
    document.body.append(element);
    await settle();
    await say('SUCCESS');
    await advance(10);
    expect(element.phase).to.equal('success');
    expect(during).to.deep.equal([]);
  });
});

describe('their order', () => {
  it('the message, the change that it makes, the change that the answer makes, the end', async () => {
    const element = await mount();
    const start = told(element).length;
    await advance(20);
    endpoint.says(SCHEDULED);
    await say('SUCCESS');
    expect(told(element).slice(start)).to.deep.equal(['geft-step', 'geft-change', 'geft-change', 'geft-settled']);
    expect(phases(element).slice(-2)).to.deep.equal(['confirming', 'success']);
  });

  it('at each, the element is what the event says', async () => {
    const element = create();
    const wrong: string[] = [];
    for (const type of ['geft-change', 'geft-settled'] as const) {
      element.addEventListener(type, ({ detail }) => {
        if (detail !== element.snapshot || detail.phase !== element.phase) wrong.push(type);
      });
    }
    document.body.append(element);
    await settle();
    await say('SUCCESS');
    endpoint.says(UNSIGNED, SCHEDULED);
    await advance(60);
    expect(element.phase).to.equal('success');
    expect(wrong).to.deep.equal([]);
  });
});

describe('geft-change', () => {
  it('tells of phase, code, step and confirmation, and of nothing else', async () => {
    const element = await mount();
    const before = details(element, 'geft-change').length;
    await advance(300);
    expect(details(element, 'geft-change').length, 'the same answer again and again').to.equal(before);
    await say('SUBMIT_MFA');
    expect(details(element, 'geft-change').length, 'a step').to.equal(before + 1);
    await say('SUBMIT_MFA');
    expect(details(element, 'geft-change').length, 'the same step').to.equal(before + 1);
    endpoint.says(UNSIGNED);
    await advance(30);
    expect(details(element, 'geft-change').length, 'a phase').to.equal(before + 2);
  });

  it('tells that what was known is confirmed', async () => {
    const element = await mount();
    await say('GUARANTEE_FAILED');
    endpoint.says(({ sessionId: id }) => Response.json({ sessionId: id, status: 'Failed', statusDetails: 'EFT0402' }));
    await advance(10);
    await new Promise(resolve => {
      if (element.snapshot.confirmed) resolve(null);
      else element.addEventListener('geft-settled', resolve);
    });
    const [before, after] = details(element, 'geft-change').slice(-2);
    expect([before?.phase, before?.confirmed]).to.deep.equal(['declined', false]);
    expect([after?.phase, after?.confirmed]).to.deep.equal(['declined', true]);
  });
});

describe('geft-settled and settled', () => {
  it('come once, together', async () => {
    const element = await mount();
    let settled: Snapshot | undefined;
    void element.settled.then(snapshot => (settled = snapshot));
    await advance(25);
    expect(settled).to.equal(undefined);
    endpoint.says(SCHEDULED);
    await advance(1000);
    expect(details(element, 'geft-settled')).to.deep.equal([element.snapshot]);
    expect(settled).to.equal(element.snapshot);
  });

  it('come once per session, even if the session comes again', async () => {
    endpoint.says(SCHEDULED);
    const element = await mount();
    const first = sessionId();
    element.sessionId = crypto.randomUUID();
    await advance(20);
    element.sessionId = first;
    await advance(20);
    expect(element.phase).to.equal('success');
    const sessions = details(element, 'geft-settled').map(({ sessionId: id }) => id);
    expect(sessions.filter(id => id === first)).to.deep.equal([first]);
  });

  it('settled is the same promise all the time of a session', async () => {
    const element = create();
    const { settled } = element;
    document.body.append(element);
    await advance(20);
    await say('SUBMIT_MFA');
    expect(element.settled).to.equal(settled);
    element.remove();
    document.body.append(element);
    endpoint.says(SCHEDULED);
    await advance(60);
    expect(await settled).to.include({ phase: 'success' });
  });
});

describe('geft-error', () => {
  it('says what, in words for a developer, and whether it can be retried', async () => {
    endpoint.says(http(503), INITIATED);
    const element = await mount();
    const [error] = details(element, 'geft-error');
    expect(Object.keys(error ?? {})).to.have.members(['code', 'message', 'retriable']);
    expect(error?.message).to.contain('503');
    expect(element.snapshot.error).to.deep.equal(error);
    await advance(10);
    expect(element.snapshot.error).to.equal(null);
  });
});

describe('the snapshot', () => {
  it('has these fields and no others', async () => {
    const { snapshot } = await mount();
    expect(snapshot).to.deep.equal({
      sessionId: sessionId(),
      phase: 'waiting',
      status: 'Initiated',
      statusDetails: 'EFT0101',
      step: null,
      amount: 500,
      referenceId: 'USER12345',
      confirmed: false,
      source: 'status',
      attempts: 1,
      checkedAt: BEGINNING,
      error: null,
    });
  });

  it('is frozen, and another one after a change', async () => {
    const element = await mount();
    const { snapshot } = element;
    expect(Object.isFrozen(snapshot)).to.be.true;
    await say('SUCCESS');
    expect(element.snapshot).to.not.equal(snapshot);
    expect(snapshot.phase).to.equal('waiting');
  });

  it('before there is a session, is that of idle', () => {
    expect(document.createElement('flinks-geft-status').snapshot).to.include({ phase: 'idle', sessionId: null });
  });

  it('like phase and settled, cannot be set', async () => {
    const element = await mount();
    for (const name of ['snapshot', 'phase', 'settled']) {
      expect(Reflect.set(element, name, 'success'), name).to.be.false;
    }
    expect(element.phase).to.equal('waiting');
  });
});
