import type { Catalogue } from './catalogue.js';

export const fr: Catalogue = {
  lang: 'fr',
  texts: {
    idle: ['Votre paiement n’est pas encore prêt', 'Veuillez patienter.'],
    waiting: ['Votre paiement est en cours', 'Aucune somme n’est prélevée avant la signature de l’accord.'],
    confirming: ['Votre paiement doit être confirmé', 'Veuillez rester sur cette page et ne pas payer de nouveau.'],
    signature: [
      'Votre paiement n’est pas signé',
      'Aucune somme n’est prélevée avant la signature de l’accord. Veuillez retourner le signer pour payer.',
    ],
    success: ['Votre paiement est prévu', 'La somme sera prélevée comme convenu. Vous avez terminé.'],
    submitted: ['Votre paiement a été transmis', 'Il n’est pas encore confirmé. Veuillez ne pas payer de nouveau.'],
    declined: ['Votre paiement n’a pas été accepté', 'Veuillez choisir un autre mode de paiement.'],
    failed: [
      'Votre paiement n’a pas été accepté',
      'Aucune somme n’a été prélevée. Veuillez choisir un autre mode de paiement.',
    ],
    left: [
      'Votre paiement n’est pas terminé',
      'Aucune somme n’est prélevée avant la signature de l’accord. Vous pouvez recommencer ou choisir un autre mode de paiement.',
    ],
    canceled: [
      'Votre paiement a été annulé',
      'Aucune somme n’a été prélevée. Vous pouvez recommencer ou choisir un autre mode de paiement.',
    ],
    expired: [
      'Votre paiement a expiré',
      'Aucune somme n’a été prélevée. Vous pouvez recommencer ou choisir un autre mode de paiement.',
    ],
    unconfirmed: [
      'Votre paiement n’est pas confirmé',
      'Il a peut-être été accepté. Veuillez ne pas payer de nouveau avant d’avoir vérifié.',
    ],
    error: [
      'Votre paiement ne peut être affiché',
      'Il a peut-être été accepté. Veuillez consulter le marchand avant de payer de nouveau.',
    ],
  },
  progress: 'Étapes du paiement',
  stages: ['Institution financière', 'Connexion', 'Compte et montant', 'Garantie', 'Accord'],
  checkAgain: 'Vérifier de nouveau',
  checkSoon: 'Veuillez patienter un instant.',
};
