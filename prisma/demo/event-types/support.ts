import { adding, domainEvent } from '../event-type-notation'
import { customerId, orderId, ticketId } from '../fields'
import { choice, money, record, sensitive, text, whole } from '../schema-notation'

const ticketEscalated = domainEvent('TicketEscalated', {
  owner: 'customer-care',
  domain: 'support',
  description: 'A ticket waited too long or is too hard: a team lead has it now, and the clock is louder.',
  producers: ['support-desk'],
  consumers: { 'campaign-mailer': ['/ticket_id'], 'data-lake': ['/ticket_id', '/level'] },
  versions: [
    [
      '1.0.0',
      400,
      'First version.',
      record({
        ticket_id: ticketId,
        customer_id: customerId,
        level: { type: 'string', enum: ['lead'], description: 'Who has it now' },
        waited_minutes: whole('Minutes the customer waited', 265, { minimum: 0 }),
      }),
    ],
    [
      '1.1.0',
      245,
      'The one level is spelled as a constant; no event changes.',
      adding({ level: { const: 'lead', description: 'Who has it now' } }),
    ],
    ['2.0.0', 58, 'A second level.', adding({ level: choice('Who has it now', ['lead', 'legal']) })],
  ],
})

const ticketResolved = domainEvent('TicketResolved', {
  owner: 'customer-care',
  domain: 'support',
  description: 'A ticket was answered to the end. The customer is asked how it was.',
  producers: ['support-desk'],
  consumers: { 'campaign-mailer': ['/ticket_id', '/customer_id'] },
  versions: [
    [
      '1.0.0',
      398,
      'First version.',
      record({
        ticket_id: ticketId,
        customer_id: customerId,
        outcome: choice('How it ended', ['answered', 'refunded', 'replaced', 'withdrawn']),
        minutes: whole('Minutes from first to last message', 190, { minimum: 0 }),
      }),
    ],
  ],
})

const refundApproved = domainEvent('RefundApproved', {
  owner: 'customer-care',
  domain: 'support',
  description: 'A person decided that a customer gets money back. The gateway does the rest.',
  producers: ['support-desk'],
  consumers: { 'payment-gateway': ['/order_id', '/amount'] },
  versions: [
    [
      '1.0.0',
      396,
      'First version.',
      record({
        ticket_id: ticketId,
        order_id: orderId,
        amount: money('To give back', '25.00'),
        approved_by: sensitive(text('Who decided', 'lotte', { maxLength: 40 })),
      }),
    ],
  ],
})

export const support = [ticketEscalated, ticketResolved, refundApproved]
