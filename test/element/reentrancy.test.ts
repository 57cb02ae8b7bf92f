import type { FlinksGeftStatus, GeftEventMap } from '../../src/index.js';
import {
  advance,
  create,
  details,
  endpoint,
  freshSession,
  INITIATED,
  listenedFor,
  localIframe,
  mount,
  say,
  SCHEDULED,
  sessionId,
  settle,
  silence,
  setUp,
  timers,
  unreachable,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

type EventType = keyof GeftEventMap;

/** How each event comes about, on an element that has been on the page for 20 s. */
const CAUSES: Record<EventType, () => Promise<void>> = {
  'geft-step': () => say('SUBMIT_MFA'),
  'geft-change': () => say('SUCCESS'),
  'geft-settled': async () => {
    endpoint.says(SCHEDULED);
    await say('SUCCESS');
  },
  'geft-error': async () => {
    endpoint.says(unreachable, INITIATED);
    await say('SUCCESS');
  },
};

/** An element that does something at the next event of a type. */
async function doing(type: EventType, act: (element: FlinksGeftStatus) => void): Promise<FlinksGeftStatus> {
  const element = await mount();
  await advance(20);
  element.addEventListener(
    type,
    () => {
      act(element);
    },
    { once: true },
  );
  await CAUSES[type]();
  await settle();
  return element;
}

for (const type of ['geft-step', 'geft-change', 'geft-settled', 'geft-error'] as const) {
  describe(`a listener of ${type}`, () => {
    it('may take the element out', async () => {
      await doing(type, element => {
        element.remove();
      });
      const asked = endpoint.requests().length;
      await advance(100);
      expect(endpoint.requests().length).to.equal(asked);
      expect(listenedFor()).to.deep.equal([]);
      expect(timers()).to.equal(0);
    });

    it('may empty the page and put the element back', async () => {
      const element = await doing(type, each => {
        document.body.replaceChildren();
        document.body.append(each);
      });
      endpoint.says(SCHEDULED);
      await advance(60);
      expect(element.phase).to.equal('success');
      expect(details(element, 'geft-settled').length).to.equal(1);
    });

    it('may change the session', async () => {
      const next = freshSession();
      const element = await doing(type, each => {
        each.sessionId = next;
      });
      expect(element.snapshot.sessionId).to.equal(next);
      expect(element.snapshot.step).to.equal(null);
      endpoint.says(SCHEDULED);
      await advance(60);
      expect(element.phase).to.equal('success');
      expect(details(element, 'geft-settled').at(-1)?.sessionId).to.equal(next);
      expect(endpoint.times(sessionId()).every(time => time <= 20)).to.be.true;
    });

    it('may make the configuration wrong', async () => {
      const element = await doing(type, each => {
        each.flowOrigin = '*';
      });
      expect(element.phase).to.equal('error');
      expect(listenedFor()).to.deep.equal([]);
    });

    it('may call check()', async () => {
      let snapshot: Promise<unknown> | undefined;
      const element = await doing(type, each => {
        snapshot = each.check();
      });
      await advance(10);
      expect(await snapshot).to.have.property('sessionId', sessionId());
      expect(element.isConnected).to.be.true;
    });

    it('may put another element beside it', async () => {
      await doing(type, () => {
        document.body.append(create());
      });
      const elements = Array.from(document.querySelectorAll('flinks-geft-status'));
      endpoint.says(SCHEDULED);
      await advance(60);
      expect(elements.map(({ phase }) => phase)).to.deep.equal(['success', 'success']);
      expect(elements.map(each => details(each, 'geft-settled').length)).to.deep.equal([1, 1]);
    });
  });
}

describe('a listener of the very first event', () => {
  /** An element that does something when it first tells of anything. */
  async function first(act: (element: FlinksGeftStatus) => void, attributes = {}): Promise<FlinksGeftStatus> {
    const element = create(attributes);
    element.addEventListener(
      'geft-change',
      () => {
        act(element);
      },
      { once: true },
    );
    document.body.append(element);
    await settle();
    return element;
  }

  it('may change the session', async () => {
    endpoint.says(silence);
    const next = freshSession();
    const element = await first(each => {
      each.sessionId = next;
    });
    expect(element.snapshot.sessionId).to.equal(next);
    expect(endpoint.last().sessionId).to.equal(next);
  });

  it('may take the element out', async () => {
    await first(each => {
      each.remove();
    });
    await advance(60);
    expect(endpoint.requests().length).to.be.at.most(1);
    expect(listenedFor()).to.deep.equal([]);
  });

  it('may call check()', async () => {
    const element = await first(each => void each.check());
    await advance(20);
    expect(element.snapshot.status).to.equal('Initiated');
  });

  it('may put right what is wrong', async () => {
    const element = await first(
      each => {
        each.sessionId = sessionId();
      },
      { 'session-id': 'wrong' },
    );
    expect(element.phase).to.equal('waiting');
    expect(endpoint.times(sessionId())).to.deep.equal([0]);
  });

  it('may change where to ask', async () => {
    const element = await first(each => {
      each.baseUrl = 'https://relay.example';
    });
    await advance(10);
    expect(element.phase).to.equal('waiting');
    expect(endpoint.last().url).to.match(/^https:\/\/relay\.example\//);
  });

  it('may name the flow’s iframe', async () => {
    const session = freshSession();
    document.body.innerHTML = localIframe(session, 'id="flow"');
    const element = await first(
      each => {
        each.removeAttribute('session-id');
        each.for = 'flow';
      },
      { 'session-id': 'wrong' },
    );
    expect(element.snapshot.sessionId).to.equal(session);
  });

  it('may change the texts and the language', async () => {
    const element = await first(each => {
      each.messages = { waiting: { title: 'Un instant' } };
      each.lang = 'fr';
    });
    expect(element.shadowRoot?.textContent).to.contain('Un instant');
  });
});

describe('one of several elements', () => {
  it('may give way to another at each message, which hears the next one only', async () => {
    const heard: string[] = [];
    const replace = ({ detail: { step } }: GeftEventMap['geft-step']): void => {
      heard.push(step);
      const next = create();
      next.addEventListener('geft-step', replace);
      document.body.replaceChildren(next);
    };
    (await mount()).addEventListener('geft-step', replace);
    await advance(20);
    await say('APP_MOUNTED');
    await say('SUBMIT_MFA');
    expect(heard).to.deep.equal(['APP_MOUNTED', 'SUBMIT_MFA']);
    expect(listenedFor().filter(type => type === 'message')).to.deep.equal(['message']);
  });

  it('may take all the others out in an event', async () => {
    const elements = [await mount(), await mount(), await mount()];
    const [one] = elements;
    one?.addEventListener('geft-change', () => {
      for (const other of elements.slice(1)) other.remove();
    });
    await advance(20);
    endpoint.says(SCHEDULED);
    await say('SUCCESS');
    await advance(60);
    expect(one?.phase).to.equal('success');
    expect(listenedFor()).to.deep.equal([]);
  });
});
