import { afterAll, describe, expect, test } from 'vitest'
import { receiveMessages } from '@/lib/server/ingest/receive-messages'
import { Receiver } from '@/lib/server/ingest/receiver'
import { envelope, sender } from '@/lib/server/ingest/testing/received'
import { seeded, shuffle } from '@/lib/server/ingest/testing/seeded'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { recountFlows } from './recount-flows'

const BASE = Date.parse('2026-08-06T09:00:00Z')
const DAY = 86_400_000

interface Planned {
  id: string
  parent: string | null
  type: string
  version: string
  producer: string
  at: number
  /** Of an import: when it was received. */
  receivedAt: number
}

/** A forest of several types, versions and producers with lost parents, self-parents, a cycle and clocks that disagree. */
function planned(seed: number, size: number): Planned[] {
  const random = seeded(seed)
  const pick = (...texts: string[]) => texts[Math.floor(random() * texts.length)]!
  const events = Array.from({ length: size }, (_, i): Planned => {
    const roll = random()
    const earlier = `r${seed}-${Math.floor(random() * i)}`
    return {
      id: `r${seed}-${i}`,
      parent:
        roll < 0.1 ? null : roll < 0.15 ? `gone-${seed}-${i % 7}` : roll < 0.17 ? `r${seed}-${i}` : earlier,
      type: pick('OrderPlaced', 'OrderPaid', 'ParcelShipped'),
      version: pick('1.0.0', '2.0.0'),
      producer: pick('shop', 'billing', ''),
      at: BASE + Math.round(Math.exp(random() * 18)) - 500,
      receivedAt: BASE + Math.floor(random() * 6) * DAY,
    }
  })
  events[0]!.parent = `r${seed}-${size - 1}`
  return events
}

