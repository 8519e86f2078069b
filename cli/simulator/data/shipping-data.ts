import type { Builder } from '../simulation'
import type { Cart, Order } from './order-data'
import { currencyOf, instant, money } from './values'

export interface Parcel {
  readonly id: string
  readonly order: Order
  readonly tracking: string
  readonly carrier: string
}

export interface Return {
  readonly id: string
  readonly order: Order
  readonly lines: Cart['lines']
  readonly announcedAt: number
}

const label = ({ id, tracking, carrier }: Parcel) => ({
  parcel_id: id,
  tracking_number: tracking,
  carrier_code: carrier,
})

export const labelPrinted =
  (parcel: Parcel): Builder =>
  ({ random }) => ({
    ...label(parcel),
    postage: money(random.whole(390, 1490), currencyOf(parcel.order.customer.home.warehouse)),
  })

export const carrierNotified =
  (parcel: Parcel): Builder =>
  ({ at }) => ({ ...label(parcel), collection_at: instant(at + 4 * 3_600_000) })

export const parcelHandedOver =
  (parcel: Parcel): Builder =>
  ({ at }) => ({ ...label(parcel), order_id: parcel.order.id, handed_over_at: instant(at) })

export const orderShipped =
  (parcel: Parcel): Builder =>
  ({ at }) => ({ order_id: parcel.order.id, shipped_at: instant(at), parcels: 1 })

export const parcelDelivered =
  ({ id, order, carrier, tracking }: Parcel): Builder =>
  ({ at, since, random }) => {
    const place = random.pick(['door', 'neighbour', 'parcel-shop', 'locker'])
    const isSigned = !since('2.2.0') || place === 'neighbour'
    return {
      parcel_id: id,
      order_id: order.id,
      customer_id: order.customer.id,
      delivered_at: instant(at),
      place,
      ...(isSigned ? { signed_by: order.customer.fullName } : {}),
      ...(isSigned && random.chance(0.5)
        ? { proof: { type: 'signature', url: `https://proof.${carrier}.example/${tracking}` } }
        : {}),
    }
  }

export const parcelLost =
  ({ id, order, carrier }: Parcel): Builder =>
  ({ random }) => ({
    parcel_id: id,
    order_id: order.id,
    carrier_code: carrier,
    last_seen: random.pick(['Terminal Hamburg Süd', 'Depot Utrecht', 'Terminal Taulov', 'Depot Leeds East']),
  })

const items = ({ lines }: Return) => lines.map(({ product, quantity }) => ({ sku: product.sku, quantity }))

export const returnAnnounced =
  (back: Return): Builder =>
  ({ random }) => ({
    return_id: back.id,
    order_id: back.order.id,
    customer_id: back.order.customer.id,
    items: items(back),
    reason: random.pick(['damaged', 'wrong-size', 'not-as-shown', 'changed-mind']),
  })

export const returnReceived =
  (back: Return, cents: number): Builder =>
  ({ at, random }) => ({
    return_id: back.id,
    order_id: back.order.id,
    items: items(back).map((item) => ({
      ...item,
      grade: random.weighted([
        ['a', 7],
        ['b', 2],
        ['scrap', 1],
      ] as const),
    })),
    refund: money(cents, back.order.customer.home),
    days_under_way: Math.floor((at - back.announcedAt) / 86_400_000),
  })
