import type { Language } from '../types.js';

/** The flow's words. Missing French does not compile. */
export interface Texts {
  title: string;
  sandbox: string;
  next: string;
  consent: { title: string; body: string; points: readonly string[]; agree: string };
  bank: { title: string; body: string };
  signIn: {
    title: (bank: string) => string;
    userName: string;
    password: string;
    hint: (password: string) => string;
    failed: string;
    submit: string;
  };
  secondFactor: { title: string; body: string; answer: string; submit: string };
  account: { title: string; balance: (amount: string) => string; submit: string };
  amount: {
    title: string;
    from: (account: string) => string;
    enter: string;
    limits: (min: string, max: string) => string;
    submit: (amount: string) => string;
    submitEntered: string;
  };
  offer: {
    title: string;
    body: (amount: string) => string;
    smallerTitle: string;
    smallerBody: (asked: string, offered: string) => string;
    accept: (amount: string) => string;
    turnDown: string;
  };
  agreement: {
    title: string;
    body: (name: string, amount: string, account: string) => string;
    terms: readonly string[];
    sign: string;
    download: string;
    decline: string;
    fileName: string;
  };
  warning: { title: string; body: string; stay: string; leave: string };
  done: { title: string; body: (amount: string) => string };
  declined: { title: string; body: string };
  identityFailed: { title: string; body: string };
  loginFailed: { title: string; body: string };
  left: { title: string; body: string };
  closed: { title: string; body: string };
  missing: { title: string; body: string };
  otherWays: string;
  closeWindow: string;
  continueToShop: string;
  trouble: string;
}

const EN: Texts = {
  title: 'Pay from your bank',
  sandbox: 'Sandbox: no real bank, no real money',
  next: 'Continue',
  consent: {
    title: 'Pay straight from your bank account',
    body: 'To make this payment we will, with your consent:',
    points: [
      'connect to your bank, this once',
      'check your name and your balance',
      'set up one debit, which you sign yourself',
    ],
    agree: 'I agree, continue',
  },
  bank: { title: 'Choose your bank', body: 'Any of them will do here.' },
  signIn: {
    title: bank => `Sign in to ${bank}`,
    userName: 'User name',
    password: 'Password',
    hint: password => `The sandbox’s password is ${password}`,
    failed: 'The user name and password do not match. You can try once more.',
    submit: 'Sign in',
  },
  secondFactor: {
    title: 'Confirm that it is you',
    body: 'Your bank sent you a six-digit code. In the sandbox it is filled in already.',
    answer: 'Code',
    submit: 'Confirm',
  },
  account: {
    title: 'Choose the account to pay from',
    balance: amount => `${amount} available`,
    submit: 'Use this account',
  },
  amount: {
    title: 'Confirm the amount',
    from: account => `To be debited from ${account}`,
    enter: 'Amount in Canadian dollars',
    limits: (min, max) => `From ${min} to ${max}`,
    submit: amount => `Continue with ${amount}`,
    submitEntered: 'Continue',
  },
  offer: {
    title: 'Your payment is guaranteed',
    body: amount => `${amount} can be debited, and the shop is assured of it. One signature is left.`,
    smallerTitle: 'A smaller amount is possible',
    smallerBody: (asked, offered) => `${asked} cannot be guaranteed now, but ${offered} can.`,
    accept: amount => `Pay ${amount}`,
    turnDown: 'No, go back to the shop',
  },
  agreement: {
    title: 'Sign the pre-authorized debit agreement',
    body: (name, amount, account) => `I, ${name}, authorize one debit of ${amount} from ${account}.`,
    terms: [
      'The debit is made once, within two business days.',
      'I may revoke this authorization before the debit is made.',
      'I have recourse rights if a debit does not comply with this agreement.',
    ],
    sign: 'Sign the agreement',
    download: 'Download a copy',
    decline: 'Decline',
    fileName: 'agreement.txt',
  },
  warning: {
    title: 'Leave without signing?',
    body: 'Without your signature nothing will be debited and the shop will not be paid.',
    stay: 'Back to the agreement',
    leave: 'Leave without signing',
  },
  done: { title: 'All done', body: amount => `The debit of ${amount} is scheduled. You can go back to the shop.` },
  declined: { title: 'This payment cannot be guaranteed', body: 'Nothing was debited. You can pay another way.' },
  identityFailed: { title: 'This payment cannot go on', body: 'Nothing was debited. You can pay another way.' },
  loginFailed: {
    title: 'The bank did not let you in',
    body: 'The user name and password did not match twice. Nothing was debited.',
  },
  left: { title: 'You can go back to the shop', body: 'Nothing was debited.' },
  closed: {
    title: 'This session is over',
    body: 'It has ended or timed out. Please go back to the shop and start again.',
  },
  missing: { title: 'No such session', body: 'The address names a session that does not exist.' },
  otherWays: 'Other ways to pay',
  closeWindow: 'Close this window',
  continueToShop: 'Go back to the shop',
  trouble: 'Something went wrong. Please try again.',
};

