import { startPage } from './shop/site-header.js';

startPage();
