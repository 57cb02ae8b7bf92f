import type { Catalogue, Text } from './catalogue.js';

const NO_GUARANTEE: Text = [
  'Ce paiement ne peut pas être effectué',
  'Aucune somme n’a été prélevée. Veuillez choisir un autre mode de paiement.',
];

export const fr: Catalogue = {
  lang: 'fr-CA',
  texts: {
    idle: ['Votre paiement n’est pas commencé', 'Aucune somme n’a été prélevée.'],
    waiting: ['Votre paiement est en cours', 'Aucune somme n’est prélevée avant la signature de l’accord.'],
    confirming: ['Confirmation de votre paiement', 'Veuillez garder cette page ouverte et ne pas payer de nouveau.'],
    signature: [
      'Votre accord n’est pas encore signé',
      'Aucun paiement n’est prévu. Pour payer, veuillez retourner signer l’accord de débit préautorisé.',
    ],
    success: [
      'Votre paiement est prévu',
      'La somme sera prélevée de votre compte comme convenu. Vous n’avez rien d’autre à faire.',
    ],
    submitted: [
      'Votre paiement a été transmis',
      'La confirmation finale est encore à venir. Veuillez ne pas payer de nouveau.',
    ],
    declined: ['Ce paiement ne peut pas être effectué', 'Veuillez choisir un autre mode de paiement.'],
    EFT0401: [
      'La connexion bancaire a échoué',
      'Aucune somme n’a été prélevée. Vous pouvez recommencer ou choisir un autre mode de paiement.',
    ],
    EFT0402: NO_GUARANTEE,
    EFT0403: NO_GUARANTEE,
    EFT0404: NO_GUARANTEE,
    left: [
      'Votre paiement n’est pas terminé',
      'Aucun paiement n’est prévu. Vous pouvez recommencer ou choisir un autre mode de paiement.',
    ],
    canceled: [
      'Ce paiement a été annulé',
      'Aucune somme n’a été prélevée. Vous pouvez recommencer ou choisir un autre mode de paiement.',
    ],
    expired: [
      'Le délai de paiement est écoulé',
      'Aucune somme n’a été prélevée. Vous pouvez recommencer ou choisir un autre mode de paiement.',
    ],
    unconfirmed: [
      'Le résultat n’est pas encore connu',
      'Votre paiement a peut-être été effectué. Veuillez ne pas payer de nouveau avant d’avoir vérifié.',
    ],
    error: [
      'Impossible d’afficher votre paiement',
      'Il a peut-être été effectué. Veuillez consulter le marchand avant de payer de nouveau.',
    ],
  },
  progress: 'Étapes du paiement',
  stages: {
    bank: 'Institution financière',
    'sign-in': 'Connexion',
    account: 'Compte et montant',
    guarantee: 'Garantie',
    agreement: 'Accord',
  },
  checkAgain: 'Vérifier de nouveau',
  checking: 'Vérification…',
  checkSoon: 'Vous pourrez vérifier de nouveau dans un instant.',
};
