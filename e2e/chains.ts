import type { JsonObject } from '@/lib/domain/json/json'

/** Ids that make trouble in an address. */
export const AWKWARD_ID = 'awkward/50%?id=#é'

/** The key of the one customer there is before any story. */
export const CUSTOMER = 'cus_1'

/** When the stories' events were created: an hour ago, so that they lie in every usual period. */
const start = Date.now() - 3_600_000

interface Told {
  id: string
  type: string
  version?: string
  parent?: string
  after: number
  data: JsonObject
  producer?: string
  trace?: string
}

/** One order with a missing parent, a clock that disagrees, a broken payload and a repeated delivery. */
const told: Told[] = [
  {
    id: 'order-1',
    type: 'CardExpired',
    version: '1.2.0',
    after: 0,
    producer: 'card-lifecycle',
    trace: 'trace-1',
    data: { card_id: 'card_4711', customer_id: CUSTOMER, expired_on: '2026-08-06' },
  },
  {
    id: 'order-2',
    type: 'ReminderWasSent',
    parent: 'order-1',
    after: 4_000,
    trace: 'trace-1',
    data: { card_id: 'card_4711' },
  },
  {
    id: 'order-3',
    type: 'CardExpired',
    version: '1.2.0',
    parent: 'order-1',
    after: -2_100,
    trace: 'trace-1',
    data: { card_id: 17 },
  },
  {
    id: 'order-4',
    type: 'CardActivated',
    parent: 'never-received',
    after: 9_000,
    trace: 'trace-1',
    data: { card_id: 'card_4711' },
  },
  // A chain of its own.
  {
    id: 'customer-1',
    type: 'CustomerCreated',
    after: -60_000,
    data: { customer_id: CUSTOMER, name: 'Ada', tier: 'oak' },
  },
  { id: AWKWARD_ID, type: 'CardActivated', parent: 'order-2', after: 12_000, data: { card_id: 'card_4711' } },
]

export function chains(): JsonObject[] {
  const envelopes = told.map(({ id, type, version, parent, after, data, producer, trace }) => ({
    data,
    meta: {
      event_id: id,
      created_at: new Date(start + after).toISOString(),
      schema: { name: type, version: version ?? '1.0.0' },
      ...(parent === undefined ? {} : { parent_event_id: parent }),
      ...(producer === undefined ? {} : { producer }),
      ...(trace === undefined ? {} : { trace_id: trace }),
    },
  }))
  return [...envelopes, envelopes[0]!]
}
