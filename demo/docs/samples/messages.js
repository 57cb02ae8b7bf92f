status.messages = {
  declined: { body: 'No guarantee this time. You can pay by card, or call us at 555-0100.' },
  EFT0501: { title: 'You canceled this payment' },
  success: { title: '{amount} is on its way', body: 'Your order is {reference}.' },
  submitted: { title: 'Thank you. We are checking your payment.' }, // a success that could not be confirmed
};
