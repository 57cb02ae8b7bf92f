import { createServer } from 'node:http';
import { sandboxCustomer } from './sandbox-customer.js';
import { createMerchantServer } from './server.js';

/** Starts the server as its environment says. None of these values is ever printed. */
const { env } = process;
const host = env['HOST'] ?? 'localhost';
const port = Number(env['PORT'] ?? 4175);

const server = createServer(
  createMerchantServer({
    flinks: needed('FLINKS_ORIGIN'),
    credentials: { clientId: needed('FLINKS_CLIENT_ID'), clientSecret: needed('FLINKS_CLIENT_SECRET') },
    webhookSecret: env['FLINKS_WEBHOOK_SECRET'],
    origin: env['SHOP_ORIGIN'],
    customerOf: () => sandboxCustomer,
    ship: ({ orderId }) => console.log(`${orderId} is paid, and leaves.`),
  }),
);
server.listen(port, host, () => console.log(`The merchant's server: http://${host}:${String(port)}/`));

function needed(name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}
