import { orderCancelled, orderConfirmed, type Order } from '../data/order-data'
import {
  chargebackReceived,
  invoicePaid,
  invoiceSent,
  paymentAuthorised,
  paymentCaptured,
  paymentDeclined,
} from '../data/payment-data'
import { days, hours, minutes, seconds } from '../delays'
import type { Happened, Simulation } from '../simulation'
import { pickOrder } from './fulfilment'
import { openTicket } from './tickets'

/** Money for an order: set aside, then captured; declined at most three times. */
export function payOrder(sim: Simulation, order: Order, cause: Happened): void {
  if (sim.random.chance(order.attempt === 1 ? 0.93 : 0.7)) {
    sim.follow(cause, 'PaymentAuthorised', seconds(6, 25), paymentAuthorised(order), (authorised) =>
      capture(sim, order, authorised),
    )
    return
  }
  sim.follow(cause, 'PaymentDeclined', seconds(5, 20), paymentDeclined(order), (declined) => {
    if (order.attempt < 3 && sim.random.chance(0.7)) {
      sim.after(minutes(2, 15), () => {
        order.attempt++
        order.paymentId = `pay_${sim.random.code(8)}`
        payOrder(sim, order, declined)
      })
    } else {
      const reason = sim.random.chance(0.8) ? 'payment-declined' : 'payment-timeout'
      sim.follow(declined, 'OrderCancelled', minutes(30, 240), orderCancelled(order, reason))
    }
  })
}

function capture(sim: Simulation, order: Order, authorised: Happened): void {
  sim.follow(authorised, 'PaymentCaptured', seconds(1.2, 45), paymentCaptured(order), (captured) => {
    sim.follow(captured, 'OrderConfirmed', seconds(1, 5), orderConfirmed(order), (confirmed) => {
      if (sim.random.chance(0.02)) {
        sim.follow(confirmed, 'OrderCancelled', minutes(12, 90), orderCancelled(order, 'customer-request'))
        return
      }
      sendInvoice(sim, order, confirmed)
      pickOrder(sim, order, confirmed)
    })
    if (sim.random.chance(0.006)) {
      const id = `CB-${sim.world.next('chargeback', sim.now, 1_000)}`
      sim.follow(captured, 'ChargebackReceived', days(6, 20), chargebackReceived(order, id), (received) =>
        openTicket(sim, received, order.customer, 'payment', order),
      )
    }
  })
}

function sendInvoice(sim: Simulation, order: Order, confirmed: Happened): void {
  const { world } = sim
  const serial = String(world.next('invoice', sim.now, 60_000))
    .padStart(7, '0')
    .slice(-7)
  const invoiceNumber = `${new Date(sim.now).getUTCFullYear()}-${serial}`
  sim.follow(confirmed, 'InvoiceSent', minutes(4, 30), invoiceSent(order, invoiceNumber), (sent) =>
    sim.follow(sent, 'InvoicePaid', hours(5, 40), invoicePaid(order, invoiceNumber)),
  )
}
