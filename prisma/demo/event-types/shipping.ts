import { adding, changing, domainEvent, DRAFT_07, DRAFT_2020 } from '../event-type-notation'
import { customerId, orderId, parcelId, quantity, sku } from '../fields'
import {
  choice,
  day,
  instant,
  key,
  list,
  money,
  record,
  sensitive,
  text,
  whole,
  withFields,
  withoutFields,
} from '../schema-notation'

const carrierCode = choice('Carrier', ['nordpost', 'blitz', 'royal-parcels', 'cargonaut'])
const tracking = key(text('Tracking number of the carrier', 'NP0039182744SE', { maxLength: 40 }))
const returnId = key(text('Return', 'RET-10442', { maxLength: 20 }))

const labelPrinted = domainEvent('LabelPrinted', {
  owner: 'shipping',
  domain: 'shipping',
  description: "A carrier's label was printed and stuck on a parcel.",
  producers: ['label-printer'],
  consumers: { 'carrier-bridge': ['/parcel_id', '/tracking_number', '/carrier_code'] },
  versions: [
    [
      '2.0.0',
      430,
      'First version in the catalog; 1.x was only used in Leeds.',
      record({
        parcel_id: parcelId,
        tracking_number: tracking,
        carrier_code: carrierCode,
        postage: money('What the carrier asks', '4.85'),
      }),
    ],
  ],
})

const carrierNotified = domainEvent('CarrierNotified', {
  owner: 'shipping',
  domain: 'shipping',
  description: 'A carrier knows of a parcel and will collect it.',
  producers: ['carrier-bridge'],
  consumers: { 'order-service': ['/parcel_id'] },
  versions: [
    [
      '1.0.0',
      428,
      'First version.',
      record({
        parcel_id: parcelId,
        tracking_number: tracking,
        carrier_code: carrierCode,
        collection_at: instant('When the lorry comes'),
      }),
    ],
  ],
})

const parcelHandedOver = domainEvent('ParcelHandedOver', {
  owner: 'shipping',
  domain: 'shipping',
  description:
    'A carrier took over a parcel. From here on it is in their hands, and the customer gets the tracking link.',
  producers: ['carrier-bridge'],
  consumers: {
    'order-service': ['/order_id', '/parcel_id'],
    'campaign-mailer': ['/order_id', '/tracking_number'],
    'invoice-service': ['/order_id'],
  },
  versions: [
    [
      '1.0.0',
      620,
      'First version.',
      record({
        parcel_id: parcelId,
        order_id: orderId,
        tracking_number: tracking,
        carrier: carrierCode,
        handed_over_at: instant('When it was scanned'),
      }),
    ],
    [
      '2.0.0',
      220,
      '`carrier` is renamed to `carrier_code`, as on the label.',
      (before) => withFields(withoutFields(before, 'carrier'), { carrier_code: carrierCode }),
    ],
  ],
})

const place = (at: string) => ({ $ref: `#/${at}/Place`, description: 'Where it was left' })
const placeDefinition = {
  Place: choice('Where a carrier leaves a parcel', ['door', 'neighbour', 'parcel-shop', 'locker']),
}

