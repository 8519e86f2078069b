import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { maintenancePool, pool } from '@/lib/server/database/connection'
import { createTestDatabase, useTestDatabase } from '@/lib/server/database/testing/test-database'
import { getChain } from '@/lib/server/services/chain/get-chain'
import { linkEvents } from '@/lib/server/stores/chain-link-store'
import { linksUnderWay } from '@/lib/server/stores/links-under-way'
import { forest, oracle } from './testing/forest'
import { shuffle, seeded } from './testing/seeded'
import { envelope, publish, sender } from './testing/received'
import { receiveMessages } from './receive-messages'
import { Receiver } from './receiver'
import { stageTimes } from './stage-times'

/** `npm run chaos` plays 300. */
const SEEDS = Number(process.env.PASTTENSE_CHAOS_SEEDS ?? 5)
const EVENTS = 400
const KILLS = 3
const plays = Array.from({ length: SEEDS }, (_, index): [number, number] => [index % 2 ? 8 : 4, index + 1])

describe('several writers at once, any order, duplicates, connections killed in between', () => {
  useTestDatabase()
  const receivers: Receiver[] = []
  afterAll(() => Promise.all(receivers.map((receiver) => receiver.close())))

  test.each(plays)('%i writers, seed %i: chains and counts are those of an oracle', async (writers, seed) => {
    const parents = forest(seed, EVENTS)
    const random = seeded(seed)
    const messages = [...parents].map(([id, parent]) => ({
      text: JSON.stringify(envelope({ id, parent, type: `T${seed}` })),
    }))
    while (receivers.length < writers)
      receivers.push(new Receiver({ connectionString: process.env.DATABASE_URL! }))
    const before = await count('SELECT coalesce(sum(count), 0) AS n FROM events.edge_count')
    const statuses: string[] = []
    let isWriting = true
    const killing = killConnections(random, () => isWriting)
    await Promise.all(
      receivers.slice(0, writers).map(async (receiver, writer) => {
        // Every writer has its share, and a good part of its neighbour's.
        const mine = shuffle(
          messages.filter(
            (_, i) => i % writers === writer || (i % writers === (writer + 1) % writers && random() < 0.5),
          ),
          random,
        )
        for (let start = 0; start < mine.length; start += 23) {
          const receipts = await receiveMessages(receiver, mine.slice(start, start + 23), false)
          statuses.push(...receipts.map(({ status }) => status))
        }
      }),
    )
    isWriting = false
    await killing
    expect(statuses.filter((status) => status === 'accepted')).toHaveLength(parents.size)
    expect(new Set(statuses)).toEqual(new Set(['accepted', 'duplicate']))
    await linksUnderWay()
    await receivers[0]!.maintain()

    const { chainOf, linked } = oracle(parents)
    expect((await count('SELECT coalesce(sum(count), 0) AS n FROM events.edge_count')) - before).toBe(
      linked.size,
    )
    expect(await count(`SELECT count(*) AS n FROM events.event WHERE event_id LIKE 'e${seed}-%'`)).toBe(
      parents.size,
    )
    const chains = new Map<string, string[]>()
    for (const id of parents.keys()) chains.set(chainOf(id), [...(chains.get(chainOf(id)) ?? []), id])
    for (const expected of chains.values()) {
      const chain = await getChain(sender, { event_id: expected[0]! })
      expect(chain.members.map(({ event_id }) => event_id).sort()).toEqual(expected.sort())
    }
    // Only one at a time makes stars, and where another receiver is still at it, this one's turn is over at once.
    await vi.waitFor(async () => {
      await receivers[0]!.maintain()
      const stars = await pool().query(
        'SELECT other_id FROM events.chain_alias GROUP BY 1 HAVING count(*) > 1',
      )
      expect(stars.rows).toEqual([])
    }, 10_000)
  })

  /** As a crash of the database does it to those who write: some of their connections, wherever they are. */
  async function killConnections(random: () => number, isWriting: () => boolean): Promise<void> {
    const killer = new Client({ connectionString: process.env.DATABASE_URL })
    await killer.connect()
    for (let kills = 0; kills < KILLS && isWriting(); kills++) {
      await new Promise((resolve) => setTimeout(resolve, 10 + random() * 60))
      await killer.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%events.%' AND random() < 0.5`,
      )
    }
    await killer.end()
  }

  async function count(sql: string): Promise<number> {
    const { rows } = await pool().query<{ n: string }>(sql)
    return Number(rows[0]!.n)
  }
})

describe('what a crash left open', () => {
  useTestDatabase()

  test('is linked and counted by the next sweep, once', async () => {
    const receiver = new Receiver({ connectionString: process.env.DATABASE_URL! })
    const send = (id: string, parent: string | null) =>
      receiveMessages(receiver, [{ text: JSON.stringify(envelope({ id, parent })) }], false)
    await send('child', 'parent')
    await send('grandchild', 'child')
    // As if the process had died between the parent's commit and its link statement.
    await pool()
      .query(`INSERT INTO events.event_key SELECT 'parent', 'root', received_at, created_at, type_id, version_id,
      content_hash FROM events.event_key WHERE event_id = 'child'`)
    await pool()
      .query(`INSERT INTO events.event (created_at, received_at, type_id, version_id, validity, event_id, chain_id, data)
      SELECT created_at, received_at, type_id, version_id, 0, 'parent', 'root', '{}' FROM events.event WHERE event_id = 'child'`)
    await receiver.maintain()
    await receiver.maintain()
    const { rows } = await pool().query('SELECT sum(count)::int AS edges FROM events.edge_count')
    expect(rows).toEqual([{ edges: 2 }])
    const chain = await getChain(sender, { event_id: 'grandchild' })
    expect(chain.members.map(({ event_id }) => event_id)).toEqual(['parent', 'child', 'grandchild'])
    await receiver.close()
  })
})

