import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import type { Order } from '../order.js';
import Checkout from './checkout.vue';

export async function render(order: Order): Promise<string> {
  return renderToString(createSSRApp(Checkout, { order }));
}
