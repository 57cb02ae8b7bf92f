import {
  advance,
  endpoint,
  isSeen,
  mount,
  part,
  PHASES,
  reach,
  say,
  SCHEDULED,
  setUp,
  settle,
  type Answer,
  http,
  INITIATED,
  NOT_ELIGIBLE,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

const children = PHASES.map(phase => `<p slot="${phase}">${phase}</p>`).join('');

describe('the slots of the phases', () => {
  for (const phase of PHASES) {
    it(`${phase} shows in its phase only`, async () => {
      const element = await reach(phase, {}, children);
      const seen = Array.from(element.children).filter(isSeen);
      expect(seen.map(child => child.slot)).to.deep.equal([phase]);
    });
  }

  it('come and go with the phase', async () => {
    const element = await mount({}, children);
    const seen = (): string[] =>
      Array.from(element.children)
        .filter(isSeen)
        .map(child => child.slot);
    expect(seen()).to.deep.equal(['waiting']);
    await say('SUCCESS');
    expect(seen()).to.deep.equal(['confirming']);
    endpoint.says(SCHEDULED);
    await advance(10);
    expect(seen()).to.deep.equal(['success']);
  });

  it('what is in no slot is not seen', async () => {
    const element = await mount({}, '<p>loose</p>');
    expect(isSeen(element.querySelector('p'))).to.be.false;
  });
});

describe('the flow’s iframe', () => {
  const boxOf = async (attributes: string, css = ''): Promise<{ width: number; height: number; border: string }> => {
    const style = document.createElement('style');
    style.textContent = `body { width: 600px; } ${css}`;
    document.body.append(style);
    const element = await mount({}, `<iframe slot="flow" title="Pay from your bank" srcdoc="" ${attributes}></iframe>`);
    const frame = element.querySelector('iframe');
    if (!frame) throw new Error('There is no iframe.');
    const { borderTopWidth: border } = getComputedStyle(frame);
    return { width: frame.offsetWidth, height: frame.offsetHeight, border };
  };

  it('is as wide as the element, and a flow can be read in it', async () => {
    expect(await boxOf('')).to.deep.equal({ width: 600, height: 640, border: '0px' });
  });

  it('is what the page makes of it', async () => {
    const css = 'iframe { width: 50%; height: 500px; border: 3px solid; box-sizing: border-box; }';
    expect(await boxOf('', css)).to.deep.equal({ width: 300, height: 500, border: '3px' });
  });

  it('is what its own attributes make of it', async () => {
    const { width, height } = await boxOf('width="400" height="300"', 'iframe { border: 0; }');
    expect([width, height]).to.deep.equal([400, 300]);
  });
});

it('the words begin where lines begin, wherever the page puts its own', async () => {
  const element = await mount();
  document.body.style.textAlign = 'center';
  expect(getComputedStyle(part(element, 'title') ?? element).textAlign).to.equal('start');
  document.body.removeAttribute('style');
});

describe('the live regions', () => {
  const region = (element: Element, role: string): HTMLElement => {
    const found = element.shadowRoot?.querySelector<HTMLElement>(`[role=${role}]`);
    if (!found) throw new Error(`There is no ${role}.`);
    return found;
  };

  for (const phase of PHASES) {
    const isUrgent = phase === 'declined' || phase === 'error';
    it(`${phase} is told in the ${isUrgent ? 'assertive' : 'polite'} one`, async () => {
      const element = await reach(phase);
      const [polite, assertive] = [region(element, 'status'), region(element, 'alert')];
      expect((isUrgent ? assertive : polite).innerText.trim()).to.not.equal('');
      expect((isUrgent ? polite : assertive).innerText.trim()).to.equal('');
    });
  }

  it('are there before there is anything to say, one of each, not one in the other', async () => {
    const element = await mount({ 'session-id': null });
    const regions = element.shadowRoot?.querySelectorAll('[role=status], [role=alert], [aria-live]') ?? [];
    expect(regions.length).to.equal(2);
    expect(element.shadowRoot?.querySelectorAll('[role] [role=status], [role] [role=alert]').length).to.equal(0);
  });

  it('stay the same nodes through everything', async () => {
    const element = await mount({ 'session-id': null });
    const before = [region(element, 'status'), region(element, 'alert')];
    const answers: Answer[] = [INITIATED, NOT_ELIGIBLE, http(400), SCHEDULED];
    for (const answer of answers) {
      endpoint.says(answer);
      element.sessionId = crypto.randomUUID();
      element.lang = element.lang === 'fr' ? 'en' : 'fr';
      await settle();
      expect([region(element, 'status'), region(element, 'alert')]).to.deep.equal(before);
      expect(region(element, 'status')).to.equal(before[0]);
      expect(region(element, 'alert')).to.equal(before[1]);
    }
  });

  it('say nothing again when nothing has changed', async () => {
    const element = await mount();
    await settle();
    let changes = 0;
    const observer = new MutationObserver(records => (changes += records.length));
    observer.observe(region(element, 'status'), { subtree: true, childList: true, characterData: true });
    await advance(300);
    await say('SUBMIT_MFA');
    observer.disconnect();
    expect(changes).to.equal(0);
  });
});
