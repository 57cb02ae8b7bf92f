import { expect } from '../support/expect.js';
import { endpoint, mount, payerReads, setUp, status, title } from '../support/bench.js';

setUp();

const OWN = { title: 'Of that code' };

describe('the code of another status says nothing to the payer', () => {
  const contradictions: readonly (readonly [status: string, code: string])[] = [
    ['InProgress', 'EFT0301'],
    ['Pending', 'EFT0301'],
    ['Failed', 'EFT0301'],
    ['Completed', 'EFT0402'],
    ['Initiated', 'EFT0404'],
    ['InProgress', 'EFT0501'],
  ];
  for (const [word, code] of contradictions) {
    it(`${word} with ${code}: in progress, in the catalogue’s words`, async () => {
      endpoint.says(status(word, code));
      const element = await mount();
      expect(element.phase).to.equal('waiting');
      expect(payerReads(element)).to.match(/in progress/);
    });

    it(`${word} with ${code}: in progress, whatever the page has to say of that code`, async () => {
      endpoint.says(status(word, code));
      const element = await mount();
      element.messages = { [code]: OWN };
      await element.updateComplete;
      expect(title(element)).to.match(/in progress/);
    });
  }

  it('while EFT0101 speaks for what is under way', async () => {
    endpoint.says(status('InProgress', 'EFT0101'));
    const element = await mount();
    element.messages = { EFT0101: OWN };
    await element.updateComplete;
    expect(title(element)).to.equal(OWN.title);
  });
});
