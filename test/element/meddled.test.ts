import { expect } from '../support/expect.js';
import { advance, endpoint, mount, say, SCHEDULED, setUp, title } from '../support/bench.js';

setUp();

let undo: (() => void)[] = [];

afterEach(() => {
  for (const one of undo) one();
  undo = [];
});

/** As a script of the page might do it; taken back after the test. */
function define(target: object, name: string, descriptor: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { ...descriptor, configurable: true });
  undo.push(() => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  });
}

describe('a page whose scripts meddle with what everything is made of', () => {
  for (const name of ['code', 'error', 'wait', 'statusDetails', 'sessionId', 'EFT0301']) {
    it(`every object has a “${name}”: the watch goes on, and success is the endpoint’s`, async () => {
      define(Object.prototype, name, { value: 'EFT0301', writable: true });
      const element = await mount();
      expect(element.phase).to.equal('waiting');
      expect(endpoint.times()).to.deep.equal([0]);
      endpoint.says(SCHEDULED);
      await advance(30);
      expect(element.phase).to.equal('success');
    });
  }

  it('every object has an “error”: an answer after SUCCESS is an answer', async () => {
    define(Object.prototype, 'error', { value: 'EFT0301', writable: true });
    const element = await mount();
    await say('SUCCESS');
    await advance(60);
    expect(element.phase).to.equal('confirming');
  });

  it('every object has texts: they are not the page’s own', async () => {
    define(Object.prototype, 'waiting', { value: { title: 'Your payment is scheduled' }, writable: true });
    expect(title(await mount())).to.match(/in progress/);
  });

  it('a text that throws when it is read gives way', async () => {
    const element = await mount();
    element.messages = {
      get success(): never {
        throw new Error('Not for reading.');
      },
    };
    endpoint.says(SCHEDULED);
    await advance(30);
    expect(title(element)).to.match(/scheduled/);
  });

  it('promises without their newest methods will do', async () => {
    define(Promise, 'withResolvers', { value: undefined });
    endpoint.says(SCHEDULED);
    const element = await mount();
    expect((await element.settled).phase).to.equal('success');
  });

  it('an image called “baseURI” is not where the page is', async () => {
    const image = document.body.appendChild(document.createElement('img'));
    image.setAttribute('name', 'baseURI');
    expect((await mount()).phase).to.equal('waiting');
  });
});
