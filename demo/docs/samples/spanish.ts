import { registerCatalogue } from 'flinks-geft-status';

const rechazado = ['Su pago no fue aceptado', 'No se cobró nada. Elija otra forma de pago.'] as const;

registerCatalogue('es', {
  texts: {
    idle: ['Su pago aún no está listo', 'Espere un momento.'],
    waiting: ['Su pago está en curso', 'Sin su firma no se cobra nada. Siga los pasos.'],
    confirming: ['Se está confirmando su pago', 'Es posible que se cobre. Quédese en esta página y no vuelva a pagar.'],
    signature: ['Falta firmar el acuerdo', 'Sin su firma no se cobra nada. Para pagar, firme el acuerdo de débito.'],
    success: ['Su pago está programado', 'El importe se cobrará en su cuenta según lo acordado.'],
    submitted: [
      'Su pago fue enviado',
      'Aún no está confirmado. No vuelva a pagar; si tiene dudas, pregunte al comercio.',
    ],
    declined: ['Su pago no fue aceptado', 'Elija otra forma de pago.'],
    EFT0401: ['No se pudo entrar en su banco', 'No se cobró nada. Empiece de nuevo o elija otra forma de pago.'],
    EFT0402: rechazado,
    EFT0403: rechazado,
    EFT0404: rechazado,
    left: ['Su pago no se completó', 'Sin su firma no se cobra nada. Empiece de nuevo o elija otra forma de pago.'],
    canceled: ['Su pago fue cancelado', 'No se cobró nada. Empiece de nuevo o elija otra forma de pago.'],
    expired: ['Su sesión de pago venció', 'No se cobró nada. Empiece de nuevo o elija otra forma de pago.'],
    unconfirmed: [
      'Es posible que su pago se haya hecho',
      'No vuelva a pagar antes de estar seguro: pregunte al comercio.',
    ],
    error: ['No se puede verificar su pago', 'Es posible que se haya hecho. No vuelva a pagar: pregunte al comercio.'],
  },
  progress: 'Pasos del pago',
  stages: ['Banco', 'Acceso', 'Cuenta e importe', 'Garantía', 'Acuerdo'],
  checkAgain: 'Verificar de nuevo',
  checkSoon: 'Podrá verificar de nuevo en breve.',
  required: 'Primero debe confirmarse su pago bancario.',
  amount: 'Importe',
  account: 'Cuenta',
  reference: 'Referencia',
  guaranteedUpTo: 'Garantizado hasta',
  partial: 'Parcial',
  banks: {},
});
