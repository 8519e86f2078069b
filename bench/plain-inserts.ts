import { Client } from 'pg'
import { chainOf } from './company'
import { BATCH, CHAIN, CLIENTS } from './receiving'

/**
 * Plain inserts: the same texts, `unnest` into one table with a key, from as many connections and in batches of the same
 * size. What receiving costs beyond it is what it does beyond it, on whatever machine.
 */
export interface PlainInserts {
  /** Inserts so many rows. @returns rows a second */
  insert: (total: number) => Promise<number>
  close: () => Promise<void>
}

export async function openPlainInserts(url: string): Promise<PlainInserts> {
  const clients = Array.from({ length: CLIENTS }, () => new Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  const [first] = clients
  await first!.query('CREATE TABLE plain_event (event_id text PRIMARY KEY, data json NOT NULL)')
  return {
    insert: (total) => insert(clients, total),
    close: async () => {
      await first!.query('DROP TABLE plain_event')
      await Promise.all(clients.map((client) => client.end()))
    },
  }
}

async function insert(clients: readonly Client[], total: number): Promise<number> {
  const batches = Array.from({ length: total / BATCH }, () => {
    const ids: string[] = []
    const texts: string[] = []
    while (ids.length < BATCH) {
      const chain = chainOf(CHAIN, Date.now())
      ids.push(...chain.ids)
      texts.push(...chain.texts)
    }
    return [ids.slice(0, BATCH), texts.slice(0, BATCH)]
  })
  const started = performance.now()
  await Promise.all(
    clients.map(async (client) => {
      for (let next = batches.pop(); next !== undefined; next = batches.pop())
        await client.query({
          name: 'plain',
          text: 'INSERT INTO plain_event SELECT * FROM unnest($1::text[], $2::json[]) ON CONFLICT DO NOTHING',
          values: next,
        })
    }),
  )
  return total / ((performance.now() - started) / 1000)
}
