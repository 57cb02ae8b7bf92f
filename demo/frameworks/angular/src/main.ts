import { bootstrapApplication } from '@angular/platform-browser';
import { Checkout } from './checkout.js';

await bootstrapApplication(Checkout);