describe('what a receiver remembers of the ledger', () => {
  useTestDatabase()
  const receivers: Receiver[] = []
  beforeAll(() => {
    receivers.push(...[1, 2].map(() => new Receiver({ connectionString: process.env.DATABASE_URL! })))
  })
  afterAll(() => Promise.all(receivers.map((receiver) => receiver.close())))
  const statusOf = async (receiver: number, message: object) => {
    const receipts = await receiveMessages(receivers[receiver]!, [{ text: JSON.stringify(message) }], false)
    return receipts[0]!.status
  }

  test('lets it store new events, and effects of causes that it stored, without a look', async () => {
    const before = stageTimes().look_up
    expect(await statusOf(0, envelope({ id: 'm-cause' }))).toBe('accepted')
    expect(await statusOf(0, envelope({ id: 'm-effect', parent: 'm-cause' }))).toBe('accepted')
    expect(stageTimes().look_up).toBe(before)
    const { rows } = await pool().query(`SELECT event_id, chain_id FROM events.event_key ORDER BY event_id`)
    expect(rows).toEqual([
      { event_id: 'm-cause', chain_id: 'm-cause' },
      { event_id: 'm-effect', chain_id: 'm-cause' },
    ])
    expect((await pool().query('SELECT sum(count)::int AS n FROM events.edge_count')).rows).toEqual([
      { n: 1 },
    ])
    expect((await pool().query('SELECT FROM events.orphan')).rows).toEqual([])
  })

  test('does not let it call new what another receiver stored, nor its effects orphans', async () => {
    const cause = envelope({ id: 'n-cause' })
    expect(await statusOf(0, cause)).toBe('accepted')
    expect(await statusOf(1, envelope({ id: 'n-effect', parent: 'n-cause' }))).toBe('accepted')
    expect((await pool().query('SELECT FROM events.orphan')).rows).toEqual([])
    expect(await statusOf(1, cause)).toBe('duplicate')
    expect(await statusOf(0, { ...cause, data: { other: true } })).toBe('conflict')
  })

  test('takes an event without a service for none of a service called null, though they come together', async () => {
    const send = (id: string, service: string | null) =>
      receiveMessages(receivers[0]!, [{ text: JSON.stringify(envelope({ id })) }], false, service)
    await Promise.all([send('s-nobody', null), send('s-null', 'null')])
    const { rows } = await pool().query(
      `SELECT event_id, producer FROM events.event WHERE event_id LIKE 's-n%' ORDER BY 1`,
    )
    expect(rows).toEqual([
      { event_id: 's-nobody', producer: null },
      { event_id: 's-null', producer: 'null' },
    ])
  })

  test('does not let it judge by a version that was not the newest when the event came', async () => {
    const judged = (id: string) =>
      statusOf(1, envelope({ id, type: 'Refunded', version: '1', data: { a: 1 } }))
    await publish('Refunded')
    expect(await judged('v-1')).toBe('accepted')
    await publish('Refunded', { label: '1', schema: { properties: { a: { type: 'string' } } } })
    expect(await judged('v-2')).toBe('invalid')
  })
})

describe('a register of many orphans', () => {
  useTestDatabase()

  test('is not read through for the few that may be linked, also by a plan made while it was empty', async () => {
    await maintenancePool().query('VACUUM ANALYZE events.orphan')
    const client = new Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    await client.query('SET plan_cache_mode = force_generic_plan')
    await client.query('SET enable_seqscan = off')
    await client.query('BEGIN')
    await linkEvents(client, [], [])
    await client.query(
      `INSERT INTO events.orphan SELECT 'p' || n, 'o' || n, 1, '', now() FROM generate_series(1, 2000) n`,
    )
    const read = async () => {
      const { rows } = await client.query<{ n: number }>(
        `SELECT (pg_stat_get_xact_tuples_returned('events.orphan'::regclass)
           + pg_stat_get_xact_tuples_returned('events.orphan_pkey'::regclass))::int AS n`,
      )
      return rows[0]!.n
    }
    const before = await read()
    await linkEvents(client, ['p1', 'p2', 'x'], [{ parentEventId: 'p3', eventId: 'o3' }])
    expect((await read()) - before).toBeLessThan(20)
    await client.query('ROLLBACK')
    await client.end()
  })
})

describe('a database that goes away', () => {
  test('holds up what is being received, and nothing is lost or stored twice', async () => {
    const database = await createTestDatabase()
    const receiver = new Receiver({ connectionString: database.url })
    receiver.pool.on('error', () => undefined)
    // So that there is a connection to lose, whichever comes first.
    await receiveMessages(receiver, [{ text: JSON.stringify(envelope({ id: 'first' })) }], false)
    const killer = new Client({ connectionString: database.url })
    await killer.connect()
    const ids = Array.from({ length: 400 }, (_, i) => `g-${i}`)
    const sending = ids.map((id) =>
      receiveMessages(receiver, [{ text: JSON.stringify(envelope({ id })) }], false),
    )
    const { rows } = await killer.query<{ count: string }>(
      'SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    expect(Number(rows[0]!.count)).toBeGreaterThan(0)
    const receipts = (await Promise.all(sending)).flat()
    expect(new Set(receipts.map(({ status }) => status))).toEqual(new Set(['accepted']))
    const stored = await receiver.pool.query('SELECT event_id FROM events.event')
    expect(stored.rows).toHaveLength(ids.length + 1)
    await killer.end()
    await receiver.close()
    await database.drop()
  })
})
