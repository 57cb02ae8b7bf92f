/** What the scripts of the shop say. Sentences that stand in a page's HTML carry their French beside them, as `data-fr`. */
export const words = {
  home: ['Overview', 'Aperçu'],
  checkout: ['Checkout', 'Paiement'],
  popup: ['Pop-up', 'Fenêtre'],
  returnPage: ['Return page', 'Page de retour'],
  gallery: ['Gallery', 'Galerie'],
  themes: ['Themes', 'Thèmes'],
  documentation: ['Documentation', 'Documentation'],
  languages: ['Language', 'Langue'],
  pages: ['Pages', 'Pages'],

  demoOnly: [
    'A demo: no real shop, no real bank, no money moves. Independent of Flinks.',
    'Une démo\u00a0: ni vraie boutique, ni vraie banque, aucun argent ne bouge. Indépendante de Flinks.',
  ],

  yourOrder: ['Your payment', 'Votre paiement'],
  rent: ['Rent for December, apartment 4', 'Loyer de décembre, appartement 4'],
  parking: ['Parking space 12', 'Stationnement 12'],
  total: ['Total', 'Total'],
  amountToPay: ['Amount to pay now (CAD)', 'Montant à payer maintenant (CAD)'],
  amountHint: ['Between $10 and $5,000.', 'Entre 10\u00a0$ et 5\u00a0000\u00a0$.'],
  pay: ['Pay from your bank', 'Payer depuis votre banque'],
  opening: ['Opening…', 'Ouverture…'],
  startOver: ['Start another payment', 'Faire un autre paiement'],
  payAnotherWay: ['Pay another way', 'Payer autrement'],
  otherWays: ['Other ways to pay', 'Autres façons de payer'],
  otherWaysText: [
    'By Interac e-Transfer, or by cheque at the rental office.',
    'Par virement Interac, ou par chèque au bureau de location.',
  ],
  flowTitle: ['Pay from your bank', 'Payer depuis votre banque'],
  orderNumber: ['Order', 'Commande'],

  tryIt: ['Try it', 'À essayer'],
  scenario: ['Scenario', 'Scénario'],
  scenarioHint: [
    'Type the scenario’s name as the user name in the bank’s sign-in. The password is Everyday.',
    'Entrez le nom du scénario comme nom d’utilisateur à la banque. Le mot de passe est Everyday.',
  ],
  Happy1: ['Happy1: guaranteed in full', 'Happy1\u00a0: garanti en entier'],
  Happy2: ['Happy2: a smaller amount is offered', 'Happy2\u00a0: un montant inférieur est offert'],
  Happy3: ['Happy3: the bank’s pages in French', 'Happy3\u00a0: les pages de la banque en français'],
  Unhappy1: ['Unhappy1: no guarantee', 'Unhappy1\u00a0: aucune garantie'],
  Unhappy2: ['Unhappy2: balance too low', 'Unhappy2\u00a0: solde insuffisant'],
  Unhappy3: ['Unhappy3: the name does not match', 'Unhappy3\u00a0: le nom ne correspond pas'],
  flowLanguage: ['Language of the bank’s pages', 'Langue des pages de la banque'],
  relay: ['Check the status through the shop’s own server', 'Vérifier l’état par le serveur de la boutique'],
  relayHint: [
    'For an API that does not answer pages of other origins.',
    'Pour une API qui ne répond pas aux pages d’autres origines.',
  ],

  confirmingOrder: ['Asking our server about your order…', 'Nous vérifions votre commande auprès de notre serveur…'],
  orderConfirmed: ['Order confirmed', 'Commande confirmée'],
  orderConfirmedText: [
    'Our server asked Flinks itself: the payment is scheduled. A receipt is on its way to you.',
    'Notre serveur a vérifié auprès de Flinks\u00a0: le paiement est planifié. Votre reçu est en route.',
  ],
  orderPending: ['We are still waiting for the bank', 'Nous attendons encore la banque'],
  orderPendingText: [
    'Our server could not confirm the payment yet. Please do not pay again; we will write to you.',
    'Notre serveur n’a pas encore pu confirmer le paiement. Ne payez pas une autre fois; nous vous écrirons.',
  ],
  orderFailed: ['This order is not paid', 'Cette commande n’est pas payée'],
  orderFailedText: [
    'Our server sees no payment for this order. You can start again or pay another way.',
    'Notre serveur ne voit aucun paiement pour cette commande. Vous pouvez recommencer ou payer autrement.',
  ],

  behindTheScenes: ['Behind the scenes', 'En coulisses'],
  forDevelopers: [
    'For developers: what the element knows and says.',
    'Pour les développeurs\u00a0: ce que l’élément sait et dit.',
  ],
  nothingYet: ['Start a payment to see this fill up.', 'Commencez un paiement pour voir la suite ici.'],
  killMessages: ['Kill the messages', 'Couper les messages'],
  killMessagesHint: [
    'The bank’s pages fall silent; watch polling take over.',
    'Les pages de la banque se taisent; la vérification périodique prend le relais.',
  ],
  checkNow: ['Check now', 'Vérifier maintenant'],
  cancelSession: ['Cancel the session', 'Annuler la session'],
  snapshot: ['Snapshot', 'Instantané'],
  property: ['Property', 'Propriété'],
  value: ['Value', 'Valeur'],
  statusRequests: ['Status requests made by this page', 'Vérifications faites par cette page'],
  events: ['Events', 'Événements'],
  noEvents: ['None yet.', 'Aucun pour le moment.'],
  clear: ['Clear', 'Effacer'],
  controlPanel: ['Sandbox control panel', 'Panneau du bac à sable'],
  sandboxSilent: ['The sandbox does not answer.', 'Le bac à sable ne répond pas.'],
  cannotCancel: ['The session can no longer be canceled.', 'La session ne peut plus être annulée.'],

  popupOpen: [
    'Your bank’s pages are open in another window. This page follows along.',
    'Les pages de votre banque sont ouvertes dans une autre fenêtre. Cette page suit l’avancement.',
  ],
  popupBlocked: [
    'Your browser blocked the window. Open it with the button below.',
    'Votre navigateur a bloqué la fenêtre. Ouvrez-la avec le bouton ci-dessous.',
  ],
  popupClosed: [
    'The window was closed. You can open it again and go on where you were.',
    'La fenêtre a été fermée. Vous pouvez la rouvrir et continuer là où vous étiez.',
  ],
  popupDone: ['The window is no longer needed.', 'La fenêtre n’est plus nécessaire.'],
  openWindow: ['Open the bank’s window', 'Ouvrir la fenêtre de la banque'],
  showWindow: ['Bring the window to the front', 'Ramener la fenêtre à l’avant'],

  badSession: [
    'The address of this page names no valid session.',
    'L’adresse de cette page ne contient aucune session valide.',
  ],
  orderRefused: [
    'This order is not valid: check the amount.',
    'Cette commande n’est pas valide\u00a0: vérifiez le montant.',
  ],
  shopUnavailable: [
    'The payment service cannot be reached. Nothing was charged; please try again.',
    'Le service de paiement est injoignable. Rien n’a été débité; réessayez.',
  ],
} as const satisfies Record<string, readonly [english: string, french: string]>;

export type Word = keyof typeof words;
