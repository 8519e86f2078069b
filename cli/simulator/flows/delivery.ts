import { paymentRefunded } from '../data/payment-data'
import { worth, type Order } from '../data/order-data'
import { stockItemState } from '../data/entity-states'
import {
  carrierNotified,
  labelPrinted,
  orderShipped,
  parcelDelivered,
  parcelHandedOver,
  parcelLost,
  returnAnnounced,
  returnReceived,
  type Parcel,
  type Return,
} from '../data/shipping-data'
import { days, hours, minutes, seconds } from '../delays'
import type { Happened, Simulation } from '../simulation'
import { earnPoints } from './loyalty'
import { openTicket } from './tickets'

/** A parcel from the label to the door, and sometimes back. */
export function shipParcel(sim: Simulation, parcel: Parcel, packed: Happened): void {
  sim.follow(packed, 'LabelPrinted', seconds(25, 120), labelPrinted(parcel), (printed) => {
    sim.follow(printed, 'CarrierNotified', seconds(3, 20), carrierNotified(parcel), (notified) => {
      sim.follow(notified, 'ParcelHandedOver', hours(4, 15), parcelHandedOver(parcel), (handedOver) => {
        // Half of the old listeners have moved on.
        if (sim.random.chance(0.5))
          sim.follow(handedOver, 'OrderShipped', seconds(2, 10), orderShipped(parcel))
        carry(sim, parcel, handedOver)
      })
    })
  })
}

function carry(sim: Simulation, parcel: Parcel, handedOver: Happened): void {
  const { order } = parcel
  if (sim.random.chance(0.008)) {
    sim.follow(handedOver, 'ParcelLost', days(5, 9), parcelLost(parcel), (lost) =>
      openTicket(sim, lost, order.customer, 'delivery', order),
    )
    return
  }
  sim.follow(handedOver, 'ParcelDelivered', hours(30, 80), parcelDelivered(parcel), (delivered) => {
    earnPoints(sim, order.customer, Math.round(worth(order.cart) / 100), 'order', delivered)
    if (sim.random.chance(0.09)) review(sim, order, delivered)
    if (sim.random.chance(0.08)) sendBack(sim, order, delivered)
  })
}

function review(sim: Simulation, { cart, customer }: Order, delivered: Happened): void {
  const { random } = sim
  const { sku } = random.pick(cart.lines).product
  const words = [
    'Sturdy, and the colour is as shown.',
    'One leg was loose; mended it.',
    'Schöner als gedacht!',
    'Mindre än jag trodde.',
  ]
  sim.follow(delivered, 'ReviewSubmitted', days(3, 9), () => ({
    review_id: `rev_${random.code(8)}`,
    sku,
    customer_id: customer.id,
    stars: random.weighted([
      [5, 5],
      [4, 4],
      [3, 2],
      [2, 1],
      [1, 1],
    ] as const),
    ...(random.chance(0.7) ? { text: random.pick(words) } : {}),
  }))
}

function sendBack(sim: Simulation, order: Order, delivered: Happened): void {
  const lines = sim.random.chance(0.6) ? order.cart.lines : order.cart.lines.slice(0, 1)
  const cents = lines.reduce((sum, { product, quantity }) => sum + product.cents * quantity, 0)
  sim.after(days(2, 8), () => {
    const back: Return = {
      id: `RET-${sim.world.next('return', sim.now, 10_000)}`,
      order,
      lines,
      announcedAt: sim.now,
    }
    const announced = sim.emit('ReturnAnnounced', returnAnnounced(back), delivered, false)
    sim.follow(announced, 'ReturnReceived', days(4, 9), returnReceived(back, cents), (received) => {
      sim.follow(received, 'PaymentRefunded', minutes(8, 60), paymentRefunded(order, cents, 'return'))
      for (const { product, quantity } of lines) {
        const item = sim.world.stockOf(product, order.customer.home.warehouse)
        if (!item) continue
        item.onHand += quantity
        sim.follow(received, 'StockItemUpdated', seconds(2, 9), stockItemState(item))
      }
    })
  })
}
