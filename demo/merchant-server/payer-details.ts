import { isRecord, type Answer } from './http.js';

/** Of all that Flinks knows, what the payer may see: a list of what is allowed, not of what is not. */
export function detailsForPayer({ status, body, headers = {} }: Answer): Answer {
  if (status !== 200 || !isRecord(body)) {
    return { status: status === 200 ? 502 : status, body: { error: 'details_unavailable' }, headers };
  }
  const picked = {
    ...pick(body, ['sessionId', 'status', 'referenceId', 'amount', 'currency']),
    step: pick(body['step'], ['current']),
    payor: { account: payerAccount(body['payor']) },
    guaranteeDetails: pick(body['guaranteeDetails'], [
      'guaranteeOffered',
      'guaranteeAccepted',
      'highestDebitAmountToGuarantee',
      'guaranteedEftType',
    ]),
  };
  return { status: 200, body: picked };
}

/** One of the reference's examples has an account number in full: it is masked here, however it comes. */
function payerAccount(payor: unknown): unknown {
  const account = isRecord(payor) ? payor['account'] : null;
  if (!isRecord(account)) return null;
  const lastDigits = String(account['accountNumber']).replaceAll(/\D/g, '').slice(-4);
  return { ...pick(account, ['institutionCode']), accountNumber: `****${lastDigits}` };
}

/** Plain values only: an object where a word should be does not take its contents along. */
function pick(value: unknown, names: readonly string[]): Record<string, unknown> | null {
  if (!isRecord(value)) return null;
  return Object.fromEntries(names.map(name => [name, typeof value[name] === 'object' ? null : value[name]]));
}
