import { choice, key, money, record, sensitive, text, whole } from './schema-notation'

/** Fields that mean the same wherever they stand. */
export const orderId = key(
  text('Number of the order, as printed on the invoice', '914820317', { maxLength: 20 }),
)
export const customerId = key(
  text('Customer the event is about', 'cus_7K2M9Q', { pattern: '^cus_[0-9A-Z]{6}$' }),
)
export const cardId = key(text('Card, without its number', 'card_4T8W1Z', { pattern: '^card_[0-9A-Z]{6}$' }))
export const paymentId = key(
  text('Payment at our gateway', 'pay_8K2Q55', { pattern: '^pay_[0-9A-Z]{6,10}$' }),
)
export const parcelId = key(text('Parcel; printed as a barcode', 'P-914820317-1', { maxLength: 30 }))
export const cartId = key(text('Cart in the shop', 'cart_3H6D2X', { maxLength: 30 }))
export const ticketId = key(text('Ticket at the support desk', 'T-20417', { maxLength: 20 }))
export const sku = text('Article number', 'HP-1042', { pattern: '^HP-\\d{4}$' })
/** The same where the event is about the article, and not about what holds it. */
export const articleKey = key(sku)
export const warehouse = choice('Warehouse by its town', ['malmo', 'rotterdam', 'leeds'])
export const quantity = whole('Pieces', 2, { minimum: 1, maximum: 999 })
export const email = sensitive(text('E-mail address', 'ada.nyberg@mail.example', { format: 'email' }))
export const channel = choice('Where the customer came from', ['web', 'app', 'phone'])

export const address = record(
  {
    recipient: sensitive(text('Name on the door', 'Ada Nyberg', { maxLength: 100 })),
    street: sensitive(text('Street and number', 'Fabriksgatan 12', { maxLength: 120 })),
    postcode: text('Postal code', '21422', { maxLength: 12 }),
    city: text('Town', 'Malmö', { maxLength: 80 }),
    country: choice('ISO 3166 code', ['SE', 'DE', 'NL', 'DK', 'NO', 'GB']),
  },
  { description: 'Postal address' },
)

export const orderLine = record(
  { sku, quantity, unit_price: money('Price of one piece, tax included', '64.95') },
  { description: 'One article of the order' },
)
