import { createApp, createSSRApp } from 'vue';
import { orderOnPage, placeOrder } from '../order.js';
import Checkout from './checkout.vue';

const order = orderOnPage();
if (order) {
  createSSRApp(Checkout, { order }).mount('main');
} else {
  createApp(Checkout, { order: await placeOrder() }).mount('main');
}
