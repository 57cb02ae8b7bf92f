import { FlinksGeftStatus } from '../../src/index.js';
import {
  advance,
  button,
  endpoint,
  FLINKS,
  freshSession,
  fullDetails,
  INITIATED,
  mount,
  mountHtml,
  part,
  PHASES,
  reach,
  sessionId,
  settle,
  setUp,
  TAG,
  WAYS,
} from '../support/bench.js';
import { expect } from '../support/expect.js';
import { once } from '../support/once.js';

setUp();

describe('the tag', () => {
  it('is defined by importing the package', () => {
    expect(customElements.get(TAG)).to.equal(FlinksGeftStatus);
    expect(document.createElement(TAG)).to.be.instanceOf(FlinksGeftStatus);
  });

  it('loaded twice, does not throw, and the first one stays', async () => {
    const again = new URL('../../src/index.ts?again', import.meta.url).href;
    const copy = (await import(again)) as { FlinksGeftStatus: unknown };
    expect(typeof copy.FlinksGeftStatus).to.equal('function');
    expect(customElements.get(TAG)).to.equal(FlinksGeftStatus);
  });

  it('from plain HTML', async () => {
    const element = await mountHtml(`<flinks-geft-status session-id="${sessionId()}"></flinks-geft-status>`);
    expect(element.phase).to.equal('waiting');
  });

  it('properties set before it was upgraded count', async () => {
    const inert = document.implementation.createHTMLDocument();
    const element = inert.createElement(TAG);
    expect(element).to.not.be.instanceOf(FlinksGeftStatus);
    Object.assign(element, { sessionId: sessionId(), baseUrl: 'https://relay.example', pollInterval: 15 });
    document.body.append(element);
    await settle();
    expect(element).to.be.instanceOf(FlinksGeftStatus);
    expect(endpoint.last().url).to.match(/^https:\/\/relay\.example\//);
    await advance(15);
    expect(endpoint.times()).to.deep.equal([0, 15]);
  });

  it('properties set before it was connected count', async () => {
    const element = document.createElement(TAG);
    element.sessionId = sessionId();
    element.maxAttempts = 1;
    element.messages = { unconfirmed: { title: 'Own' } };
    document.body.append(element);
    await settle();
    expect(element.phase).to.equal('unconfirmed');
    expect(part(element, 'title')?.innerText).to.equal('Own');
  });

  it('makes no request and has no attributes of its own when it is created', () => {
    const element = document.createElement(TAG);
    expect(element.attributes.length).to.equal(0);
    expect(element.childNodes.length).to.equal(0);
    expect(endpoint.requests()).to.deep.equal([]);
  });
});

describe('the defaults', () => {
  it('are those of the contract', () => {
    const element = document.createElement(TAG);
    expect(element).to.include({
      sessionId: null,
      baseUrl: null,
      flowOrigin: null,
      for: null,
      flowWindow: null,
      pollInterval: 30,
      maxAttempts: 20,
      noSteps: false,
      phase: 'idle',
    });
    expect(element.messages).to.deep.equal({});
    expect(element.settled).to.be.instanceOf(Promise);
  });

  it('attributes become properties', async () => {
    const element = await mount({
      'base-url': '/relay',
      'flow-origin': 'https://flow.example',
      for: 'flow',
      'poll-interval': '45',
      'max-attempts': '7',
      'no-steps': '',
    });
    expect(element).to.include({
      sessionId: sessionId(),
      baseUrl: '/relay',
      flowOrigin: 'https://flow.example',
      for: 'flow',
      pollInterval: 45,
      maxAttempts: 7,
      noSteps: true,
    });
  });

  it('what frameworks set for want of a value does no harm', async () => {
    const element = await mount();
    Object.assign(element, { messages: undefined, flowWindow: undefined, for: undefined, baseUrl: undefined });
    Object.assign(element, { flowOrigin: undefined, pollInterval: undefined, maxAttempts: undefined });
    await advance(30);
    expect(element.phase).to.equal('waiting');
    expect(endpoint.times()).to.deep.equal([0, 30]);
  });
});

describe('what is shown', () => {
  for (const phase of PHASES) {
    it(`${phase} is accessible`, async () => {
      const element = await reach(phase);
      const named = Array.from(element.shadowRoot?.querySelectorAll('button, ol, svg, img') ?? []);
      for (const node of named) {
        const name = node.ariaLabel ?? node.textContent;
        expect(node.ariaHidden === 'true' || name.trim() !== '', node.localName).to.be.true;
      }
      expect(button(element)?.type ?? 'button').to.equal('button');
    });
  }

  it('is hidden with the hidden attribute', async () => {
    const element = await mount({ hidden: '' });
    expect(getComputedStyle(element).display).to.equal('none');
  });
});

describe('a strict policy', () => {
  it('without inline styles or scripts, with Trusted Types, has nothing to object to, in any phase', async () => {
    const { origin } = location;
    const trusted = `require-trusted-types-for 'script'; trusted-types lit-html`;
    const policy = `default-src 'none'; script-src ${origin}; style-src 'self'; ${trusted}`;
    const frame = document.createElement('iframe');
    // The sources, or the one file in their place: as the import map of this page has it.
    const scripts = ['../support/objections.ts', '../../src/index.ts'].map(file => import.meta.resolve(file));
    frame.srcdoc = `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="${policy}">
      <flinks-geft-status></flinks-geft-status>
      ${scripts.map(script => `<script type="module" src="${script}"></script>`).join('')}`;
    document.body.append(frame);
    await once(frame, 'load');
    const { inside, view } = contentOf(frame);
    const objections: unknown = Reflect.get(view, 'objections');
    await view.customElements.whenDefined(TAG);
    view.fetch = async (input, init) => window.fetch(input, init);
    for (const phase of PHASES) {
      const { answer, step, attributes } = WAYS[phase];
      endpoint.says(answer ?? INITIATED);
      const element = inside.createElement(TAG);
      const session = freshSession();
      const all: Readonly<Record<string, string | null>> = { 'session-id': session, ...attributes };
      for (const [name, value] of Object.entries(all)) {
        if (value !== null) element.setAttribute(name, value);
      }
      element.details = fullDetails(session);
      inside.body.replaceChildren(element);
      await settle();
      // With a message on the way, the steps are there too.
      const data = { Step: phase === 'waiting' ? 'GUARANTEE_OFFERED' : step };
      view.dispatchEvent(new MessageEvent('message', { data, origin: FLINKS }));
      await settle();
      expect(element.phase).to.equal(phase);
      expect(part(element, 'title')?.innerText).to.match(/Your (?:payment|agreement)/);
      const card = part(element, 'card');
      expect(card && getComputedStyle(card).paddingTop).to.not.equal('0px');
    }
    expect(objections).to.deep.equal([]);
    inside.body.setAttribute('style', 'color: red');
    await once(inside, 'securitypolicyviolation');
    expect(objections).to.deep.equal(['style-src-attr']);
    if ('trustedTypes' in view) {
      const told = once(inside, 'securitypolicyviolation');
      expect(() => (inside.body.innerHTML = '<b>markup</b>')).to.throw();
      await told;
      expect(objections).to.deep.equal(['style-src-attr', 'require-trusted-types-for']);
    }
    inside.body.replaceChildren();
  });
});

describe('what stays in the browser', () => {
  it('is nothing', async () => {
    const before = await stored();
    const element = await reach('success');
    expect(element.phase).to.equal('success');
    element.remove();
    await settle();
    expect(await stored()).to.deep.equal(before);
  });
});

/** Where a page can leave something behind. */
async function stored(): Promise<unknown> {
  const databases = await indexedDB.databases();
  return [
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    document.cookie,
    databases,
    await caches.keys(),
    history.state,
  ];
}

describe('in another document', () => {
  it('keeps its looks', async () => {
    const element = await mount();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const { inside, view } = contentOf(frame);
    const looks = (): unknown[] => {
      const card = part(element, 'card');
      const { paddingTop, borderTopWidth, display } = view.getComputedStyle(card ?? inside.body);
      return [paddingTop, borderTopWidth, display];
    };
    const before = looks();
    expect(before[0]).to.not.equal('0px');
    inside.body.append(inside.adoptNode(element));
    await settle();
    expect(looks()).to.deep.equal(before);
    document.body.append(document.implementation.createHTMLDocument().adoptNode(element));
    await settle();
    expect(looks()).to.deep.equal(before);
  });
});

function contentOf({ contentDocument }: HTMLIFrameElement): {
  inside: Document;
  view: Window & typeof globalThis;
} {
  const view = contentDocument?.defaultView;
  if (!view) throw new Error('The frame has no document yet.');
  return { inside: contentDocument, view };
}
