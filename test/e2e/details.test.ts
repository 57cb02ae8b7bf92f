import { payThroughFlow } from '../../demo/sandbox/drive-flow.js';
import { expect, test } from './harness.js';

/** Session details as the shop relays them: from Flinks' full body to what the payer reads. */

/** What the sandbox's body holds and a payer's page never gets. */
const SECRETS = /risk|nameMatch|email|firstName|lastName|address|transit|balance|john|1234567|payee/i;

test('the receipt: amount, bank, account and reference, and nothing else of the details', async ({ shop }) => {
  const relayed: string[] = [];
  shop.page.on('response', response => {
    if (response.url().endsWith('/details')) void response.text().then(body => relayed.push(body));
  });
  await shop.pay({ reference: 'Happy1' });
  await payThroughFlow(shop.flow, { scenario: 'Happy1' });
  await shop.passTime(10);
  await shop.payerReads('success');

  await expect(shop.element.locator('[part="receipt"]')).toHaveText(
    /Amount\s*\$1,000\.00\s*Bank\s*RBC\s*Account\s*•+4567\s*Reference\s*Happy1/,
  );
  // Once for each status that there was.
  await expect.poll(() => relayed.length).toBe(2);
  for (const body of relayed) expect(body).not.toMatch(SECRETS);
  expect(await shop.element.evaluate(node => node.shadowRoot?.innerHTML ?? '')).not.toMatch(SECRETS);
});

test('where the relay fails, the payer reads where the payment stands all the same', async ({ shop }) => {
  await shop.page.route('**/shop/orders/*/details', route => route.fulfill({ body: 'oops' }));
  await shop.pay({ reference: 'Happy1', language: 'fr' });
  await payThroughFlow(shop.flow, { scenario: 'Happy1' });
  await shop.passTime(10);
  await shop.payerReads('success', 'fr');
  await expect(shop.element.locator('[part="receipt"]')).toHaveCount(0);
  await expect(shop.events('geft-error')).toHaveText([/details-unavailable/, /details-unavailable/]);
  await shop.settledOnce(/^success/);
});
