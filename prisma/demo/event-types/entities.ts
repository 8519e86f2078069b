import { adding, changing, family } from '../event-type-notation'
import { address, articleKey, cartId, customerId, email, orderLine, ticketId } from '../fields'
import {
  choice,
  day,
  flag,
  instant,
  key,
  list,
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

const product = family('Product', {
  owner: 'range',
  domain: 'shop',
  created: 'Full state of an article that joined the range. It is on sale from `on_sale_from`, not before.',
  updated: 'Full state of an article after any change of text, picture, price or availability.',
  deleted: 'An article left the range; its last full state. Orders of the past still name it.',
  producers: ['product-catalogue'],
  consumers: {
    'web-shop': ['/sku', '/name', '/price', '/images'],
    'search-indexer': ['/sku', '/name', '/description', '/category'],
    'stock-keeper': ['/sku'],
    'data-lake': ['/sku', '/category', '/price'],
  },
  versions: [
    [
      '1.0.0',
      715,
      'First version.',
      record({
        sku: key(text('Article number', 'HP-1042', { maxLength: 20 })),
        name: text('Name in the shop', 'Oak side table', { maxLength: 120 }),
        description: text('Text in the shop', 'Solid oak, oiled, 45 cm high.', { maxLength: 4000 }),
        category: choice('Department', ['furniture', 'kitchen', 'textiles', 'lighting', 'garden']),
        price: number('In euro', 64.95, { exclusiveMinimum: 0 }),
        images: list(
          'Addresses of pictures',
          text('Picture', 'https://img.harbourpine.example/hp-1042-a.jpg', { format: 'uri' }),
          { minItems: 0, maxItems: 12 },
        ),
        on_sale_from: day('First day of sale'),
      }),
    ],
    [
      '2.0.0',
      535,
      'Prices carry their currency.',
      adding({ price: money('Price of one piece, tax included', '64.95') }),
    ],
    ['2.1.0', 380, 'Article numbers have one spelling (a pattern is added).', adding({ sku: articleKey })],
    [
      '3.0.0',
      130,
      'Pictures get a text for those who cannot see them: items change from addresses to objects.',
      adding({
        images: list(
          'Pictures',
          record({
            url: text('Address', 'https://img.harbourpine.example/hp-1042-a.jpg', { format: 'uri' }),
            alt: text('What it shows', 'A low oak table beside a sofa', { maxLength: 300 }),
          }),
          { minItems: 0, maxItems: 12 },
        ),
      }),
    ],
  ],
})

const cart = family('Cart', {
  owner: 'storefront',
  domain: 'shop',
  created: 'Full state of a new cart, made with the first article.',
  updated: 'Full state of a cart after an article was added, changed or taken out.',
  deleted: 'A cart is gone: it became an order, or nobody touched it for 30 days. Its last full state.',
  producers: ['cart-service'],
  consumers: { 'web-shop': ['/cart_id', '/lines'], 'data-lake': ['/cart_id', '/lines'] },
  deletedFields: { 'reason?': choice('Why it is gone', ['ordered', 'outdated']) },
  versions: [
    [
      '1.0.0',
      655,
      'First version.',
      record({
        cart_id: cartId,
        customer_id: nullable(customerId),
        lines: list('Articles in the cart', orderLine, { minItems: 0 }),
        value: money('Worth of the cart'),
        touched_at: instant('Last touch'),
      }),
    ],
    [
      '1.1.0',
      240,
      'Which coupon waits in it.',
      adding({ 'coupon_code?': text('Coupon', 'SPRING10', { maxLength: 20 }) }),
    ],
  ],
})

const phone = sensitive(text('Telephone', '+46 40 123 45 67', { maxLength: 30 }))

const customer = family('Customer', {
  owner: 'identity',
  domain: 'accounts',
  created: 'Full state of a customer as registered. The mail address is not verified yet.',
  updated: 'Full state of a customer after any change of name, address, language or tier.',
  deleted: 'A customer account was closed; its last full state, so that every copy can be erased.',
  producers: ['identity-service'],
  consumers: {
    'order-service': ['/customer_id', '/address'],
    'support-desk': ['/customer_id', '/name', '/email'],
    'campaign-mailer': ['/customer_id', '/email', '/locale'],
    'loyalty-service': ['/customer_id'],
  },
  deletedFields: { 'closed_by?': choice('Who asked for it', ['customer', 'support', 'inactivity']) },
  versions: [
    [
      '1.0.0',
      718,
      'First version.',
      record({
        customer_id: customerId,
        first_name: sensitive(text('Given name', 'Ada', { maxLength: 60 })),
        last_name: sensitive(text('Family name', 'Nyberg', { maxLength: 60 })),
        email: sensitive(text('E-mail address', 'ada.nyberg@mail.example')),
        'phone?': { ...phone, pattern: '^[0-9 +-]+$' },
        'address?': address,
        'born_on?': sensitive(day('Day of birth', '1987-04-02')),
        locale: choice('Language and country', ['sv-SE', 'de-DE', 'nl-NL', 'da-DK', 'nb-NO', 'en-GB']),
      }),
    ],
    [
      '2.0.0',
      570,
      'The address of mail must be one: `format: email`. Telephones start with their country (the pattern changes).',
      adding({ email, 'phone?': { ...phone, pattern: '^\\+[0-9 ]+$' } }),
    ],
    [
      '3.0.0',
      340,
      'Names move into an object, since not everybody has two.',
      (before) =>
        withFields(withoutFields(before, 'first_name', 'last_name'), {
          name: record(
            {
              full: sensitive(text('As on a letter', 'Ada Nyberg', { maxLength: 120 })),
              'short?': sensitive(text('As in a greeting', 'Ada', { maxLength: 60 })),
            },
            { description: 'How they are called' },
          ),
        }),
    ],
    [
      '3.1.0',
      150,
      'Loyalty tier.',
      adding({ 'tier?': choice('Loyalty tier', ['pine', 'oak', 'walnut'], { default: 'pine' }) }),
    ],
    [
      '4.0.0',
      17,
      'The day of birth is gone: nobody needed it. Whether the mail address is verified is required.',
      (before) =>
        withFields(withoutFields(before, 'born_on'), {
          email_verified: flag('The customer proved that the address is theirs'),
        }),
    ],
  ],
})

const ticket = family('Ticket', {
  owner: 'customer-care',
  domain: 'support',
  created: 'Full state of a new ticket: a customer wrote or called, or a system asked for a person.',
  updated: 'Full state of a ticket after an answer, a change of state or of the person who has it.',
  deleted: 'A ticket was removed: spam, or its time was up. Its last full state.',
  producers: ['support-desk'],
  consumers: { 'data-lake': ['/ticket_id', '/topic', '/status'], 'loyalty-service': ['/customer_id'] },
  versions: [
    [
      '1.0.0',
      585,
      'First version.',
      record({
        ticket_id: ticketId,
        customer_id: customerId,
        'order_id?': text('Order it is about', '914820317', { maxLength: 20 }),
        topic: choice('What it is about', ['delivery', 'payment', 'return', 'product', 'account', 'other']),
        status: choice('Where it stands', ['open', 'waiting', 'resolved']),
        priority: whole('1 is urgent', 3, { minimum: 1, maximum: 4 }),
        'assignee?': nullable(sensitive(text('Who has it', 'lotte', { maxLength: 40 }))),
        messages: whole('Messages so far', 1, { minimum: 0 }),
      }),
    ],
    [
      '1.1.0',
      66,
      'Five priorities.',
      changing('priority', { maximum: 5, description: '1 is urgent, 5 can wait' }),
    ],
  ],
})

export const entities = [...product, ...cart, ...customer, ...ticket]
