import { adding, changing, domainEvent, DRAFT_07, family } from '../event-type-notation'
import { orderId, parcelId, quantity, sku, warehouse } from '../fields'
import { day, flag, instant, key, list, number, record, text, whole } from '../schema-notation'

const pickListId = key(text('Pick list', 'PL-88213', { maxLength: 20 }))
const deliveryId = key(text("A supplier's delivery", 'DL-5521', { maxLength: 20 }))
const shelf = text('Aisle, bay and level', 'B-14-3', { pattern: '^[A-F]-\\d{2}-\\d$' })

const stockItem = family('StockItem', {
  owner: 'inventory',
  domain: 'warehouse',
  created: 'Full state of an article in a hall that did not hold it before.',
  updated: 'Full state of an article in a hall after any change of stock, shelf or reorder point.',
  deleted: 'A hall no longer holds this article; its last full state.',
  producers: ['stock-keeper'],
  consumers: {
    'web-shop': ['/sku', '/available'],
    'pick-planner': ['/sku', '/warehouse', '/shelf'],
    'data-lake': ['/sku', '/on_hand'],
  },
  versions: [
    [
      '1.0.0',
      600,
      'First version.',
      record({
        stock_item_id: key(text('Article and hall', 'malmo/HP-1042', { maxLength: 40 })),
        sku,
        warehouse,
        shelf,
        on_hand: whole('Pieces on the shelf', 84, { minimum: 0, maximum: 9999 }),
        reserved: whole('Pieces set aside for orders', 6, { minimum: 0, maximum: 9999 }),
        available: whole('Pieces that can be sold', 78, { minimum: 0, maximum: 9999 }),
        reorder_point: whole('Replenish below', 20, { minimum: 0 }),
      }),
    ],
    [
      '1.1.0',
      210,
      'Screws are counted one by one: up to a million pieces.',
      changing('on_hand', { maximum: 1_000_000 }),
    ],
  ],
})

const stockReserved = domainEvent('StockReserved', {
  owner: 'inventory',
  domain: 'warehouse',
  description:
    'Stock was set aside for an order, every line of it, in one hall. It is released again after 48 hours without payment.',
  producers: ['stock-keeper'],
  consumers: { 'order-service': ['/order_id', '/warehouse'], 'pick-planner': ['/order_id', '/lines'] },
  versions: [
    [
      '1.0.0',
      660,
      'First version.',
      record({ order_id: orderId, warehouse, lines: list('What was set aside', record({ sku, quantity })) }),
    ],
    [
      '1.1.0',
      111,
      'When the reservation ends by itself.',
      adding({ 'expires_at?': instant('When it is released without payment') }),
    ],
  ],
})

const stockRanOut = domainEvent('StockRanOut', {
  owner: 'inventory',
  domain: 'warehouse',
  description:
    'An order could not be reserved: no hall has enough of an article. The order is cancelled or waits, as the customer wishes.',
  producers: ['stock-keeper'],
  consumers: { 'order-service': ['/order_id', '/sku'], 'web-shop': ['/sku'] },
  versions: [
    [
      '1.0.0',
      658,
      'First version.',
      record({
        order_id: orderId,
        sku,
        wanted: quantity,
        available: whole('Pieces there are', 0, { minimum: 0 }),
      }),
    ],
  ],
})

const stockRanLow = domainEvent('StockRanLow', {
  owner: 'inventory',
  domain: 'warehouse',
  description: 'Stock of an article fell below its reorder point. Sent once until it is filled again.',
  producers: ['stock-keeper'],
  consumers: { 'product-catalogue': ['/sku'], 'data-lake': ['/sku', '/available'] },
  versions: [
    [
      '1.0.0',
      598,
      'First version.',
      record({
        sku,
        warehouse,
        available: whole('Pieces left', 17, { minimum: 0 }),
        reorder_point: whole('Replenish below', 20, { minimum: 0 }),
      }),
    ],
  ],
})

const replenishmentOrdered = domainEvent('ReplenishmentOrdered', {
  owner: 'inventory',
  domain: 'warehouse',
  description: 'More of an article was ordered from its supplier.',
  producers: ['stock-keeper'],
  consumers: { 'goods-in': ['/purchase_id', '/sku', '/expected_on'], ledger: ['/purchase_id'] },
  versions: [
    [
      '1.0.0',
      597,
      'First version.',
      record({
        purchase_id: key(text('Our order', 'PO-31877', { maxLength: 20 })),
        sku,
        warehouse,
        pieces: whole('Pieces ordered', 200, { minimum: 1 }),
        supplier: text('Supplier', 'Furulund Trä', { maxLength: 80 }),
        expected_on: day('Day it should arrive'),
      }),
    ],
  ],
})

