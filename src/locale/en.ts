import type { Catalogue } from './catalogue.js';

export const en: Catalogue = {
  lang: 'en-CA',
  texts: {
    idle: ['Your payment is not ready yet', 'Please wait a moment.'],
    waiting: [
      'Your payment is in progress',
      'No money is taken until you sign the agreement. Please follow the steps.',
    ],
    confirming: [
      'Your payment is being confirmed',
      'You have done your part. Please stay on this page and do not pay again.',
    ],
    signature: [
      'Your payment is not signed yet',
      'No money is taken until you sign the pre-authorized debit agreement. Please go back and sign it to pay.',
    ],
    success: ['Your payment is scheduled', 'The money will be taken from your account as agreed. You are done.'],
    submitted: ['Your payment was submitted', 'It is not confirmed yet. Please do not pay again.'],
    declined: ['Your payment was not accepted', 'Please choose another way to pay.'],
    EFT0401: ['Your bank sign-in did not work', 'No money was taken. Please start again or choose another way to pay.'],
    EFT0402: ['Your payment was not accepted', 'No money was taken. Please choose another way to pay.'],
    EFT0403: ['Your payment was not accepted', 'No money was taken. Please choose another way to pay.'],
    EFT0404: ['Your payment was not accepted', 'No money was taken. Please choose another way to pay.'],
    left: [
      'Your payment is not finished',
      'No money is taken until you sign the agreement. Please start again or choose another way to pay.',
    ],
    canceled: [
      'Your payment was canceled',
      'No money was taken. To pay, please start again or choose another way to pay.',
    ],
    expired: [
      'Your payment has expired',
      'No money was taken. To pay, please start again or choose another way to pay.',
    ],
    unconfirmed: [
      'Your payment is not confirmed',
      'It may have gone through. Please do not pay again before you have checked again or asked the merchant.',
    ],
    error: [
      'Your payment cannot be checked',
      'It may have gone through. Please do not pay again before you have asked the merchant.',
    ],
  },
  progress: 'Payment steps',
  stages: ['Bank', 'Sign-in', 'Account and amount', 'Guarantee', 'Agreement'],
  checkAgain: 'Check again',
  checkSoon: 'You can check again in a few seconds.',
  required: 'Please finish your bank payment first.',
  amount: 'Amount',
  account: 'Account',
  reference: 'Reference',
  guaranteedUpTo: 'Guaranteed up to',
  partial: 'Partial',
  banks: { 2: 'Scotiabank', 6: 'National Bank', 39: 'Laurentian Bank' },
};
