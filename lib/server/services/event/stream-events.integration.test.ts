import { afterAll, describe, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send, sender } from '@/lib/server/ingest/testing/received'
import { keepRetention } from '@/lib/server/retention/keep-retention'
import { readHorizon, readTail } from '@/lib/server/stores/event-tail-store'
import { listEvents } from './list-events'
import { streamEvents } from './stream-events'

useTestDatabase()
afterAll(closeReceiver)

type Query = Parameters<typeof streamEvents>[1]['query']

/** Reads a stream as a browser does: events by id, and where it would go on. */
async function follow(query: Query = {}, lastEventId: string | null = null) {
  const identifyAgain = () => Promise.resolve(sender)
  const reader = (await streamEvents(sender, { query, lastEventId, identifyAgain })).getReader()
  const decoder = new TextDecoder()
  const seen: string[] = []
  const gaps: unknown[] = []
  let last = lastEventId
  let rest = ''
  async function read(until: () => boolean): Promise<void> {
    while (!until()) {
      const { value, done } = await reader.read()
      if (done) return
      const blocks = (rest + decoder.decode(value)).split('\n\n')
      rest = blocks.pop()!
      for (const block of blocks) {
        last = /^id: (.*)$/m.exec(block)?.[1] ?? last
        const data = /^data: (.*)$/m.exec(block)?.[1]
        if (data !== undefined && /^event: gap$/m.test(block)) gaps.push(JSON.parse(data))
        else if (data !== undefined && !/^event: place$/m.test(block))
          seen.push((JSON.parse(data) as { event_id: string }).event_id)
      }
    }
  }
  await read(() => last !== null)
  return {
    seen,
    gaps,
    last: () => last,
    until: (count: number) => read(() => seen.length >= count),
    end: () => reader.cancel(),
  }
}

describe('the live tail', () => {
  test('begins now, and goes on where it was broken off, without a gap or a repeat', async () => {
    await send([envelope({ id: 'before' })])
    const first = await follow()
    await send(['a', 'b', 'c'].map((id) => envelope({ id })))
    await first.until(3)
    expect(first.seen).toEqual(['a', 'b', 'c'])
    await first.end()
    await send([envelope({ id: 'd' }), envelope({ id: 'e' })])
    const second = await follow({}, first.last())
    await send([envelope({ id: 'f' })])
    await second.until(3)
    expect(second.seen).toEqual(['d', 'e', 'f'])
    await second.end()
  })

  test('goes on in the middle of one commit', async () => {
    const first = await follow()
    await send(['m1', 'm2', 'm3'].map((id) => envelope({ id })))
    await first.until(3)
    await first.end()
    const [position] = JSON.parse(Buffer.from(first.last()!, 'base64url').toString()) as [string]
    const middle = Buffer.from(JSON.stringify([position, 'm1'])).toString('base64url')
    const second = await follow({}, middle)
    await second.until(2)
    expect(second.seen).toEqual(['m2', 'm3'])
    await second.end()
  })

  test('is narrowed like the list', async () => {
    const tails = await Promise.all([
      follow({ type: 'CardExpired' }),
      follow({ key: 'card-9' }),
      follow({ trace_id: 'tr-9' }),
      follow({ validity: 'invalid' }),
    ])
    await send([
      envelope({ id: 'n1' }),
      envelope({ id: 'n2', type: 'CardExpired', data: { card_id: 'card-8' } }),
      envelope({ id: 'n3', type: 'CardExpired', data: { card_id: 'card-9' }, meta: { trace_id: 'tr-9' } }),
    ])
    await Promise.all([tails[0].until(2), tails[1].until(1), tails[2].until(1)])
    expect(tails.map(({ seen }) => seen)).toEqual([['n2', 'n3'], ['n3'], ['n3'], []])
    await Promise.all(tails.map((tail) => tail.end()))
  })

  test('is not behind where few of very many events carry the key', async () => {
    const tail = await follow({ key: 'needle' })
    const hay = Array.from({ length: 5_000 }, (_, i) => envelope({ id: `hay-${i}` }))
    await send(hay)
    await send([envelope({ id: 'found', data: { sewing_id: 'needle' } })])
    const sent = Date.now()
    await tail.until(1)
    // A pause after each 500 would take five seconds.
    expect(Date.now() - sent).toBeLessThan(3_500)
    await tail.end()
  })

  test('tells whoever stayed away for longer than the retention what it has missed, and nobody else', async () => {
    const told = (id: string, day: string) => {
      const received_at = `2025-${day}T10:00:00Z`
      return { ...envelope({ id, created: received_at }), received_at }
    }
    const [early, still] = [await follow(), await follow()]
    await send([told('day-1', '09-01')], 'import')
    await early.until(1)
    await early.end()
    await send([told('day-2', '09-02'), told('day-3', '10-05')], 'import')
    await still.until(3)
    await still.end()
    await keepRetention('2025-10-01', 57)

    const back = await follow({}, early.last())
    await back.until(1)
    expect(back.gaps).toEqual([{ dropped_before: '2025-09-03' }])
    expect(back.seen).toEqual(['day-3'])
    await back.end()
    for (const place of [still.last(), null]) {
      const other = await follow({}, place)
      await send([envelope({ id: `after-${place}` })])
      await other.until(1)
      expect(other.gaps).toEqual([])
      await other.end()
    }
  })

  test('refuses a place that it did not give out', async () => {
    await expect(follow({}, 'nonsense')).rejects.toMatchObject({ slug: 'invalid-cursor' })
    await expect(follow({ after: 'WyItMSJd' })).rejects.toMatchObject({ slug: 'invalid-cursor' })
  })
})

