import { adding, changing, domainEvent } from '../event-type-notation'
import { cardId, customerId, orderId, paymentId } from '../fields'
import {
  choice,
  day,
  flag,
  instant,
  list,
  money,
  number,
  record,
  sensitive,
  text,
  whole,
  withFields,
  withoutFields,
  nullable,
} from '../schema-notation'

const provider = choice('Provider that handled it', ['adyra', 'bankgate', 'swiftly', 'own-card'])

const fraudCheckPassed = domainEvent('FraudCheckPassed', {
  owner: 'risk',
  domain: 'payments',
  description: 'An order looked honest enough to take money for it. Sent within seconds of OrderPlaced.',
  producers: ['fraud-engine'],
  consumers: { 'payment-gateway': ['/order_id', '/score'], 'data-lake': ['/order_id', '/score', '/rules'] },
  versions: [
    [
      '1.0.0',
      640,
      'First version.',
      record({
        order_id: orderId,
        customer_id: customerId,
        score: number('0 is honest, 100 is fraud', 12, { minimum: 0, maximum: 100 }),
      }),
    ],
    [
      '2.0.0',
      275,
      'Scores are probabilities now: the bounds are tightened to 0 to 1.',
      changing('score', { description: 'Probability of fraud', maximum: 1, examples: [0.07] }),
    ],
    [
      '2.1.0',
      60,
      'Names the rules that spoke.',
      adding({
        'rules?': list('Rules that raised the score', text('Rule', 'new-device', { maxLength: 40 }), {
          minItems: 0,
          maxItems: 20,
        }),
      }),
    ],
  ],
})

const fraudCheckFailed = domainEvent('FraudCheckFailed', {
  owner: 'risk',
  domain: 'payments',
  description: 'An order looks like fraud and is held back. A person may still let it pass.',
  producers: ['fraud-engine'],
  consumers: { 'order-service': ['/order_id'], 'support-desk': ['/order_id', '/rules'] },
  versions: [
    [
      '1.0.0',
      275,
      'First version.',
      record({
        order_id: orderId,
        customer_id: customerId,
        score: number('Probability of fraud', 0.93, { minimum: 0, maximum: 1 }),
        rules: list('Rules that raised the score', text('Rule', 'address-mismatch', { maxLength: 40 }), {
          maxItems: 20,
        }),
      }),
    ],
  ],
})

const paymentAuthorised = domainEvent('PaymentAuthorised', {
  owner: 'payments',
  domain: 'payments',
  description:
    'The provider set money aside for an order. Nothing is booked yet; PaymentCaptured follows, usually within seconds.',
  producers: ['payment-gateway'],
  consumers: { 'order-service': ['/order_id', '/payment_id'], 'card-issuer': ['/card_id', '/amount'] },
  versions: [
    [
      '1.0.0',
      670,
      'First version.',
      record({
        payment_id: paymentId,
        order_id: orderId,
        amount: money('Set aside'),
        provider: choice('Provider that handled it', ['adyra', 'bankgate', 'paypoint']),
        auth_code: text('Code of the provider', '839201', { maxLength: 20 }),
      }),
    ],
    [
      '2.0.0',
      420,
      'Two providers give no code: `auth_code` may be null. `paypoint` is gone, our own card is new.',
      adding({
        auth_code: nullable(
          text('Code of the provider; null where it gives none', '839201', { maxLength: 20 }),
        ),
        provider,
      }),
    ],
    [
      '2.1.0',
      12,
      'Which card, by its id; the last four digits for the receipt.',
      adding({
        'card_id?': cardId,
        'card_last4?': sensitive(text('Last four digits', '4242', { pattern: '^\\d{4}$' })),
        'card_holder?': sensitive(text('Name on the card', 'ADA NYBERG', { maxLength: 60 })),
      }),
    ],
  ],
})

const paymentDeclined = domainEvent('PaymentDeclined', {
  owner: 'payments',
  domain: 'payments',
  description:
    'The provider declined a payment, with its reason. The customer may try twice more before the order is cancelled.',
  producers: ['payment-gateway'],
  consumers: {
    'order-service': ['/order_id', '/reason', '/attempt'],
    'support-desk': ['/order_id', '/reason'],
  },
  versions: [
    [
      '1.0.0',
      668,
      'First version.',
      record({
        payment_id: paymentId,
        order_id: orderId,
        reason: choice('Why', [
          'insufficient-funds',
          'expired-card',
          'do-not-honour',
          'technical',
          'unknown',
        ]),
      }),
    ],
    [
      '2.0.0',
      300,
      'Consumers must know which attempt it was: `attempt` is required.',
      adding({ attempt: whole('Attempts so far, this one included', 1, { minimum: 1, maximum: 3 }) }),
    ],
    [
      '2.1.0',
      88,
      'The provider no longer tells `technical` from `unknown`.',
      changing('reason', { enum: ['insufficient-funds', 'expired-card', 'do-not-honour', 'unknown'] }),
    ],
  ],
})

