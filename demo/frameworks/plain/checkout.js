/* The whole checkout, as a classic script. It works before the element is defined and after. */
const payment = document.querySelector('flinks-geft-status');
const frame = payment.querySelector('iframe');
const place = payment.parentElement;
const named = name => document.querySelector(`[data-test="${name}"]`);
const outcomes = [];

payment.messages = { declined: { body: 'No guarantee this time. No money was taken. You can pay by card.' } };

payment.addEventListener('geft-step', event => (named('step').textContent = event.detail.step));
payment.addEventListener('geft-change', event => (named('phase').textContent = event.detail.phase));
payment.addEventListener('geft-error', event => (named('error').textContent = event.detail.code));
payment.addEventListener('geft-settled', event => {
  outcomes.push(event.detail.phase);
  named('outcomes').textContent = outcomes.join(' ');
});

named('toggle').addEventListener('click', () => {
  if (payment.isConnected) payment.remove();
  else place.prepend(payment);
});
named('language').addEventListener('click', () => (payment.lang = payment.lang === 'en' ? 'fr-CA' : 'en'));
named('steps').addEventListener('click', () => payment.toggleAttribute('no-steps'));
named('order-again').addEventListener('click', () => void placeOrder().then(show));

// Where the server has put the order into the page, the frame has its address already.
const order = document.querySelector('#order');
if (order) payment.details = JSON.parse(order.textContent).details;
else void placeOrder().then(show);

/** Has the shop's server create a session: it alone has the credentials. */
async function placeOrder() {
  const amount = 64.5;
  const reference = new URLSearchParams(location.search).get('reference') ?? 'Happy1';
  const response = await fetch('/shop/orders', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reference, amount, language: 'en', mode: 'frame' }),
  });
  if (!response.ok) throw new Error(`The shop answered with ${response.status}.`);
  const { sessionId, flowUrl, orderId } = await response.json();
  return { flowUrl, details: { sessionId, amount, currency: 'CAD', referenceId: orderId } };
}

function show({ flowUrl, details }) {
  payment.details = details;
  frame.src = flowUrl;
}
