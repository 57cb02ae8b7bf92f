import type { Catalogue } from './catalogue.js';

export const fr: Catalogue = {
  lang: 'fr-CA',
  texts: {
    idle: ['Votre paiement n’est pas encore prêt', 'Veuillez patienter un instant.'],
    waiting: [
      'Votre paiement est en cours',
      'Aucune somme n’est prélevée avant la signature de l’accord. Veuillez suivre les étapes.',
    ],
    confirming: [
      'Votre paiement est en vérification',
      'Vous avez fait le nécessaire. Veuillez rester sur cette page et ne pas payer de nouveau.',
    ],
    signature: [
      'Votre paiement n’est pas encore signé',
      'Aucune somme n’est prélevée avant la signature de l’accord de débit préautorisé. Pour payer, veuillez retourner le signer.',
    ],
    success: ['Votre paiement est prévu', 'La somme sera prélevée de votre compte comme convenu. Vous avez terminé.'],
    submitted: ['Votre paiement a été transmis', 'Il n’est pas encore confirmé. Veuillez ne pas payer de nouveau.'],
    declined: ['Votre paiement n’a pas été accepté', 'Veuillez choisir un autre mode de paiement.'],
    EFT0401: [
      'La connexion à votre banque a échoué',
      'Aucune somme n’a été prélevée. Veuillez recommencer ou choisir un autre mode de paiement.',
    ],
    EFT0402: [
      'Votre paiement n’a pas été accepté',
      'Aucune somme n’a été prélevée. Veuillez choisir un autre mode de paiement.',
    ],
    EFT0403: [
      'Votre paiement n’a pas été accepté',
      'Aucune somme n’a été prélevée. Veuillez choisir un autre mode de paiement.',
    ],
    EFT0404: [
      'Votre paiement n’a pas été accepté',
      'Aucune somme n’a été prélevée. Veuillez choisir un autre mode de paiement.',
    ],
    left: [
      'Votre paiement n’est pas terminé',
      'Aucune somme n’est prélevée avant la signature de l’accord. Veuillez recommencer ou choisir un autre mode de paiement.',
    ],
    canceled: [
      'Votre paiement a été annulé',
      'Aucune somme n’a été prélevée. Pour payer, veuillez recommencer ou choisir un autre mode de paiement.',
    ],
    expired: [
      'Votre paiement a expiré',
      'Aucune somme n’a été prélevée. Pour payer, veuillez recommencer ou choisir un autre mode de paiement.',
    ],
    unconfirmed: [
      'Votre paiement n’est pas confirmé',
      'Il a peut-être été accepté. Veuillez ne pas payer de nouveau avant d’avoir vérifié de nouveau ou consulté le marchand.',
    ],
    error: [
      'Votre paiement ne peut être vérifié',
      'Il a peut-être été accepté. Veuillez ne pas payer de nouveau avant d’avoir consulté le marchand.',
    ],
  },
  progress: 'Étapes du paiement',
  stages: ['Institution financière', 'Connexion', 'Compte et montant', 'Garantie', 'Accord'],
  checkAgain: 'Vérifier de nouveau',
  checkSoon: 'Vous pourrez vérifier de nouveau dans quelques secondes.',
  required: 'Veuillez d’abord terminer votre paiement bancaire.',
  amount: 'Montant',
  account: 'Compte',
  reference: 'Référence',
  guaranteedUpTo: 'Garanti jusqu’à',
  partial: 'Partielle',
  banks: { 2: 'Banque Scotia', 6: 'Banque Nationale', 39: 'Banque Laurentienne' },
};
