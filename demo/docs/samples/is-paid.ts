import { outcomeOf, readSessionStatus } from 'flinks-geft-status/protocol';

/** `sessionId` is the one that this server created for this very order, never one that a browser sent. */
export async function isPaid(sessionId: string, api = 'https://payments.flinksapp.com'): Promise<boolean> {
  const response = await fetch(`${api}/api/v2/sessions/${sessionId}/status`);
  const answer = readSessionStatus(await response.json(), sessionId);
  return typeof answer === 'object' && outcomeOf(answer.status, answer.statusDetails) === 'success';
}
