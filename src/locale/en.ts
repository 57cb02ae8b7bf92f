import type { Catalogue } from './catalogue.js';

export const en: Catalogue = {
  lang: 'en',
  texts: {
    idle: ['Your payment is not ready yet', 'Please wait a moment.'],
    waiting: ['Your payment is in progress', 'No money is taken before you sign the agreement.'],
    confirming: ['Your payment is being confirmed', 'Please stay on this page and do not pay again.'],
    signature: [
      'Your payment is not signed',
      'No money is taken before you sign the agreement. Please go back and sign it to pay.',
    ],
    success: ['Your payment is scheduled', 'The money will be taken as agreed. You are done.'],
    submitted: ['Your payment was submitted', 'It is not confirmed yet. Please do not pay again.'],
    declined: ['Your payment was not accepted', 'Please choose another way to pay.'],
    failed: ['Your payment was not accepted', 'No money was taken. Please choose another way to pay.'],
    left: [
      'Your payment is not finished',
      'No money is taken before you sign the agreement. You can start again or choose another way to pay.',
    ],
    canceled: ['Your payment was canceled', 'No money was taken. You can start again or choose another way to pay.'],
    expired: ['Your payment has expired', 'No money was taken. You can start again or choose another way to pay.'],
    unconfirmed: [
      'Your payment is not confirmed',
      'It may have gone through. Please do not pay again before you have checked.',
    ],
    error: ['Your payment cannot be shown', 'It may have gone through. Please ask the merchant before you pay again.'],
  },
  progress: 'Payment steps',
  stages: ['Bank', 'Sign-in', 'Account and amount', 'Guarantee', 'Agreement'],
  checkAgain: 'Check again',
  checkSoon: 'Please wait a moment.',
};
