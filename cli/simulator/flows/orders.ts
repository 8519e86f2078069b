import {
  cartAbandoned,
  cartState,
  couponRedeemed,
  fraudCheck,
  orderCancelled,
  orderPlaced,
  type Cart,
  type Order,
} from '../data/order-data'
import { stockItemState } from '../data/entity-states'
import { stockRanOut, stockReserved } from '../data/warehouse-data'
import { instant } from '../data/values'
import { hours, minutes, seconds } from '../delays'
import type { Happened, Simulation } from '../simulation'
import { payOrder } from './payments'
import { replenish } from './supply'
import { openTicket } from './tickets'

/** A customer fills a cart; it becomes an order, or is forgotten. */
export function fillCart(sim: Simulation): void {
  const { random, world } = sim
  const customer = random.pick(world.customers)
  const cart: Cart = { id: `cart_${random.code(8)}`, customer, lines: [], coupon: null, touchedAt: sim.now }
  const addLine = () => {
    // Popular articles come first: squaring leans towards them.
    const product = world.products[Math.floor(random.unit() ** 2 * world.products.length)]!
    if (!cart.lines.some((line) => line.product === product))
      cart.lines.push({
        product,
        quantity: random.weighted([
          [1, 7],
          [2, 3],
          [4, 1],
          [12, 0.1],
        ] as const),
      })
    cart.touchedAt = sim.now
  }
  addLine()
  const change = (last: Happened, left: number): void => {
    if (left === 0) return leave(sim, cart, last)
    sim.after(minutes(1.5, 12), () => {
      addLine()
      if (left === 1 && random.chance(0.12)) cart.coupon = random.pick(['SPRING10', 'WELCOME', 'OAKWEEK'])
      change(sim.emit('CartUpdated', cartState(cart), last), left - 1)
    })
  }
  change(
    sim.emit('CartCreated', cartState(cart)),
    random.weighted([
      [0, 4],
      [1, 4],
      [2, 2],
      [3, 1],
      [9, 0.15],
    ] as const),
  )
}

function leave(sim: Simulation, cart: Cart, last: Happened): void {
  if (sim.random.chance(0.76)) return sim.after(minutes(3, 20), () => placeOrder(sim, cart, last))
  sim.follow(last, 'CartAbandoned', minutes(31, 40), cartAbandoned(cart), (abandoned) => {
    const reminder = ({ at }: { at: number }) => ({
      customer_id: cart.customer.id,
      cart_id: cart.id,
      not_before: instant(at + 7_200_000),
    })
    if (sim.random.chance(0.5)) sim.follow(abandoned, 'SendReminder', seconds(20, 90), reminder)
    sim.follow(abandoned, 'CartDeleted', hours(30 * 24, 30.5 * 24), cartState(cart, { reason: 'outdated' }))
  })
}

function placeOrder(sim: Simulation, cart: Cart, last: Happened): void {
  const { random, world } = sim
  const card = cart.customer.cards.find(({ status }) => status === 'active') ?? null
  const order: Order = {
    id: String(world.next('order', sim.now, 100)),
    cart,
    customer: cart.customer,
    channel: random.weighted([
      ['web', 6],
      ['app', 4],
      ['phone', 0.5],
      ['marketplace', 1],
    ] as const),
    provider:
      card && random.chance(0.6)
        ? 'own-card'
        : random.weighted([
            ['adyra', 5],
            ['bankgate', 3],
            ['swiftly', 2],
          ] as const),
    card,
    paymentId: `pay_${random.code(8)}`,
    attempt: 1,
  }
  const placed = sim.emit('OrderPlaced', orderPlaced(order), last)
  sim.follow(placed, 'CartDeleted', seconds(2, 8), cartState(cart, { reason: 'ordered' }))
  if (cart.coupon !== null) sim.follow(placed, 'CouponRedeemedEvent', seconds(1, 4), couponRedeemed(order))
  reserveStock(sim, order, placed)
  if (random.chance(0.97)) {
    sim.follow(placed, 'FraudCheckPassed', seconds(2, 9), fraudCheck(order, true), (passed) =>
      payOrder(sim, order, passed),
    )
  } else {
    sim.follow(placed, 'FraudCheckFailed', seconds(3, 15), fraudCheck(order, false), (failed) => {
      openTicket(sim, failed, order.customer, 'payment', order)
      if (random.chance(0.6))
        sim.follow(failed, 'OrderCancelled', hours(2, 9), orderCancelled(order, 'fraud-suspected'))
    })
  }
}

function reserveStock(sim: Simulation, order: Order, placed: Happened): void {
  const { warehouse } = order.customer.home
  const missing = order.cart.lines.find(({ product, quantity }) => {
    const item = sim.world.stockOf(product, warehouse)
    return !item || item.onHand - item.reserved < quantity
  })
  if (missing) {
    sim.follow(placed, 'StockRanOut', seconds(2, 6), stockRanOut(order, missing), (ranOut) =>
      sim.follow(ranOut, 'OrderCancelled', minutes(20, 300), orderCancelled(order, 'out-of-stock')),
    )
    return
  }
  sim.follow(placed, 'StockReserved', seconds(2, 6), stockReserved(order), (reserved) => {
    for (const { product, quantity } of order.cart.lines) {
      const item = sim.world.stockOf(product, warehouse)
      if (!item) continue
      item.reserved += Math.min(quantity, item.onHand - item.reserved)
      sim.follow(reserved, 'StockItemUpdated', seconds(1, 3), stockItemState(item), (updated) =>
        replenish(sim, item, updated),
      )
    }
  })
}