const instrument = {
  description: 'What it was paid with',
  oneOf: [
    record({ type: { const: 'card' }, card_id: cardId }, { additionalProperties: false }),
    record(
      {
        type: { const: 'bank' },
        iban_tail: sensitive(text('Last four of the IBAN', '1187', { pattern: '^\\d{4}$' })),
      },
      { additionalProperties: false },
    ),
  ],
}

const paymentCaptured = domainEvent('PaymentCaptured', {
  owner: 'payments',
  domain: 'payments',
  description: 'Money for an order was captured and will reach our account with the next payout.',
  producers: ['payment-gateway'],
  consumers: {
    'order-service': ['/order_id', '/payment_id'],
    'invoice-service': ['/order_id', '/amount', '/captured_at'],
    ledger: ['/payment_id', '/amount', '/provider'],
    'loyalty-service': ['/order_id', '/amount'],
  },
  versions: [
    [
      '1.0.0',
      665,
      'First version.',
      record({
        payment_id: paymentId,
        order_id: orderId,
        amount: number('In euro', 129.9, { minimum: 0 }),
        provider: choice('Provider', ['adyra', 'bankgate', 'paypoint']),
        captured_at: instant('When'),
      }),
    ],
    ['2.0.0', 538, 'Amounts carry their currency.', adding({ amount: money('Captured') })],
    [
      '2.1.0',
      421,
      '`paypoint` is gone. (A value taken away in a minor version: see the verdict.)',
      adding({ provider: choice('Provider', ['adyra', 'bankgate']) }),
    ],
    ['2.2.0', 260, 'Our own card and Swiftly.', adding({ provider })],
    ['2.3.0', 41, 'What it was paid with: a card or a bank account.', adding({ 'instrument?': instrument })],
  ],
})

const paymentRefunded = domainEvent('PaymentRefunded', {
  owner: 'payments',
  domain: 'payments',
  description:
    'Money went back to the customer, in whole or in part: a return, a lost parcel, goodwill or a cancelled order.',
  producers: ['payment-gateway'],
  consumers: {
    'invoice-service': ['/order_id', '/amount'],
    ledger: ['/payment_id', '/amount'],
    'support-desk': ['/order_id', '/amount', '/reason'],
  },
  versions: [
    [
      '1.0.0',
      530,
      'First version.',
      record({
        payment_id: paymentId,
        order_id: orderId,
        amount: money('Given back'),
        reason: choice('Why', ['return', 'lost-parcel', 'goodwill', 'cancelled']),
      }),
    ],
  ],
})

const chargebackReceived = domainEvent('ChargebackReceived', {
  owner: 'risk',
  domain: 'payments',
  description: 'A card holder disputed a payment with their bank. We have until `answer_by` to object.',
  producers: ['payment-gateway'],
  consumers: {
    'fraud-engine': ['/payment_id', '/claim'],
    'support-desk': ['/order_id', '/answer_by'],
    ledger: ['/payment_id', '/amount'],
  },
  versions: [
    [
      '1.0.0',
      500,
      'First version.',
      record({
        chargeback_id: text('Case at the network', 'CB-77120', { maxLength: 30 }),
        payment_id: paymentId,
        order_id: orderId,
        amount: money('Disputed'),
        claim: choice('What the holder says', ['not-received', 'not-as-described', 'not-authorised']),
        answer_by: day('Last day to object'),
        final: flag('Whether it can still be contested', false),
      }),
    ],
    [
      '1.1.0',
      77,
      '`final` was never true: taken away.',
      (before) =>
        withoutFields(
          withFields(before, { 'network?': text('Card network', 'own-card', { maxLength: 30 }) }),
          'final',
        ),
    ],
  ],
})

export const payments = [
  fraudCheckPassed,
  fraudCheckFailed,
  paymentAuthorised,
  paymentDeclined,
  paymentCaptured,
  paymentRefunded,
  chargebackReceived,
]