test('the log is read below what is still being written', async () => {
  const start = await readHorizon()
  const slow = await pool().connect()
  try {
    await slow.query('BEGIN')
    await slow.query(
      `INSERT INTO events.event (created_at, received_at, type_id, version_id, validity, event_id, chain_id, data)
       SELECT created_at, received_at, type_id, version_id, validity, 'slow', 'slow', '{}' FROM events.event LIMIT 1`,
    )
    await send([envelope({ id: 'quick' })])
    const read = async () =>
      (await readTail(start, await readHorizon(), {}, 10, false)).map(({ event_id }) => event_id)
    expect(await read()).toEqual([])
    await slow.query('COMMIT')
    expect(await read()).toEqual(['slow', 'quick'])
  } finally {
    slow.release()
  }
})

describe('what is missing below an event', () => {
  test('is found whichever of the two came first, and told apart from what is still in time', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
    const order = (id: string, minutes: number) =>
      envelope({ id, type: 'BasketPlaced', created: ago(minutes) })
    const paid = (id: string, parent: string, minutes: number) =>
      envelope({ id, parent, type: 'BasketPaid', created: ago(minutes) })
    await send([paid('w-p1', 'w-1', 59)])
    await send([order('w-1', 60), order('w-2', 60), order('w-3', 60), order('w-4', 5)])
    await send([paid('w-p3', 'w-3', 40), envelope({ id: 'w-x', parent: 'w-2', type: 'BasketSeen' })])
    const search = async (query: Parameters<typeof listEvents>[1]['query']) =>
      (await listEvents(sender, { query: { type: 'BasketPlaced', ...query } })).items.map(
        ({ event_id }) => event_id,
      )
    expect(await search({ without: 'BasketPaid', within: 600 })).toEqual(['w-3', 'w-2'])
    expect(await search({ without: 'BasketPaid' })).toEqual(['w-4', 'w-2'])
    // To the second: in time at its last one, too late a millisecond after it.
    const at = Date.now() - 3_600_000
    const exact = (id: string, type: string, ms: number, parent?: string) =>
      envelope({ id, type, created: new Date(at + ms).toISOString(), parent: parent ?? null })
    await send([exact('x-1', 'CartPlaced', 0), exact('x-2', 'CartPlaced', 0)])
    await send([exact('x-1p', 'CartPaid', 60_000, 'x-1'), exact('x-2p', 'CartPaid', 60_001, 'x-2')])
    const late = await listEvents(sender, { query: { type: 'CartPlaced', without: 'CartPaid', within: 60 } })
    expect(late.items.map(({ event_id }) => event_id)).toEqual(['x-2'])
    expect(await search({ without: 'NeverSeen' })).toEqual(['w-4', 'w-3', 'w-2', 'w-1'])
    expect(await search({ without: 'BasketPaid', limit: 1 })).toEqual(['w-4'])
    // Nothing follows itself, whatever it says.
    await send([envelope({ id: 'w-5', parent: 'w-5', type: 'BasketPlaced', created: ago(60) })])
    expect(await search({ without: 'BasketPlaced', limit: 1, within: 600 })).toEqual(['w-5'])
  })
})

test('a business key that more chains carry than are looked into finds all of its events', async () => {
  const of = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) =>
      envelope({ id: `north-${from + i}`, type: 'RegionServed', data: { region_id: 'north' } }),
    )
  for (const from of [0, 4_000, 8_000]) await send(of(from, 4_000))
  await send([envelope({ id: 'south', type: 'RegionServed', data: { region_id: 'south' } })])
  const ids = new Set<string>()
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await listEvents(sender, { query: { key: 'north', limit: 1_000, cursor } })
    for (const { event_id } of page.items) ids.add(event_id)
    cursor = page.next_cursor
  }
  expect(ids.size).toBe(12_000)
})

test('a trace id that more chains carry than are looked into finds all of its events', async () => {
  const of = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) =>
      envelope({ id: `night-${from + i}`, meta: { trace_id: 'night-run' } }),
    )
  for (const from of [0, 4_000, 8_000]) await send(of(from, 4_000))
  await send([envelope({ id: 'day', meta: { trace_id: 'day-run' } })])
  const ids = new Set<string>()
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await listEvents(sender, { query: { trace_id: 'night-run', limit: 1_000, cursor } })
    for (const { event_id } of page.items) ids.add(event_id)
    cursor = page.next_cursor
  }
  expect(ids.size).toBe(12_000)
})
