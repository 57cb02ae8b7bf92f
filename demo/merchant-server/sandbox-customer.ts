import type { Customer } from './flinks-client.js';

/** The one customer whom the sandbox's bank knows as well. */
export const sandboxCustomer: Customer = { email: 'john.smith@example.com', firstName: 'John', lastName: 'Smith' };
