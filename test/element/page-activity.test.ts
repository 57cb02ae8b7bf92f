import {
  advance,
  comeBack,
  endpoint,
  everListenedFor,
  goOffline,
  goOnline,
  held,
  hide,
  INITIATED,
  mount,
  reach,
  say,
  SCHEDULED,
  setUp,
  settle,
  show,
  silence,
  store,
  UNSIGNED,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

const sleeps: [name: string, sleep: () => void, wake: () => void][] = [
  ['hidden', hide, show],
  ['offline', goOffline, goOnline],
  ['in the back/forward cache', store, comeBack],
];

for (const [name, sleep, wake] of sleeps) {
  describe(`a page that is ${name}`, () => {
    it('makes no check and spends no attempt', async () => {
      const element = await mount();
      await advance(5);
      sleep();
      await advance(3600);
      expect(endpoint.times()).to.deep.equal([0]);
      expect(element.snapshot.attempts).to.equal(1);
      expect(element.phase).to.equal('waiting');
    });

    it('makes one at once when it is no longer', async () => {
      await mount();
      await advance(5);
      sleep();
      await advance(100);
      wake();
      await settle();
      expect(endpoint.times()).to.deep.equal([0, 105]);
      await advance(30);
      expect(endpoint.times()).to.deep.equal([0, 105, 135]);
    });

    it('makes it as soon as the floor allows', async () => {
      await mount();
      await advance(2);
      sleep();
      await advance(2);
      wake();
      await advance(5);
      expect(endpoint.times()).to.deep.equal([0]);
      await advance(1);
      expect(endpoint.times()).to.deep.equal([0, 10]);
    });

    it('does so while the agreement is unsigned, too', async () => {
      endpoint.says(UNSIGNED, SCHEDULED);
      const element = await mount();
      sleep();
      await advance(600);
      wake();
      await settle();
      expect(element.phase).to.equal('success');
    });

    it('does nothing when the session is over', async () => {
      await reach('success');
      sleep();
      await advance(60);
      wake();
      await advance(60);
      expect(endpoint.times()).to.deep.equal([0]);
    });
  });
}

for (const [name, sleep] of sleeps.slice(0, 2)) {
  describe(`a page that is ${name}`, () => {
    it('from the beginning makes no check', async () => {
      sleep();
      const element = await mount();
      await advance(600);
      expect(endpoint.times()).to.deep.equal([]);
      expect(element.phase).to.equal('waiting');
      expect(element.snapshot.attempts).to.equal(0);
    });

    for (const step of ['SUCCESS', 'GUARANTEE_FAILED', 'COMPONENT_PAD_WARNING_SCREEN_EXIT']) {
      it(`confirms an ending message all the same: ${step}`, async () => {
        endpoint.says(INITIATED, INITIATED, SCHEDULED);
        const element = await mount();
        await advance(20);
        sleep();
        await say(step);
        expect(endpoint.times()).to.deep.equal([0, 20]);
        await advance(10);
        expect(endpoint.times()).to.deep.equal([0, 20, 30]);
        expect(element.phase).to.equal('success');
      });
    }

    it('makes no check for any other message', async () => {
      await mount();
      await advance(20);
      sleep();
      await say('SUBMIT_MFA');
      await advance(600);
      expect(endpoint.times()).to.deep.equal([0]);
    });

    it('keeps hearing the flow', async () => {
      const element = await mount();
      sleep();
      await say('GUARANTEE_FAILED');
      expect(element.phase).to.equal('declined');
    });

    it('lets the answer land that was asked for before', async () => {
      const slow = held(SCHEDULED);
      endpoint.says(slow.answer);
      const element = await mount();
      sleep();
      slow.release();
      await settle();
      expect(element.phase).to.equal('success');
    });
  });
}

describe('the back/forward cache', () => {
  it('is open to the page: nothing listens for unload or beforeunload', async () => {
    await mount();
    await advance(60);
    expect([...everListenedFor()].filter(type => type.includes('unload'))).to.deep.equal([]);
  });

  it('is not barred by a check under way', async () => {
    endpoint.says(silence, INITIATED);
    await mount();
    const { signal } = endpoint.last();
    store();
    await settle();
    expect(signal.aborted).to.be.true;
    await advance(60);
    comeBack();
    await settle();
    expect(endpoint.times()).to.deep.equal([0, 60]);
  });
});

describe('back from the back/forward cache', () => {
  it('asks at once, even where another listener kept the leaving to itself', async () => {
    await mount();
    await advance(15);
    comeBack();
    await settle();
    expect(endpoint.times()).to.deep.equal([0, 15]);
  });

  it('does not ask for a page that was merely loaded', async () => {
    await mount();
    await advance(15);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    await settle();
    expect(endpoint.times()).to.deep.equal([0]);
  });
});

describe('hidden and offline at once', () => {
  it('both must be over', async () => {
    await mount();
    hide();
    goOffline();
    await advance(60);
    show();
    await advance(60);
    expect(endpoint.times()).to.deep.equal([0]);
    goOnline();
    await settle();
    expect(endpoint.times()).to.deep.equal([0, 120]);
  });
});
