import type { Catalogue, Text } from './catalogue.js';

const NO_GUARANTEE: Text = ['This payment cannot go through', 'No money was taken. Please choose another way to pay.'];

export const en: Catalogue = {
  lang: 'en-CA',
  texts: {
    idle: ['Your payment has not started', 'No money was taken.'],
    waiting: ['Your payment is in progress', 'No money is taken before you sign the agreement.'],
    confirming: ['Confirming your payment', 'Please keep this page open and do not pay again.'],
    signature: [
      'Your agreement is not signed yet',
      'No payment is scheduled. To pay, please go back and sign the agreement.',
    ],
    success: [
      'Your payment is scheduled',
      'The money will be taken from your account as agreed. There is nothing more to do.',
    ],
    submitted: ['Your payment was submitted', 'The final confirmation is still to come. Please do not pay again.'],
    declined: ['This payment cannot go through', 'Please choose another way to pay.'],
    EFT0401: ['The bank sign-in did not work', 'No money was taken. You can start again or choose another way to pay.'],
    EFT0402: NO_GUARANTEE,
    EFT0403: NO_GUARANTEE,
    EFT0404: NO_GUARANTEE,
    left: [
      'Your payment is not finished',
      'No payment is scheduled. You can start again or choose another way to pay.',
    ],
    canceled: ['This payment was canceled', 'No money was taken. You can start again or choose another way to pay.'],
    expired: ['The time to pay ran out', 'No money was taken. You can start again or choose another way to pay.'],
    unconfirmed: [
      'We do not know the outcome yet',
      'Your payment may have gone through. Please do not pay again before you have checked.',
    ],
    error: [
      'We cannot show your payment here',
      'It may have gone through. Please ask the merchant before you pay again.',
    ],
  },
  progress: 'Payment steps',
  stages: {
    bank: 'Bank',
    'sign-in': 'Sign-in',
    account: 'Account and amount',
    guarantee: 'Guarantee',
    agreement: 'Agreement',
  },
  checkAgain: 'Check again',
  checking: 'Checking…',
  checkSoon: 'You can check again in a moment.',
};
