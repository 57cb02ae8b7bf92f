import type { FlinksGeftStatus, Snapshot } from 'flinks-geft-status';

export async function whenSettled(status: FlinksGeftStatus): Promise<Snapshot> {
  const outcome = await status.settled; // of the session it has now
  document.title = outcome.phase === 'success' ? 'Thank you' : 'Your payment';
  return outcome;
}
