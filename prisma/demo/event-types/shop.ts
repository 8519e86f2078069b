import { adding, changing, domainEvent } from '../event-type-notation'
import { address, articleKey, cartId, channel, customerId, orderId, orderLine, sku } from '../fields'
import {
  changeField,
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
} from '../schema-notation'

const moneyReference = { $ref: '#/$defs/Money', description: 'What the customer pays, tax included' }

const orderPlaced = domainEvent('OrderPlaced', {
  owner: 'ordering',
  domain: 'shop',
  description:
    'A customer confirmed an order and its total. Sent once per order, when the button was pressed and before any money moved. Stock, fraud check, invoice and every later step begin here.',
  producers: ['order-service'],
  consumers: {
    'stock-keeper': ['/order_id', '/lines'],
    'fraud-engine': ['/order_id', '/customer_id', '/total', '/delivery'],
    'cart-service': ['/cart_id'],
    'loyalty-service': ['/customer_id', '/total/amount'],
    'data-lake': ['/order_id', '/customer_id', '/total', '/channel'],
  },
  versions: [
    [
      '1.0.0',
      712,
      'First version.',
      record({
        order_id: orderId,
        customer_id: customerId,
        lines: list('Articles, at least one', record({ sku, quantity: whole('Pieces', 2, { minimum: 1 }) })),
        total: number('What the customer pays, in euro', 129.9, { minimum: 0 }),
        street: sensitive(text('Street and number', 'Fabriksgatan 12')),
        postcode: text('Postal code', '21422'),
        city: text('Town', 'Malmö'),
        country: text('ISO 3166 code', 'SE', { minLength: 2, maxLength: 2 }),
      }),
    ],
    [
      '1.1.0',
      655,
      'Coupons: optional `coupon_code`.',
      adding({ 'coupon_code?': text('Coupon that was used', 'SPRING10', { maxLength: 20 }) }),
    ],
    [
      '2.0.0',
      540,
      'We sell in crowns now: `total` becomes an amount with its currency, and `channel` says where the order came from.',
      adding({ total: money('What the customer pays, tax included'), channel }),
    ],
    [
      '2.1.0',
      402,
      'Orders from market places.',
      changing('channel', { enum: ['web', 'app', 'phone', 'marketplace'] }),
    ],
    [
      '3.0.0',
      233,
      'The address moves into `delivery`; lines carry their price; `cart_id` is required, so that the cart can be closed.',
      (before) =>
        withFields(withoutFields(before, 'street', 'postcode', 'city', 'country'), {
          delivery: address,
          cart_id: cartId,
          lines: list('Articles, at least one', orderLine),
        }),
    ],
    [
      '3.1.0',
      19,
      'Gift notes. Money is defined once and referred to; its meaning is the same.',
      (before) => ({
        ...withFields(before, {
          total: moneyReference,
          'gift_note?': sensitive(
            text('Words for the card in the parcel', 'Happy birthday!', { maxLength: 300 }),
          ),
        }),
        $defs: { Money: money('An amount with its currency') },
      }),
    ],
  ],
})

const orderConfirmed = domainEvent('OrderConfirmed', {
  owner: 'ordering',
  domain: 'shop',
  description:
    'Stock is reserved and the payment is captured: the order will be sent. The customer gets the confirmation mail for this event.',
  producers: ['order-service'],
  consumers: {
    'pick-planner': ['/order_id', '/warehouse'],
    'invoice-service': ['/order_id'],
    'campaign-mailer': ['/order_id', '/promised_on'],
  },
  versions: [
    [
      '1.0.0',
      690,
      'First version.',
      record({
        order_id: orderId,
        customer_id: customerId,
        warehouse: choice('Hall the order is sent from', ['malmo', 'rotterdam', 'leeds']),
        promised_on: day('Day of delivery we promised'),
      }),
    ],
  ],
})

