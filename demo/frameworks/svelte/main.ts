import { hydrate, mount } from 'svelte';
import { orderOnPage, placeOrder } from '../order.js';
import Checkout from './checkout.svelte';

const target = document.querySelector('main');
if (!target) throw new Error('There is no place for the checkout.');

const order = orderOnPage();
if (order) {
  hydrate(Checkout, { target, props: { order } });
} else {
  mount(Checkout, { target, props: { order: await placeOrder() } });
}
