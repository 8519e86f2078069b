import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'

/** Types in the catalog; only the first `FLOW` of them are ever sent. */
const TYPES = 10_000
const FLOW = 12
const VERBS = [
  'Created',
  'Updated',
  'Deleted',
  'Placed',
  'Shipped',
  'Paid',
  'Expired',
  'Filled',
  'Declined',
  'Returned',
]
const NOUNS = [
  'Order',
  'Card',
  'Cart',
  'Parcel',
  'Payment',
  'Invoice',
  'Report',
  'Customer',
  'Shelf',
  'Refund',
  'Voucher',
]

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['order_id', 'lines'],
  properties: {
    order_id: { type: 'string', maxLength: 50, pattern: '^o-[0-9a-z-]+$' },
    customer_id: { type: 'integer', minimum: 0 },
    placed_at: { type: 'string', format: 'date-time' },
    note: { type: 'string', maxLength: 500 },
    lines: {
      type: 'array',
      items: {
        type: 'object',
        required: ['sku', 'quantity'],
        properties: {
          sku: { type: 'string' },
          quantity: { type: 'integer', minimum: 1 },
          price: { type: 'number' },
        },
      },
    },
  },
}

/** Writes 10,000 types into the catalog by SQL, twelve of them with a published version. */
export async function fillCatalog(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO event_type (name, kind, description, updated_at)
     SELECT noun[1 + i % 11] || part[1 + (i / 11) % 37] || i || verb[1 + i % 10], 'domain',
       'What happened when a ' || lower(noun[1 + i % 11]) || ' of kind ' || i || ' was ' || lower(verb[1 + i % 10]), now()
     FROM generate_series(1, $1) i,
       (SELECT $2::text[] AS noun, $3::text[] AS verb,
         ARRAY(SELECT initcap(substr(md5(n::text), 1, 6)) FROM generate_series(1, 37) n) AS part) words`,
    [TYPES - FLOW, NOUNS, VERBS],
  )
  for (let step = 0; step < FLOW; step++) {
    await client.query(`INSERT INTO event_type (name, kind, updated_at) VALUES ($1, 'domain', now())`, [
      typeOf(step),
    ])
    await client.query(
      `INSERT INTO schema_version (id, event_type_id, label, ordinal, schema, content_hash)
       SELECT $1, id, '1.0.0', 1, $2, $1 FROM event_type WHERE name = $3`,
      [randomUUID(), JSON.stringify(schema), typeOf(step)],
    )
  }
}

export function typeOf(step: number): string {
  return `Bench${NOUNS[step % NOUNS.length]}Step${step}Reached`
}

/** Time-ordered, as most producers make them (RFC 9562, version 7). */
function uuidV7(ms: number): string {
  const time = Math.floor(ms).toString(16).padStart(12, '0')
  const rest = randomUUID().slice(15)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest}`
}

/** The envelopes of one chain, first cause first, each about 1 KB. @param received only for imports */
export function chainOf(
  length: number,
  createdMs: number,
  received?: number,
): { ids: string[]; texts: string[] } {
  const order = `o-${randomUUID()}`
  const trace = randomUUID().replaceAll('-', '')
  const ids: string[] = []
  const texts: string[] = []
  for (let step = 0; step < length; step++) {
    const id = uuidV7(createdMs + step)
    // A line of twelve, and beyond that a tree as wide as deep.
    const parent = step === 0 ? undefined : ids[step < FLOW ? step - 1 : Math.floor(step / 3)]
    ids.push(id)
    texts.push(
      JSON.stringify({
        data: {
          order_id: order,
          customer_id: step * 7919,
          placed_at: new Date(createdMs).toISOString(),
          note: 'A note as long as people write them, about the parcel, the shelf and the weather. '.repeat(
            3,
          ),
          lines: [1, 2, 3, 4, 5].map((n) => ({ sku: `SKU-${n * 1013}`, quantity: n, price: n * 9.95 })),
        },
        meta: {
          created_at: new Date(createdMs + step * 1_000).toISOString(),
          schema: { name: typeOf(step % FLOW), version: '1.0.0' },
          event_id: id,
          ...(parent === undefined ? {} : { parent_event_id: parent }),
          trace_id: trace,
          owner_id: 'bench',
          producer: `service-${step % FLOW}`,
        },
        ...(received === undefined ? {} : { received_at: new Date(received).toISOString() }),
      }),
    )
  }
  return { ids, texts }
}