const parcelDelivered = domainEvent('ParcelDelivered', {
  owner: 'shipping',
  domain: 'shipping',
  description: 'The carrier reported delivery. Starts the days in which the customer may return.',
  producers: ['carrier-bridge'],
  consumers: {
    'order-service': ['/order_id'],
    'review-wall': ['/order_id', '/customer_id'],
    'returns-desk': ['/order_id', '/delivered_at'],
    'loyalty-service': ['/customer_id', '/order_id'],
  },
  versions: [
    [
      '1.0.0',
      618,
      'First version.',
      record(
        {
          parcel_id: parcelId,
          order_id: orderId,
          customer_id: customerId,
          delivered_at: instant('When'),
          place: place('definitions'),
          'proof?': record({
            type: { enum: ['signature'] },
            url: text('Picture', 'https://proof.nordpost.example/8817', { format: 'uri' }),
          }),
        },
        { $schema: DRAFT_07, definitions: placeDefinition },
      ),
    ],
    [
      '2.0.0',
      350,
      'Proof of delivery becomes required reading for lockers too: `signed_by` is required.',
      adding({ signed_by: sensitive(text('Who took it', 'A. Nyberg', { maxLength: 80 })) }),
    ],
    [
      '2.1.0',
      170,
      'Draft 2020-12: `definitions` become `$defs`, a one-value `enum` a `const`. No event changes.',
      (before) => {
        const { definitions: _moved, ...rest } = before
        const respelled = withFields(rest, {
          place: place('$defs'),
          'proof?': record({
            type: { const: 'signature' },
            url: text('Picture', 'https://proof.nordpost.example/8817', { format: 'uri' }),
          }),
        })
        return { ...respelled, $schema: DRAFT_2020, $defs: placeDefinition }
      },
    ],
    [
      '2.2.0',
      9,
      'Lockers and doors are not signed for: `signed_by` is optional again.',
      (before) =>
        withFields(before, { 'signed_by?': sensitive(text('Who took it', 'A. Nyberg', { maxLength: 80 })) }),
    ],
  ],
})

const parcelLost = domainEvent('ParcelLost', {
  owner: 'shipping',
  domain: 'shipping',
  description: 'A carrier has given up looking for a parcel. The customer gets a new one or the money back.',
  producers: ['carrier-bridge'],
  consumers: {
    'support-desk': ['/order_id', '/parcel_id'],
    'payment-gateway': ['/order_id'],
    ledger: ['/parcel_id'],
  },
  versions: [
    [
      '1.0.0',
      426,
      'First version.',
      record({
        parcel_id: parcelId,
        order_id: orderId,
        carrier_code: carrierCode,
        last_seen: text('Last place it was scanned', 'Terminal Hamburg Süd', { maxLength: 120 }),
      }),
    ],
  ],
})

const returnAnnounced = domainEvent('ReturnAnnounced', {
  owner: 'shipping',
  domain: 'shipping',
  description: 'A customer announced to send articles back, and got a label for it.',
  producers: ['returns-desk'],
  consumers: { 'stock-keeper': ['/return_id', '/items'], 'support-desk': ['/order_id', '/reason'] },
  versions: [
    [
      '1.0.0',
      560,
      'First version.',
      record({
        return_id: returnId,
        order_id: orderId,
        customer_id: customerId,
        items: list('Article numbers', sku),
        reason: choice('Why', ['damaged', 'wrong-size', 'not-as-shown', 'changed-mind']),
      }),
    ],
    [
      '2.0.0',
      290,
      'Part of a line may come back: items are objects now, not article numbers.',
      adding({ items: list('What comes back', record({ sku, quantity })) }),
    ],
    ['2.1.0', 100, 'At most 50 items a return (bounds tightened).', changing('items', { maxItems: 50 })],
  ],
})

const returnReceived = domainEvent('ReturnReceived', {
  owner: 'shipping',
  domain: 'shipping',
  description: 'Returned articles arrived, were unpacked and graded.',
  producers: ['returns-desk'],
  consumers: { 'payment-gateway': ['/order_id', '/refund'], 'stock-keeper': ['/items'] },
  versions: [
    [
      '1.0.0',
      555,
      'First version.',
      record({
        return_id: returnId,
        order_id: orderId,
        items: list(
          'What arrived',
          record({ sku, quantity, grade: choice('As new or not', ['a', 'b', 'scrap']) }),
        ),
        refund: money('What the customer gets back', '64.95'),
        'days_under_way?': whole('Days since it was announced', 6, { minimum: 0 }),
        'inspected_on?': day('Day of inspection'),
      }),
    ],
  ],
})

export const shipping = [
  labelPrinted,
  carrierNotified,
  parcelHandedOver,
  parcelDelivered,
  parcelLost,
  returnAnnounced,
  returnReceived,
]
