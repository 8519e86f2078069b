import type { Client } from 'pg'
import { get, getJson, postBody, times } from './client'
import { chainOf } from './company'

/** Stored events that chains are looked up by. */
const KNOWN = 20_000
const WORDS = [
  'cart crea',
  'order paid',
  'ship',
  'step reached',
  'custmer',
  'voucher expired',
  'kind 77',
  'refund',
]

/** Milliseconds of each request. */
export interface Reading {
  /** A chain of 12 events by the id of one. */
  twelve: number[]
  /** From a business key to the chain of the first event that carries it: two requests. */
  byKey: number[]
  /** A chain of 5,000 events. */
  wide: number[]
  search: number[]
}

/** Reads from a server whose catalog and events are those of `fillCatalog` and `chainOf`. */
export async function read(origin: string, client: Client): Promise<Reading> {
  const known = await someEvents(client, KNOWN)
  const large = chainOf(5_000, Date.now())
  await postBody(origin, `[${large.texts.join(',')}]`)
  const chainTo = (id: string) => get(origin, `/events/${id}/chain`)
  const byKey = async (key: string) => {
    const { items } = await getJson<{ items: { event_id: string }[] }>(origin, `/events?key=${key}&limit=1`)
    await chainTo(items[0]!.event_id)
  }
  await times(50, () => chainTo(pick(known).id))
  await times(20, () => byKey(pick(known).order))
  await get(origin, '/event-types?q=warm')
  return {
    twelve: await times(400, () => chainTo(pick(known).id)),
    byKey: await times(100, () => byKey(pick(known).order)),
    wide: await times(20, () => chainTo(large.ids[2_500]!)),
    search: await times(200, (i) =>
      get(origin, `/event-types?q=${encodeURIComponent(WORDS[i % WORDS.length]!)}&limit=50`),
    ),
  }
}

interface KnownEvent {
  id: string
  /** Its business key. */
  order: string
}

/** Events stored earlier, some from every day. */
async function someEvents(client: Client, most: number): Promise<KnownEvent[]> {
  const { rows } = await client.query<KnownEvent>(
    `SELECT event_id AS id, data->>'order_id' AS "order"
     FROM events.event TABLESAMPLE SYSTEM (1) ORDER BY random() LIMIT $1`,
    [most],
  )
  return rows
}

function pick<T>(items: readonly T[]): T {
  return items[Math.floor(Math.random() * items.length)]!
}