const orderCancelled = domainEvent('OrderCancelled', {
  owner: 'ordering',
  domain: 'shop',
  description:
    'An order was cancelled before shipment, by the customer or by us. Reservations are released and money goes back.',
  producers: ['order-service'],
  consumers: {
    'stock-keeper': ['/order_id'],
    'payment-gateway': ['/order_id', '/reason'],
    'support-desk': ['/order_id', '/reason', '/comment'],
  },
  versions: [
    [
      '1.0.0',
      700,
      'First version.',
      record({
        order_id: orderId,
        customer_id: customerId,
        reason: text('Why, in words', 'card was declined', { maxLength: 200 }),
      }),
    ],
    [
      '1.0.1',
      610,
      'Says who writes the reason; nothing else changes.',
      changing('reason', { description: 'Why, in the words of whoever cancelled' }),
    ],
    [
      '2.0.0',
      371,
      'Reasons become a list one can count; the words move to `comment`.',
      adding({
        reason: choice('Why', ['payment-declined', 'customer-request', 'out-of-stock', 'fraud-suspected']),
        'comment?': sensitive(
          text('In the words of whoever cancelled', 'Ordered twice by mistake', { maxLength: 500 }),
        ),
      }),
    ],
    [
      '2.1.0',
      148,
      'Orders that nobody paid for in time.',
      changing('reason', {
        enum: ['payment-declined', 'customer-request', 'out-of-stock', 'fraud-suspected', 'payment-timeout'],
      }),
    ],
  ],
})

const orderShipped = domainEvent('OrderShipped', {
  owner: 'ordering',
  domain: 'shop',
  status: 'deprecated',
  leaving: {
    reason: 'An order may leave in several parcels, and this says only when the first one did.',
    successor: 'ParcelHandedOver',
    days: 90,
  },
  description: 'The first parcel of an order left the warehouse.',
  producers: ['order-service'],
  consumers: { 'data-lake': ['/order_id', '/shipped_at'] },
  versions: [
    [
      '1.0.0',
      705,
      'First version.',
      record({
        order_id: orderId,
        shipped_at: instant('When the first parcel left'),
        parcels: whole('Parcels in all', 1, { minimum: 1 }),
      }),
    ],
  ],
})

const cartAbandoned = domainEvent('CartAbandoned', {
  owner: 'storefront',
  domain: 'shop',
  description:
    'Nothing happened in a cart for 30 minutes. Sent once per cart; campaigns decide whether a reminder is welcome.',
  producers: ['cart-service'],
  consumers: { 'campaign-mailer': ['/cart_id', '/customer_id', '/value', '/remind'] },
  versions: [
    [
      '1.0.0',
      480,
      'First version.',
      record({
        cart_id: cartId,
        customer_id: customerId,
        value: money('Worth of the cart'),
        last_touched_at: instant('When the customer last touched it'),
        'remind?': flag('Whether a reminder may be sent', true, { default: true }),
      }),
    ],
    [
      '1.1.0',
      126,
      'Reminders are off unless asked for: the default changes.',
      changing('remind', { default: false }),
    ],
  ],
})

const reviewSubmitted = domainEvent('ReviewSubmitted', {
  owner: 'storefront',
  domain: 'shop',
  description:
    'A customer wrote a review of an article they had bought. It is shown after the filter let it pass.',
  producers: ['review-wall'],
  consumers: { 'product-catalogue': ['/sku', '/stars'], 'support-desk': ['/customer_id', '/stars', '/text'] },
  versions: [
    [
      '1.0.0',
      450,
      'First version.',
      record({
        review_id: text('The review', 'rev_9C2F4B', { maxLength: 30 }),
        sku: articleKey,
        customer_id: customerId,
        stars: whole('One to five', 4, { minimum: 1, maximum: 5 }),
        'text?': sensitive(
          text('What they wrote', 'Sturdy, and the colour is as shown.', { maxLength: 4000 }),
        ),
      }),
    ],
  ],
})

const priceLowered = domainEvent('PriceLowered', {
  owner: 'range',
  domain: 'shop',
  description:
    'An article became cheaper, for a while or for good. The shop shows the old price struck through for 30 days.',
  producers: ['product-catalogue'],
  consumers: { 'web-shop': ['/sku', '/before', '/after'], 'campaign-mailer': ['/sku', '/after'] },
  versions: [
    [
      '1.0.0',
      310,
      'First version.',
      record({
        sku: articleKey,
        before: money('Old price', '79.00'),
        after: money('New price', '64.95'),
        'until?': day('Last day of the lower price'),
      }),
    ],
    [
      '1.1.0',
      96,
      'Says by how much, so that nobody computes with text.',
      (before) =>
        changeField(
          withFields(before, { percent: whole('Lowered by, in percent', 18, { minimum: 1, maximum: 90 }) }),
          'until',
          { description: 'Last day of the lower price; absent for good' },
        ),
    ],
  ],
})

export const shop = [
  orderPlaced,
  orderConfirmed,
  orderCancelled,
  orderShipped,
  cartAbandoned,
  reviewSubmitted,
  priceLowered,
]
