import type { Builder } from '../simulation'
import type { Customer } from '../world'
import type { Order } from './order-data'
import { money } from './values'

export interface Ticket {
  readonly id: string
  readonly customer: Customer
  readonly order: Order | null
  readonly topic: string
  status: 'open' | 'waiting' | 'resolved'
  priority: number
  assignee: string | null
  messages: number
  readonly openedAt: number
}

export const ticketState =
  (ticket: Ticket): Builder =>
  () => ({
    ticket_id: ticket.id,
    customer_id: ticket.customer.id,
    ...(ticket.order ? { order_id: ticket.order.id } : {}),
    topic: ticket.topic,
    status: ticket.status,
    priority: ticket.priority,
    assignee: ticket.assignee,
    messages: ticket.messages,
  })

export const ticketEscalated =
  (ticket: Ticket): Builder =>
  ({ at, since, random }) => ({
    ticket_id: ticket.id,
    customer_id: ticket.customer.id,
    level: since('2.0.0') && random.chance(0.15) ? 'legal' : 'lead',
    waited_minutes: Math.floor((at - ticket.openedAt) / 60_000),
  })

export const ticketResolved =
  (ticket: Ticket, outcome: string): Builder =>
  ({ at }) => ({
    ticket_id: ticket.id,
    customer_id: ticket.customer.id,
    outcome,
    minutes: Math.floor((at - ticket.openedAt) / 60_000),
  })

export const refundApproved =
  (ticket: Ticket, order: Order, cents: number): Builder =>
  () => ({
    ticket_id: ticket.id,
    order_id: order.id,
    amount: money(cents, order.customer.home),
    approved_by: ticket.assignee ?? 'lotte',
  })