/** The edge counts of somebody who sees everything at once: `from version > to by producer, bucket: count`. */
function countEdges(events: readonly Planned[]): string[] {
  const byId = new Map(events.map((one) => [one.id, one]))
  const counts = new Map<string, number>()
  for (const child of events) {
    const parent = byId.get(child.parent ?? '')
    if (!parent || parent === child) continue
    const delay = child.at - parent.at
    const bucket = delay <= 1 ? 0 : Math.min(Math.floor(2 * Math.log2(delay)) + 1, 200)
    const key = `${parent.type} ${parent.version} > ${child.type} by ${child.producer}, ${bucket}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, count]) => `${key}: ${count}`).sort()
}

async function storedEdges(): Promise<string[]> {
  const { rows } = await pool().query<{ line: string }>(`
    SELECT f.name || ' ' || v.label || ' > ' || t.name || ' by ' || c.to_producer || ', ' || c.delay || ': ' ||
      sum(c.count) AS line
    FROM events.edge_count c JOIN events.type f ON f.id = c.from_type_id JOIN events.type t ON t.id = c.to_type_id
    JOIN events.version v ON v.id = c.from_version_id
    GROUP BY f.name, v.label, t.name, c.to_producer, c.delay`)
  return rows.map(({ line }) => line).sort()
}

/** Stored events that are not found once each by the id of their chain. */
async function lostToTheirChain(): Promise<string[]> {
  const { rows } = await pool().query<{ event_id: string }>(`
    SELECT e.event_id FROM events.event e
    WHERE (SELECT count(*) FROM events.chain_events(ARRAY[e.chain_id], NULL) f WHERE f.event_id = e.event_id) <> 1`)
  return rows.map(({ event_id }) => event_id)
}

const sound = {
  events: { corrected: 0 },
  days: { corrected: 0 },
  edges: { corrected: 0 },
  chains: { corrected: 0 },
}

describe('the running count', () => {
  useTestDatabase()
  const receivers: Receiver[] = []
  afterAll(() => Promise.all(receivers.map((receiver) => receiver.close())))
  const sent: Planned[] = []

  test.each([
    [4, 1, false],
    [8, 2, true],
  ])(
    'equals a full recount and an oracle: %i writers, seed %i, any order, duplicates, recounts in between; imported: %s',
    async (writers, seed, imported) => {
      const events = planned(seed, 500)
      sent.push(...events)
      const random = seeded(seed)
      while (receivers.length < writers)
        receivers.push(new Receiver({ connectionString: process.env.DATABASE_URL! }))
      let writing = true
      const work = Promise.all(
        receivers.slice(0, writers).map(async (receiver, writer) => {
          const mine = shuffle(
            events.filter((_, i) => i % writers === writer || random() < 0.2),
            random,
          )
          for (let start = 0; start < mine.length; start += 17)
            await receiveMessages(
              receiver,
              mine.slice(start, start + 17).map((one) => toMessage(one, imported)),
              imported,
            )
        }),
      ).finally(() => (writing = false))
      // Events and their counts are committed together: somebody who recounts in between finds nothing to correct.
      while (writing) expect(await recountFlows(sender)).toMatchObject(sound)
      await work
      await receivers[0]!.maintain()
      expect(await storedEdges()).toEqual(countEdges(sent))
      expect(await recountFlows(sender)).toMatchObject(sound)
      expect(await lostToTheirChain()).toEqual([])
    },
  )

  test('is put right where it was wrong, and what retention took is left as it was', async () => {
    const right = await storedEdges()
    await pool().query('DELETE FROM events.edge_count WHERE delay > 20')
    await pool().query('UPDATE events.edge_count SET count = count + 3 WHERE delay < 10')
    await pool().query(
      'UPDATE events.hourly_count SET count = count * 2, last_received_at = last_received_at - interval $$1 day$$',
    )
    await pool().query(`INSERT INTO events.daily_count SELECT day, type_id + 1000, 5 FROM events.daily_count`)
    await pool().query('DELETE FROM events.chain_day')
    expect(await lostToTheirChain()).not.toEqual([])
    const done = await recountFlows(sender)
    for (const table of [done.events, done.days, done.edges, done.chains])
      expect(table.corrected).toBeGreaterThan(0)
    expect(await lostToTheirChain()).toEqual([])
    expect(await storedEdges()).toEqual(right)
    expect(await recountFlows(sender)).toMatchObject(sound)
    const { rows } = await pool().query('SELECT sum(count)::int AS events FROM events.hourly_count')
    expect(rows).toEqual([{ events: sent.length }])

    // A ledger row without its event is what retention leaves behind.
    await pool()
      .query(`INSERT INTO events.event_key SELECT 'dropped', 'dropped', received_at - interval '9 days',
      created_at, type_id, version_id, content_hash FROM events.event_key LIMIT 1`)
    await pool().query(`UPDATE events.edge_count SET hour = hour - interval '9 days' WHERE delay > 25`)
    const before = await storedEdges()
    const { since } = await recountFlows(sender)
    expect(Date.parse(since)).toBeGreaterThan(Date.now() - 10 * 86_400_000)
    const after = await storedEdges()
    expect(after).not.toEqual(right)
    expect(after.length).toBeGreaterThanOrEqual(before.length)
  })

  function toMessage({ id, parent, type, version, producer, at, receivedAt }: Planned, imported: boolean) {
    const created = new Date(at).toISOString()
    const meta = producer === '' ? {} : { producer }
    const event = envelope({ id, parent, type, version, created, meta })
    return {
      text: JSON.stringify(imported ? { ...event, received_at: new Date(receivedAt).toISOString() } : event),
    }
  }
})

describe('what came before its cause', () => {
  useTestDatabase()

  test('stays counted where retention took it', async () => {
    const receiver = new Receiver({ connectionString: process.env.DATABASE_URL! })
    const told = (id: string, parent: string | null, day: string) => {
      const at = `2025-09-${day}T23:59:59Z`
      return { text: JSON.stringify({ ...envelope({ id, parent, created: at }), received_at: at }) }
    }
    // Before its parent was known, and imported with an earlier time of receipt than its parent's.
    await receiveMessages(receiver, [told('child', 'parent', '01')], true)
    await receiveMessages(receiver, [told('root', null, '02'), told('parent', 'root', '02')], true)
    await receiveMessages(receiver, [told('late', 'parent', '01')], true)
    await receiver.maintain()
    await receiver.close()
    expect(await recountFlows(sender)).toMatchObject(sound)
    const before = await storedEdges()
    expect(before).toEqual(['OrderPlaced 1.0.0 > OrderPlaced by , 0: 3'])
    await pool().query(`SELECT events.drop_oldest_day('2025-09-02')`)
    expect(await recountFlows(sender)).toMatchObject({ ...sound, since: '2025-09-02T00:00:00Z' })
    expect(await storedEdges()).toEqual(before)
    // What is too low is put right all the same.
    await pool().query('UPDATE events.edge_count SET count = 0')
    expect((await recountFlows(sender)).edges.corrected).toBe(1)
    expect(await storedEdges()).toEqual(['OrderPlaced 1.0.0 > OrderPlaced by , 0: 1'])
  })
})
