import type { Phase } from '../../src/index.js';
import {
  advance,
  type Answer,
  CANCELED,
  details,
  endpoint,
  EXPIRED,
  held,
  IN_PROGRESS,
  INITIATED,
  LEAVINGS,
  mount,
  NOT_ELIGIBLE,
  PHASES,
  phases,
  reach,
  say,
  SCHEDULED,
  setUp,
  settle,
  status,
  told,
  UNSIGNED,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

describe('what the endpoint says', () => {
  const cases: [status: string, code: string | null, phase: Phase, isFinal: boolean][] = [
    ['Initiated', 'EFT0101', 'waiting', false],
    ['InProgress', null, 'waiting', false],
    ['InProgress', 'EFT0201', 'waiting', false],
    ['Completed', 'EFT0302', 'signature', false],
    ['Completed', 'EFT0301', 'success', true],
    ['Failed', 'EFT0401', 'declined', true],
    ['Failed', 'EFT0402', 'declined', true],
    ['Failed', 'EFT0403', 'declined', true],
    ['Failed', 'EFT0404', 'declined', true],
    ['Failed', 'EFT0499', 'declined', true],
    ['Failed', null, 'declined', true],
    ['Canceled', 'EFT0501', 'canceled', true],
    ['Cancelled', 'EFT0501', 'canceled', true],
    ['Expired', 'EFT0601', 'expired', true],
    // Unknown: never success, and the watch goes on.
    ['Paused', 'EFT0301', 'waiting', false],
    ['completed', 'EFT0301', 'waiting', false],
    ['Completed', 'EFT0399', 'waiting', false],
    ['Completed', 'eft0301', 'waiting', false],
    ['Completed', null, 'waiting', false],
    ['Initiated', 'EFT0301', 'waiting', false],
    ['Expired', 'EFT0301', 'waiting', false],
  ];
  for (const [name, code, phase, isFinal] of cases) {
    it(`${name}/${code ?? 'nothing'} is ${phase}${isFinal ? ', and that is final' : ''}`, async () => {
      endpoint.says(status(name, code));
      const element = await mount();
      const { snapshot } = element;
      expect(snapshot.phase).to.equal(phase);
      expect(snapshot).to.include({ status: name, statusDetails: code, amount: 500, referenceId: 'USER12345' });
      expect(snapshot.confirmed).to.equal(phase !== 'waiting');
      expect(snapshot.source).to.equal('status');
      await advance(60);
      expect(endpoint.times()).to.deep.equal(isFinal ? [0] : [0, 30, 60]);
      expect(details(element, 'geft-settled').length).to.equal(isFinal ? 1 : 0);
    });
  }

  it('from unsigned to scheduled is no contradiction', async () => {
    endpoint.says(UNSIGNED, SCHEDULED);
    const element = await mount();
    await advance(30);
    expect(phases(element).slice(-2)).to.deep.equal(['signature', 'success']);
    expect(element.snapshot.confirmed).to.be.true;
  });

  const outcomes: [answer: Answer, phase: Phase][] = [
    [SCHEDULED, 'success'],
    [UNSIGNED, 'signature'],
    [NOT_ELIGIBLE, 'declined'],
    [CANCELED, 'canceled'],
    [EXPIRED, 'expired'],
  ];
  for (const [answer, phase] of outcomes) {
    it(`wins over how far the flow has come: ${phase}`, async () => {
      const element = await mount();
      await say('GUARANTEE_OFFERED');
      endpoint.says(answer);
      await advance(30);
      expect(element.phase).to.equal(phase);
      expect(element.snapshot).to.include({ confirmed: true, source: 'status' });
    });
  }

  it('that the agreement is unsigned stands while the payer is in the flow', async () => {
    endpoint.says(UNSIGNED);
    const element = await mount();
    await say('COMPONENT_PAD_DOWNLOADED');
    expect(element.phase).to.equal('signature');
  });
});

describe('what the flow says by itself', () => {
  const RUNNING = [
    'APP_MOUNTED',
    'CONSENT_DISABLED',
    'INSTITUTION_SELECTED',
    'SUBMIT_CREDENTIAL',
    'SUBMIT_MFA',
    'ACCOUNT_SELECTED',
    'COMPONENT_DEPOSIT_CONTINUE',
    'GUARANTEE_OFFERED',
    'COMPONENT_PAD_DOWNLOADED',
  ];
  const cases: [step: string, phase: Phase][] = [
    ...RUNNING.map((step): [string, Phase] => [step, 'waiting']),
    ['SUCCESS', 'confirming'],
    ['GUARANTEE_FAILED', 'declined'],
    ...LEAVINGS.map((step): [string, Phase] => [step, 'left']),
  ];
  for (const [step, phase] of cases) {
    it(`${step} is ${phase}, at once and unconfirmed`, async () => {
      const element = await mount();
      await advance(1);
      await say(step);
      expect(element.snapshot).to.include({ phase, step, confirmed: false, source: 'flow' });
      expect(told(element)).to.not.include('geft-settled');
    });
  }

  it('no message alone ever shows success', async () => {
    const element = await mount({ 'max-attempts': '3' });
    for (const [step] of cases) await say(step);
    await say('SUCCESS');
    await advance(300);
    expect(phases(element)).to.not.include('success');
  });

  it('bad news after good news is believed at once', async () => {
    const element = await mount();
    await say('SUCCESS');
    await say('GUARANTEE_FAILED');
    expect(element.phase).to.equal('declined');
  });

  it('comes before the first answer', async () => {
    const slow = held(INITIATED);
    endpoint.says(slow.answer, SCHEDULED);
    const element = await mount();
    await say('SUCCESS');
    expect(element.phase).to.equal('confirming');
    slow.release();
    await settle();
    expect(element.phase).to.equal('confirming');
    await advance(10);
    expect(element.phase).to.equal('success');
  });
});

describe('an ending message and the answers after it', () => {
  const finals: [name: string, answer: Answer, phase: Phase][] = [
    ['scheduled', SCHEDULED, 'success'],
    ['failed', NOT_ELIGIBLE, 'declined'],
    ['canceled', CANCELED, 'canceled'],
    ['expired', EXPIRED, 'expired'],
  ];
  const others: [name: string, answer: Answer][] = [
    ['initiated', INITIATED],
    ['in progress', IN_PROGRESS],
    ['an unknown status', status('Paused', 'EFT0777')],
  ];
  const endings: [step: string, phase: Phase][] = [
    ['SUCCESS', 'confirming'],
    ['GUARANTEE_FAILED', 'declined'],
    ...LEAVINGS.map((step): [string, Phase] => [step, 'left']),
  ];
  for (const [step, phase] of endings) {
    for (const [name, answer, final] of finals) {
      it(`${step}, then ${name}: ${final} at once`, async () => {
        const element = await mount();
        await advance(20);
        endpoint.says(answer);
        await say(step);
        expect(element.snapshot).to.include({ phase: final, confirmed: true, source: 'status' });
        expect(details(element, 'geft-settled').map(snapshot => snapshot.phase)).to.deep.equal([final]);
      });
    }
    for (const [name, answer] of others) {
      it(`${step}, then ${name}: ${phase}, however often`, async () => {
        const element = await mount();
        await advance(20);
        endpoint.says(answer);
        await say(step);
        await advance(150);
        expect(element.snapshot).to.include({ phase, confirmed: false, source: 'flow' });
      });
    }
  }

  it('SUCCESS, then unsigned: only from the third answer on', async () => {
    endpoint.says(INITIATED, UNSIGNED);
    const element = await mount();
    await advance(20);
    await say('SUCCESS');
    expect(element.phase).to.equal('confirming');
    await advance(10);
    expect(element.phase).to.equal('confirming');
    await advance(10);
    expect(element.snapshot).to.include({ phase: 'signature', confirmed: true });
  });

  it('SUCCESS, then unsigned later than the third answer: at once', async () => {
    endpoint.says(INITIATED, INITIATED, INITIATED, IN_PROGRESS, IN_PROGRESS, UNSIGNED);
    const element = await mount();
    await advance(20);
    await say('SUCCESS');
    await advance(50);
    expect(element.phase).to.equal('confirming');
    await advance(30);
    expect(element.phase).to.equal('signature');
  });

  for (const step of ['GUARANTEE_FAILED', ...LEAVINGS]) {
    it(`${step}, then unsigned: never`, async () => {
      endpoint.says(INITIATED, UNSIGNED);
      const element = await mount();
      await advance(20);
      await say(step);
      await advance(150);
      expect(element.phase).to.equal(step === 'GUARANTEE_FAILED' ? 'declined' : 'left');
    });
  }

  it('an answer from before the message does not count against it', async () => {
    const slow = held(UNSIGNED);
    endpoint.says(slow.answer, UNSIGNED);
    const element = await mount();
    await say('SUCCESS');
    slow.release();
    await settle();
    await advance(20);
    expect(endpoint.times()).to.deep.equal([0, 10, 20]);
    expect(element.phase).to.equal('confirming');
    await advance(10);
    expect(element.phase).to.equal('signature');
  });
});

describe('the phases', () => {
  for (const phase of PHASES) {
    it(`${phase} is what the element says it is`, async () => {
      const element = await reach(phase);
      expect(element.phase).to.equal(phase);
      expect(element.snapshot.phase).to.equal(phase);
    });
  }
});
