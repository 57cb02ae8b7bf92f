import { expect, test } from './harness.js';

/** The element in a form of a real page: what the browser does of its own accord, by keyboard alone. */

test('a form that needs the payment is not sent before it succeeded, and the browser says why', async ({ shop }) => {
  const { sessionId, flowUrl } = await shop.createSession({ status: 'Initiated', statusDetails: 'EFT0101' });
  await shop.openBench({ attributes: { form: '', name: 'payment', required: '' }, flow: flowUrl });
  await shop.hasPhase('waiting');
  const order = shop.page.getByRole('button', { name: 'Place the order' });
  const sent = shop.page.locator('[data-test="sent"]');

  await expect(shop.element).toHaveJSProperty('validationMessage', 'Your bank payment must be confirmed first.');
  await order.focus();
  await shop.page.keyboard.press('Enter');
  await expect(sent).toHaveText('');
  // Where the bubble stands, the focus is: the browser refuses in silence what it cannot show.
  await expect(shop.element).toBeFocused();

  await shop.sandbox.setFaults(sessionId, { status: 'Completed', statusDetails: 'EFT0301' });
  await shop.passTime(30);
  await shop.hasPhase('success');
  await order.focus();
  await shop.page.keyboard.press('Enter');
  await expect(sent).toHaveText(JSON.stringify([['payment', sessionId]]));
});

test('the message is in the payer’s language', async ({ shop }) => {
  const { flowUrl } = await shop.createSession();
  await shop.openBench({ attributes: { form: '', required: '', lang: 'fr' }, flow: flowUrl });
  await expect(shop.element).toHaveJSProperty(
    'validationMessage',
    'Votre paiement bancaire doit d’abord être confirmé.',
  );
});
