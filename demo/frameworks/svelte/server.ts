import { render as renderSvelte } from 'svelte/server';
import type { Order } from '../order.js';
import Checkout from './checkout.svelte';

export function render(order: Order): string {
  return renderSvelte(Checkout, { props: { order } }).body;
}
