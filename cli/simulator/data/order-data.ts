import type { JsonObject } from '@/lib/domain/json/json'
import type { Builder } from '../simulation'
import type { Card, Customer, Product } from '../world'
import { address, day, instant, money } from './values'

/** A cart, and the order it may become. */
export interface Cart {
  readonly id: string
  readonly customer: Customer
  readonly lines: { product: Product; quantity: number }[]
  coupon: string | null
  touchedAt: number
}

export interface Order {
  readonly id: string
  readonly cart: Cart
  readonly customer: Customer
  readonly channel: string
  readonly provider: string
  readonly card: Card | null
  paymentId: string
  attempt: number
}

const DAY_MS = 86_400_000

export function worth(cart: Cart): number {
  const full = cart.lines.reduce((sum, { product, quantity }) => sum + product.cents * quantity, 0)
  return cart.coupon === null ? full : Math.round(full * 0.9)
}

export const cartLines = (cart: Cart): JsonObject[] =>
  cart.lines.map(({ product, quantity }) => ({
    sku: product.sku,
    quantity,
    unit_price: money(product.cents, cart.customer.home),
  }))

export const cartState =
  (cart: Cart, extra: { reason?: string } = {}): Builder =>
  () => ({
    cart_id: cart.id,
    customer_id: cart.customer.id,
    lines: cartLines(cart),
    value: money(worth(cart), cart.customer.home),
    touched_at: instant(cart.touchedAt),
    ...(cart.coupon === null ? {} : { coupon_code: cart.coupon }),
    ...extra,
  })

export const cartAbandoned =
  (cart: Cart): Builder =>
  ({ random }) => ({
    cart_id: cart.id,
    customer_id: cart.customer.id,
    value: money(worth(cart), cart.customer.home),
    last_touched_at: instant(cart.touchedAt),
    ...(random.chance(0.5) ? { remind: true } : {}),
  })

export const orderPlaced =
  ({ id, cart, customer, channel }: Order): Builder =>
  ({ since, random }) => ({
    order_id: id,
    customer_id: customer.id,
    cart_id: cart.id,
    lines: cartLines(cart),
    total: money(worth(cart), customer.home),
    channel,
    delivery: address(customer),
    ...(cart.coupon === null ? {} : { coupon_code: cart.coupon }),
    ...(since('3.1.0') && random.chance(0.07) ? { gift_note: random.pick(giftNotes) } : {}),
  })

const giftNotes = ['Happy birthday!', 'Welcome home', 'Tack för allt', 'Für den besten Opa']

export const orderConfirmed =
  (order: Order): Builder =>
  ({ at, random }) => ({
    order_id: order.id,
    customer_id: order.customer.id,
    warehouse: order.customer.home.warehouse,
    promised_on: day(at + random.whole(2, 5) * DAY_MS),
  })

export const orderCancelled =
  (order: Order, reason: string): Builder =>
  ({ random }) => ({
    order_id: order.id,
    customer_id: order.customer.id,
    reason,
    ...(reason === 'customer-request' && random.chance(0.5) ? { comment: random.pick(regrets) } : {}),
  })

const regrets = ['Ordered twice by mistake', 'Found it at a neighbour', 'Wrong colour, sorry']

export const couponRedeemed =
  ({ id, cart, customer }: Order): Builder =>
  () => ({
    coupon_code: cart.coupon,
    order_id: id,
    customer_id: customer.id,
    discount: money(worth(cart) / 9, customer.home),
  })

export const fraudCheck =
  (order: Order, isPassed: boolean): Builder =>
  ({ random }) => {
    const score = Math.round((isPassed ? random.unit() * 0.6 : 0.8 + random.unit() * 0.19) * 1000) / 1000
    const isDoubtful = !isPassed || score > 0.3
    return {
      order_id: order.id,
      customer_id: order.customer.id,
      score,
      ...(isDoubtful
        ? { rules: [random.pick(['new-device', 'address-mismatch', 'many-cards', 'night-order'])] }
        : {}),
    }
  }
