import type { Catalogue, Text } from './catalogue.js';

const notAccepted: Text = ['Your payment was not accepted', 'No money was taken. Please choose another way to pay.'];

export const en: Catalogue = {
  lang: 'en-CA',
  texts: {
    idle: ['Your payment is not ready yet', 'Please wait a moment.'],
    waiting: ['Your payment is in progress', 'No money is taken without your signature. Please follow the steps.'],
    confirming: [
      'Your payment is being confirmed',
      'You have done your part, and the money may be taken. Please stay on this page and do not pay again.',
    ],
    signature: [
      'Your agreement is not signed yet',
      'No money is taken without your signature. To pay, please sign the pre-authorized debit agreement.',
    ],
    success: [
      'Your payment is scheduled',
      'The money will be taken from your account as agreed. There is nothing more to do.',
    ],
    submitted: [
      'Your payment was submitted',
      'It is not confirmed yet, but the money may be taken. Please do not pay again; if in doubt, ask the merchant.',
    ],
    declined: ['Your payment was not accepted', 'Please choose another way to pay.'],
    EFT0401: [
      'Your bank sign-in did not work',
      'No money was taken. To pay, please start again or choose another way to pay.',
    ],
    EFT0402: notAccepted,
    EFT0403: notAccepted,
    EFT0404: notAccepted,
    left: [
      'Your payment was not completed',
      'No money is taken without your signature. To pay, please start again or choose another way to pay.',
    ],
    canceled: [
      'Your payment was canceled',
      'No money was taken. To pay, please start again or choose another way to pay.',
    ],
    expired: [
      'Your payment session has expired',
      'No money was taken. To pay, please start again or choose another way to pay.',
    ],
    unconfirmed: [
      'Your payment may have gone through',
      'It is not confirmed. Please do not pay again before you are sure: check again or ask the merchant.',
    ],
    error: [
      'Your payment cannot be checked',
      'It may have gone through. Please do not pay again before you are sure: ask the merchant.',
    ],
  },
  progress: 'Payment steps',
  stages: ['Bank', 'Sign-in', 'Account and amount', 'Guarantee', 'Agreement'],
  checkAgain: 'Check again',
  checkSoon: 'You can check again shortly.',
  required: 'Your bank payment must be confirmed first.',
  amount: 'Amount',
  account: 'Account',
  reference: 'Reference',
  guaranteedUpTo: 'Guaranteed up to',
  partial: 'Partial',
  banks: { 2: 'Scotiabank', 6: 'National Bank', 39: 'Laurentian Bank', 540: 'Manulife Bank', 623: 'EQ Bank' },
};
