import { renderToString } from 'react-dom/server';
import type { Order } from '../order.js';
import { Checkout } from './checkout.js';

export function render(order: Order): string {
  return renderToString(<Checkout order={order} />);
}