const deliveryArrived = domainEvent('DeliveryArrived', {
  owner: 'inventory',
  domain: 'warehouse',
  description: "A supplier's lorry was unloaded and counted. Items are put away one after the other.",
  producers: ['goods-in'],
  consumers: { 'stock-keeper': ['/delivery_id', '/sku', '/pieces'], ledger: ['/purchase_id'] },
  versions: [
    [
      '1.0.0',
      596,
      'First version.',
      record({
        delivery_id: deliveryId,
        purchase_id: key(text('Our order', 'PO-31877', { maxLength: 20 })),
        sku,
        warehouse,
        pieces: whole('Pieces counted', 200, { minimum: 0 }),
        complete: flag('All that was ordered'),
      }),
    ],
  ],
})

const itemPutAway = domainEvent('ItemPutAway', {
  owner: 'inventory',
  domain: 'warehouse',
  description: 'A box of a delivery reached its shelf and can be sold.',
  producers: ['goods-in', 'warehouse-robots'],
  consumers: { 'stock-keeper': ['/sku', '/warehouse', '/pieces', '/shelf'] },
  versions: [
    [
      '1.1.0',
      595,
      'First version in the catalog; earlier ones are lost.',
      record({
        delivery_id: deliveryId,
        sku,
        warehouse,
        shelf,
        pieces: whole('Pieces in the box', 40, { minimum: 1 }),
      }),
    ],
  ],
})

const pickListPrinted = domainEvent('PickListPrinted', {
  owner: 'fulfilment',
  domain: 'warehouse',
  description:
    'A pick list went to the printer of a hall: the order is being worked on and can no longer be changed.',
  producers: ['pick-planner'],
  consumers: { 'warehouse-robots': ['/pick_list_id', '/lines'], 'order-service': ['/order_id'] },
  versions: [
    [
      '1.0.0',
      630,
      'First version.',
      record(
        {
          pick_list_id: pickListId,
          order_id: orderId,
          warehouse,
          lines: whole('Lines to pick', 3, { minimum: 1 }),
        },
        { $schema: DRAFT_07 },
      ),
    ],
  ],
})

const itemPicked = domainEvent('ItemPicked', {
  owner: 'fulfilment',
  domain: 'warehouse',
  description:
    'One line of a pick list was taken from its shelf, by a person or a robot. Versions are plain numbers here, as the scanners know nothing else.',
  producers: ['warehouse-robots'],
  consumers: {
    'pick-planner': ['/pick_list_id', '/sku', '/quantity'],
    'stock-keeper': ['/sku', '/quantity'],
  },
  versions: [
    [
      '1',
      628,
      'First version.',
      record(
        { pick_list_id: pickListId, sku, quantity, picked_by: text('Person or robot', 'robot-07') },
        { $schema: DRAFT_07 },
      ),
    ],
    ['2', 444, 'Where it was taken from.', adding({ 'shelf?': text('Aisle, bay and level', 'B-14-3') })],
    ['3', 230, 'Shelves have one spelling: a pattern.', adding({ 'shelf?': shelf })],
    [
      '4',
      15,
      'The seventh aisle of Rotterdam: the pattern changes.',
      adding({ 'shelf?': { ...shelf, pattern: '^[A-H]-\\d{2}-\\d$' } }),
    ],
  ],
})

const parcelPacked = domainEvent('ParcelPacked', {
  owner: 'fulfilment',
  domain: 'warehouse',
  description: 'A parcel of an order was packed, closed and weighed.',
  producers: ['warehouse-robots'],
  consumers: {
    'label-printer': ['/parcel_id', '/weight_g', '/size_mm'],
    'order-service': ['/order_id', '/parcel_id'],
  },
  versions: [
    [
      '1.0.0',
      626,
      'First version.',
      record({
        parcel_id: parcelId,
        order_id: orderId,
        pick_list_id: pickListId,
        weight_g: whole('Weight in grams', 1840, { minimum: 1, maximum: 60_000 }),
        size_mm: record(
          {
            length: number('Longest side', 400),
            width: number('Second side', 300),
            height: number('Shortest side', 180.5),
          },
          { description: 'Outer size in millimetres' },
        ),
      }),
    ],
  ],
})

export const warehouseTypes = [
  ...stockItem,
  stockReserved,
  stockRanOut,
  stockRanLow,
  replenishmentOrdered,
  deliveryArrived,
  itemPutAway,
  pickListPrinted,
  itemPicked,
  parcelPacked,
]
