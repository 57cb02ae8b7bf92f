import type { Catalogue, Text } from './catalogue.js';

const notAccepted: Text = [
  'Votre paiement n’a pas été accepté',
  'Aucune somme n’a été prélevée. Veuillez choisir un autre mode de paiement.',
];

export const fr: Catalogue = {
  lang: 'fr-CA',
  texts: {
    idle: ['Votre paiement n’est pas encore prêt', 'Veuillez patienter un instant.'],
    waiting: [
      'Votre paiement est en cours',
      'Sans votre signature, aucune somme n’est prélevée. Veuillez suivre les étapes.',
    ],
    confirming: [
      'Votre paiement est en vérification',
      'Vous avez fait le nécessaire, et la somme pourrait être prélevée. Veuillez rester sur cette page et ne pas payer de nouveau.',
    ],
    signature: [
      'Votre accord n’est pas encore signé',
      'Sans votre signature, aucune somme n’est prélevée. Pour payer, veuillez signer l’accord de débit préautorisé.',
    ],
    success: [
      'Votre paiement est prévu',
      'La somme sera prélevée sur votre compte comme convenu. Vous n’avez rien d’autre à faire.',
    ],
    submitted: [
      'Votre paiement a été transmis',
      'Il n’est pas encore confirmé, mais la somme pourrait être prélevée. Veuillez ne pas payer de nouveau; en cas de doute, communiquez avec le marchand.',
    ],
    declined: ['Votre paiement n’a pas été accepté', 'Veuillez choisir un autre mode de paiement.'],
    EFT0401: [
      'La connexion bancaire a échoué',
      'Aucune somme n’a été prélevée. Pour payer, veuillez recommencer ou choisir un autre mode de paiement.',
    ],
    EFT0402: notAccepted,
    EFT0403: notAccepted,
    EFT0404: notAccepted,
    left: [
      'Votre paiement n’est pas terminé',
      'Sans votre signature, aucune somme n’est prélevée. Pour payer, veuillez recommencer ou choisir un autre mode de paiement.',
    ],
    canceled: [
      'Votre paiement a été annulé',
      'Aucune somme n’a été prélevée. Pour payer, veuillez recommencer ou choisir un autre mode de paiement.',
    ],
    expired: [
      'Votre session de paiement a expiré',
      'Aucune somme n’a été prélevée. Pour payer, veuillez recommencer ou choisir un autre mode de paiement.',
    ],
    unconfirmed: [
      'Votre paiement a peut-être été accepté',
      'Il n’est pas confirmé. Veuillez ne pas payer de nouveau avant de savoir ce qu’il en est\u00A0: vérifiez de nouveau ou communiquez avec le marchand.',
    ],
    error: [
      'Votre paiement ne peut pas être vérifié',
      'Il a peut-être été accepté. Veuillez ne pas payer de nouveau avant de savoir ce qu’il en est\u00A0: communiquez avec le marchand.',
    ],
  },
  progress: 'Étapes du paiement',
  stages: ['Institution financière', 'Connexion', 'Compte et montant', 'Garantie', 'Accord'],
  checkAgain: 'Vérifier de nouveau',
  checkSoon: 'Vous pourrez vérifier de nouveau sous peu.',
  required: 'Votre paiement bancaire doit d’abord être confirmé.',
  amount: 'Montant',
  account: 'Compte',
  reference: 'Référence',
  guaranteedUpTo: 'Garanti jusqu’à',
  partial: 'Partielle',
  banks: {
    2: 'Banque Scotia',
    6: 'Banque Nationale',
    39: 'Banque Laurentienne',
    540: 'Banque Manuvie',
    623: 'Banque EQ',
  },
};
