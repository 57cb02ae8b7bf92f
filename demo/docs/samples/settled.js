const status = document.querySelector('flinks-geft-status');
status.addEventListener('geft-settled', ({ detail }) => {
  if (detail.phase === 'success') location.assign('/thank-you'); // where the server asks Flinks before it ships
});