const FR: Texts = {
  title: 'Payer depuis votre banque',
  sandbox: 'Bac à sable : ni vraie banque, ni vrai argent',
  next: 'Continuer',
  consent: {
    title: 'Payez directement de votre compte bancaire',
    body: 'Pour effectuer ce paiement, avec votre consentement, nous allons :',
    points: [
      'nous connecter à votre banque, cette fois seulement',
      'vérifier votre nom et votre solde',
      'préparer un seul débit, que vous signez vous-même',
    ],
    agree: 'J’accepte, continuer',
  },
  bank: { title: 'Choisissez votre banque', body: 'N’importe laquelle convient ici.' },
  signIn: {
    title: bank => `Connexion : ${bank}`,
    userName: 'Nom d’utilisateur',
    password: 'Mot de passe',
    hint: password => `Le mot de passe du bac à sable est ${password}`,
    failed: 'Le nom d’utilisateur et le mot de passe ne correspondent pas. Vous pouvez réessayer une fois.',
    submit: 'Se connecter',
  },
  secondFactor: {
    title: 'Confirmez votre identité',
    body: 'Votre banque vous a envoyé un code à six chiffres. Dans le bac à sable, il est déjà inscrit.',
    answer: 'Code',
    submit: 'Confirmer',
  },
  account: {
    title: 'Choisissez le compte à débiter',
    balance: amount => `${amount} disponibles`,
    submit: 'Utiliser ce compte',
  },
  amount: {
    title: 'Confirmez le montant',
    from: account => `À débiter de ${account}`,
    enter: 'Montant en dollars canadiens',
    limits: (min, max) => `De ${min} à ${max}`,
    submit: amount => `Continuer avec ${amount}`,
    submitEntered: 'Continuer',
  },
  offer: {
    title: 'Votre paiement est garanti',
    body: amount => `Le débit de ${amount} est possible et assuré au marchand. Il ne manque que votre signature.`,
    smallerTitle: 'Un montant moindre est possible',
    smallerBody: (asked, offered) =>
      `${asked} ne peuvent pas être garantis maintenant, mais ${offered} peuvent l’être.`,
    accept: amount => `Payer ${amount}`,
    turnDown: 'Non, retourner chez le marchand',
  },
  agreement: {
    title: 'Signez l’accord de débit préautorisé',
    body: (name, amount, account) => `Je, ${name}, autorise un seul débit de ${amount} (${account}).`,
    terms: [
      'Le débit est effectué une seule fois, dans les deux jours ouvrables.',
      'Je peux révoquer cette autorisation avant que le débit soit effectué.',
      'J’ai des droits de recours si un débit n’est pas conforme à cet accord.',
    ],
    sign: 'Signer l’accord',
    download: 'Télécharger une copie',
    decline: 'Refuser',
    fileName: 'accord.txt',
  },
  warning: {
    title: 'Quitter sans signer?',
    body: 'Sans votre signature, rien ne sera débité et le marchand ne sera pas payé.',
    stay: 'Revenir à l’accord',
    leave: 'Quitter sans signer',
  },
  done: {
    title: 'C’est fait',
    body: amount => `Le débit de ${amount} est prévu. Vous pouvez retourner chez le marchand.`,
  },
  declined: {
    title: 'Ce paiement ne peut pas être garanti',
    body: 'Rien n’a été débité. Vous pouvez payer autrement.',
  },
  identityFailed: {
    title: 'Ce paiement ne peut pas continuer',
    body: 'Rien n’a été débité. Vous pouvez payer autrement.',
  },
  loginFailed: {
    title: 'La banque a refusé la connexion',
    body: 'Le nom d’utilisateur et le mot de passe ne correspondaient pas, deux fois. Rien n’a été débité.',
  },
  left: { title: 'Vous pouvez retourner chez le marchand', body: 'Rien n’a été débité.' },
  closed: {
    title: 'Cette session est terminée',
    body: 'Elle a pris fin ou a expiré. Veuillez retourner chez le marchand et recommencer.',
  },
  missing: { title: 'Session introuvable', body: 'L’adresse désigne une session qui n’existe pas.' },
  otherWays: 'Autres façons de payer',
  closeWindow: 'Fermer cette fenêtre',
  continueToShop: 'Retourner chez le marchand',
  trouble: 'Un problème est survenu. Veuillez réessayer.',
};

export const TEXTS: Readonly<Record<Language, Texts>> = { EN, FR };

export function money(amount: number, language: Language): string {
  const locale = language === 'FR' ? 'fr-CA' : 'en-CA';
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD' }).format(amount);
}
