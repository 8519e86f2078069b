import type { Order } from '../data/order-data'
import { paymentRefunded } from '../data/payment-data'
import {
  refundApproved,
  ticketEscalated,
  ticketResolved,
  ticketState,
  type Ticket,
} from '../data/support-data'
import { days, hours, minutes, seconds } from '../delays'
import type { Happened, Simulation } from '../simulation'
import type { Customer } from '../world'

const agents = ['lotte', 'emre', 'signe', 'paul']

/** A customer asks for no reason that we know of. */
export function askQuestion(sim: Simulation): void {
  const topic = sim.random.pick(['product', 'account', 'other'])
  openTicket(sim, null, sim.random.pick(sim.world.customers), topic, null)
}

/** A ticket from its first message to its answer; where money is owed, it goes back. */
export function openTicket(
  sim: Simulation,
  cause: Happened | null,
  customer: Customer,
  topic: string,
  order: Order | null,
): void {
  const open = () => {
    const { random } = sim
    const ticket: Ticket = {
      id: `T-${sim.world.next('ticket', sim.now, 10_000)}`,
      customer,
      order,
      topic,
      status: 'open',
      priority: random.whole(1, 5),
      assignee: null,
      messages: 1,
      openedAt: sim.now,
    }
    const created = sim.emit('TicketCreated', ticketState(ticket), cause)
    sim.after(minutes(35, 400), () => {
      ticket.assignee = random.pick(agents)
      ticket.status = 'waiting'
      ticket.messages++
      answer(sim, ticket, sim.emit('TicketUpdated', ticketState(ticket), created))
    })
  }
  if (cause) sim.after(minutes(10, 200), open)
  else open()
}

function answer(sim: Simulation, ticket: Ticket, updated: Happened): void {
  const { random } = sim
  if (random.chance(0.04)) {
    sim.follow(updated, 'TicketDeleted', days(1, 3), ticketState(ticket))
  } else if (random.chance(0.15)) {
    sim.follow(updated, 'TicketEscalated', hours(8, 30), ticketEscalated(ticket), (escalated) => {
      ticket.priority = 1
      resolve(sim, ticket, sim.emit('TicketUpdated', ticketState(ticket), escalated))
    })
  } else {
    resolve(sim, ticket, updated)
  }
}

function resolve(sim: Simulation, ticket: Ticket, last: Happened): void {
  const { order } = ticket
  const owed = order && (ticket.topic === 'delivery' || sim.random.chance(0.3)) ? order : null
  const outcome = owed
    ? 'refunded'
    : sim.random.weighted([
        ['answered', 8],
        ['replaced', 1],
        ['withdrawn', 1],
      ] as const)
  if (owed) {
    const cents = sim.random.whole(500, 9000)
    sim.follow(last, 'RefundApproved', hours(3, 20), refundApproved(ticket, owed, cents), (approved) =>
      sim.follow(
        approved,
        'PaymentRefunded',
        minutes(3, 30),
        paymentRefunded(owed, cents, ticket.topic === 'delivery' ? 'lost-parcel' : 'goodwill'),
      ),
    )
  }
  sim.follow(last, 'TicketResolved', hours(5, 40), ticketResolved(ticket, outcome), (resolved) => {
    ticket.status = 'resolved'
    sim.follow(resolved, 'TicketUpdated', seconds(1, 4), ticketState(ticket))
  })
}
