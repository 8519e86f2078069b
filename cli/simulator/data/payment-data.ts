import type { JsonObject } from '@/lib/domain/json/json'
import type { Random } from '../random'
import type { Builder } from '../simulation'
import { worth, type Order } from './order-data'
import { day, instant, money } from './values'

const ofPayment = (order: Order) => ({ payment_id: order.paymentId, order_id: order.id })
const amountOf = ({ cart, customer }: Order) => money(worth(cart), customer.home)

export const paymentAuthorised =
  (order: Order): Builder =>
  ({ since, random }) => ({
    ...ofPayment(order),
    amount: amountOf(order),
    provider: order.provider,
    auth_code: order.provider === 'swiftly' ? null : String(random.whole(100_000, 999_999)),
    ...(since('2.1.0') && order.card
      ? {
          card_id: order.card.id,
          card_last4: order.card.last4,
          card_holder: order.customer.fullName.toUpperCase(),
        }
      : {}),
  })

export const paymentDeclined =
  (order: Order): Builder =>
  ({ random }) => ({
    ...ofPayment(order),
    reason: random.weighted([
      ['insufficient-funds', 5],
      ['expired-card', 2],
      ['do-not-honour', 2],
      ['unknown', 1],
    ] as const),
    attempt: order.attempt,
  })

export const paymentCaptured =
  (order: Order): Builder =>
  ({ since, at, random }) => ({
    ...ofPayment(order),
    amount: amountOf(order),
    provider: order.provider,
    captured_at: instant(at),
    ...(since('2.3.0') ? { instrument: instrumentOf(order, random) } : {}),
  })

function instrumentOf({ card }: Order, random: Random): JsonObject {
  if (card) return { type: 'card', card_id: card.id }
  return { type: 'bank', iban_tail: String(random.whole(1000, 9999)) }
}

export const paymentRefunded =
  (order: Order, cents: number, reason: string): Builder =>
  () => ({ ...ofPayment(order), amount: money(cents, order.customer.home), reason })

export const chargebackReceived =
  (order: Order, chargebackId: string): Builder =>
  ({ at, random }) => ({
    chargeback_id: chargebackId,
    ...ofPayment(order),
    amount: amountOf(order),
    claim: random.pick(['not-received', 'not-as-described', 'not-authorised']),
    answer_by: day(at + 20 * 86_400_000),
    network: order.provider,
  })

export const invoiceSent =
  (order: Order, invoiceNumber: string): Builder =>
  ({ at, random }) => ({
    invoice_number: invoiceNumber,
    order_id: order.id,
    customer_id: order.customer.id,
    total: amountOf(order),
    due_on: day(at + 14 * 86_400_000),
    ...(random.chance(0.8)
      ? {
          sent_by: random.weighted([
            ['email', 8],
            ['account', 3],
            ['post', 1],
          ] as const),
        }
      : {}),
  })

export const invoicePaid =
  (order: Order, invoiceNumber: string): Builder =>
  ({ at }) => ({
    invoice_number: invoiceNumber,
    order_id: order.id,
    payment_id: order.paymentId,
    paid_at: instant(at),
  })
