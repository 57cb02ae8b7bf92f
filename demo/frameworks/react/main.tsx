import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { orderOnPage, placeOrder } from '../order.js';
import { Checkout } from './checkout.js';

const main = document.querySelector('main');
if (!main) throw new Error('There is no place for the checkout.');

const order = orderOnPage();
if (order) {
  hydrateRoot(main, checkout(order));
} else {
  createRoot(main).render(checkout(await placeOrder()));
}

function checkout(order: React.ComponentProps<typeof Checkout>['order']) {
  return (
    <StrictMode>
      <Checkout order={order} />
    </StrictMode>
  );
}
