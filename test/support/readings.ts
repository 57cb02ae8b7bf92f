/** What the payer reads, as far as it has to be said. */

export type Language = 'en' | 'fr';

/**
 * What has to be said, in both languages: what happened, and what matters for the payer's money. The wording beyond that
 * is the catalogue's own business. Where one text may match two of them, the one that says more comes first.
 */
export const WORDS = {
  waiting: [/in progress/s, /en cours/s],
  confirming: [/being confirmed.*may be taken.*do not pay again/s, /en vérification.*ne pas payer de nouveau/s],
  signature: [/not signed.*sign/s, /pas (?:encore )?signé.*sign/s],
  success: [/scheduled/s, /prévu/s],
  submitted: [/submitted.*do not pay again/s, /transmis.*ne pas payer de nouveau/s],
  failed: [
    /not accepted.*No money was taken.*another way to pay/s,
    /pas été accepté.*Aucune somme.*autre mode de paiement/s,
  ],
  signIn: [
    /sign-in did not work.*No money was taken.*another way to pay/s,
    /connexion.*échoué.*Aucune somme.*autre mode de paiement/s,
  ],
  declined: [/not accepted.*another way to pay/s, /pas été accepté.*autre mode de paiement/s],
  left: [/not completed.*another way to pay/s, /pas terminé.*autre mode de paiement/s],
  canceled: [/canceled.*No money was taken/s, /annulé.*Aucune somme/s],
  expired: [/expired.*No money was taken/s, /expiré.*Aucune somme/s],
  unconfirmed: [
    /may have gone through.*not confirmed.*do not pay again before/s,
    /peut-être été accepté.*pas confirmé.*ne pas payer de nouveau avant/s,
  ],
  error: [/cannot be checked.*do not pay again/s, /ne peut pas être vérifié.*ne pas payer de nouveau/s],
} as const satisfies Record<string, readonly [english: RegExp, french: RegExp]>;

export type Reading = keyof typeof WORDS;

/** What interrupts a screen reader; all else waits for its turn. */
export const URGENT: readonly Reading[] = ['declined', 'failed', 'signIn', 'error'];
