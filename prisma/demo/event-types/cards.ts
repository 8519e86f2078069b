import { adding, domainEvent, family } from '../event-type-notation'
import { cardId, customerId } from '../fields'
import {
  choice,
  day,
  flag,
  instant,
  money,
  nullable,
  number,
  record,
  sensitive,
  text,
  whole,
  withFields,
  withoutFields,
} from '../schema-notation'

const card = family('Card', {
  owner: 'cards',
  domain: 'cards',
  created:
    'Full state of a card as issued. Sent when the card is ordered from the printer, before it works anywhere.',
  updated:
    'Full state of a card after any change: activated, blocked, another limit. Keep a local copy from it.',
  deleted:
    'A card was removed from our books; its last full state. Sent ten years after it expired, or when personal data must go.',
  producers: ['card-issuer'],
  consumers: {
    'payment-gateway': ['/card_id', '/status', '/limit'],
    'card-lifecycle': ['/card_id', '/valid_until', '/status'],
    'data-lake': ['/card_id', '/status'],
  },
  deletedFields: { 'reason?': choice('Why it was removed', ['retention', 'erasure-request']) },
  versions: [
    [
      '1.0.0',
      720,
      'First version.',
      record({
        card_id: cardId,
        customer_id: customerId,
        holder: sensitive(text('Name on the card', 'ADA NYBERG', { maxLength: 60 })),
        last4: sensitive(text('Last four digits', '4242', { pattern: '^\\d{4}$' })),
        status: choice('Where it is in its life', ['ordered', 'active', 'blocked', 'expired']),
        limit: number('Limit a month, in euro', 2000, { minimum: 0, maximum: 5000 }),
        valid_until: day('Last day it works', '2028-08-31'),
      }),
    ],
    [
      '1.1.0',
      515,
      'Virtual cards, and higher limits (bounds loosened).',
      adding({
        'virtual?': flag('No plastic was made', false, { default: false }),
        limit: number('Limit a month, in euro', 2000, { minimum: 0, maximum: 25000 }),
      }),
    ],
    [
      '2.0.0',
      188,
      '`holder` is now `card_holder`, as everywhere else; the limit carries its currency; other fields are no longer allowed.',
      (before) => ({
        ...withFields(withoutFields(before, 'holder'), {
          card_holder: sensitive(text('Name on the card', 'ADA NYBERG', { maxLength: 60 })),
          limit: money('Limit a month', '2000.00'),
        }),
        additionalProperties: false,
      }),
    ],
  ],
})

const cardExpired = domainEvent('CardExpired', {
  owner: 'cards',
  domain: 'cards',
  description:
    'A payment card reached its expiry date without renewal. Sent in the night after the last day; subscriptions paid with it will be declined from now on.',
  producers: ['card-lifecycle'],
  consumers: {
    'payment-gateway': ['/card_id'],
    'campaign-mailer': ['/card_id', '/customer_id', '/expired_on'],
    'support-desk': ['/card_id', '/customer_id'],
  },
  versions: [
    [
      '1.0.0',
      699,
      'First version.',
      record({ card_id: cardId, customer_id: customerId, expired_on: instant('When it expired') }),
    ],
    [
      '1.1.0',
      330,
      'Tells whether a new card is on its way.',
      adding({ 'renewal?': choice('What comes next', ['ordered', 'refused', 'not-asked']) }),
    ],
    [
      '1.2.0',
      25,
      'A card expires with a day, not at an instant: the format of `expired_on` is a date. (Not a minor change: see the verdict.)',
      adding({ expired_on: day('Last day it worked') }),
    ],
  ],
})

const cardActivated = domainEvent('CardActivated', {
  owner: 'cards',
  domain: 'cards',
  description: 'A customer activated a new card with its code. From now on it can be used.',
  producers: ['card-issuer'],
  consumers: { 'loyalty-service': ['/customer_id'], 'campaign-mailer': ['/customer_id'] },
  versions: [
    [
      '1.0.0',
      650,
      'First version.',
      record({
        card_id: cardId,
        customer_id: customerId,
        channel: choice('Where it was activated', ['app', 'phone', 'web']),
      }),
    ],
  ],
})

const cardBlocked = domainEvent('CardBlocked', {
  owner: 'cards',
  domain: 'cards',
  description: 'A card was blocked: lost, stolen, or after three wrong codes. Open authorisations are void.',
  producers: ['card-lifecycle'],
  consumers: {
    'payment-gateway': ['/card_id'],
    'fraud-engine': ['/card_id', '/reason'],
    'support-desk': ['/card_id', '/customer_id', '/reason'],
  },
  versions: [
    [
      '1.0.0',
      645,
      'First version.',
      record({
        card_id: cardId,
        customer_id: customerId,
        reason: choice('Why', ['lost', 'stolen', 'wrong-code', 'fraud-suspected']),
        'comment?': nullable(text('Words of the caller', 'left in a taxi', { maxLength: 300 })),
      }),
    ],
  ],
})

const cardRenewed = domainEvent('CardRenewed', {
  owner: 'cards',
  domain: 'cards',
  description: 'A successor was ordered for a card that expires soon. The old one works until its last day.',
  producers: ['card-lifecycle'],
  consumers: {
    'card-issuer': ['/card_id', '/successor_id'],
    'payment-gateway': ['/card_id', '/successor_id'],
  },
  versions: [
    [
      '1.0.0',
      325,
      'First version.',
      record({
        card_id: cardId,
        customer_id: customerId,
        successor_id: cardId,
        valid_for_months: whole('Months the new card works', 36, { minimum: 12, maximum: 60 }),
      }),
    ],
  ],
})

export const cards = [...card, cardExpired, cardActivated, cardBlocked, cardRenewed]
