import { afterAll, beforeAll, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send, sender } from '@/lib/server/ingest/testing/received'
import { readEntityEvents, type EntityEventPlace } from '@/lib/server/stores/entity-event-store'
import { findTypeIds, lookThrough, type Place } from '@/lib/server/stores/event-list-store'
import { encodeCursor } from '@/lib/server/services/cursor'
import { listEvents } from './list-events'

useTestDatabase()
afterAll(closeReceiver)

/** Where the year 2255 ends what a double holds of microseconds, and the first and the last moment there is. */
const MOMENTS = [
  '0001-01-01T00:00:00Z',
  '0001-01-01T00:00:00.000001Z',
  '1969-12-31T23:59:59.999999Z',
  '2255-06-05T23:47:34.740991Z',
  '2255-06-05T23:47:34.740992Z',
  '2255-06-05T23:47:34.740993Z',
  '2255-06-05T23:47:34.740994Z',
  '2255-06-05T23:47:34.740995Z',
  '4000-01-01T00:00:00.123456Z',
  '4000-01-01T00:00:00.123457Z',
  '9999-12-31T23:59:59.9Z',
  '9999-12-31T23:59:59.999999Z',
]
const EACH = 3
const ids = MOMENTS.flatMap((_, moment) => Array.from({ length: EACH }, (_, i) => `e-${10 + moment}-${i}`))

beforeAll(async () => {
  await send(
    ids.map((id, index) =>
      envelope({ id, type: 'FarMoved', created: MOMENTS[Math.floor(index / EACH)]!, data: { far_id: 'f' } }),
    ),
  )
})

async function inOrder(): Promise<string[]> {
  const { rows } = await pool().query<{ event_id: string }>(
    'SELECT event_id FROM events.event ORDER BY created_at DESC, received_at DESC, event_id DESC',
  )
  return rows.map(({ event_id }) => event_id)
}

test.each([{}, { type: 'FarMoved' }, { version: '1.0.0' }, { key: 'f' }])(
  'pages of %o, one event each, have every event once',
  async (query) => {
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await listEvents(sender, { query: { ...query, limit: 1, cursor } })
      found.push(...page.items.map(({ event_id }) => event_id))
      cursor = page.next_cursor ?? undefined
    } while (cursor !== undefined && found.length <= ids.length)
    expect(found).toEqual(await inOrder())
    expect(found).toHaveLength(ids.length)
  },
)

test('looks of one event each look at every event once', async () => {
  const found: string[] = []
  let after: Place | undefined
  const typeIds = await findTypeIds({ type: 'FarMoved' })
  do {
    const look = await lookThrough({ typeIds, after }, 1, 1)
    found.push(...look.ids)
    after = look.last
  } while (after !== undefined && found.length <= ids.length)
  expect(found).toEqual(await inOrder())
})

test('pages of the events of an entity, one each, have every event once', async () => {
  const found: string[] = []
  let after: EntityEventPlace | undefined
  do {
    const rows = await readEntityEvents([{ name: 'FarMoved', rank: 0 }], { after, limit: 1 })
    found.push(...rows.map(({ event_id }) => event_id))
    after = rows.at(-1)
  } while (after !== undefined && found.length <= ids.length)
  expect(found).toEqual(await inOrder())
})

test('a cursor that names no moment is none of ours', async () => {
  for (const created of [
    9_007_199_254_740_993,
    '2026-02-30T00:00:00.000000Z',
    '10000-01-01T00:00:00.000000Z',
  ])
    await expect(
      listEvents(sender, {
        query: { cursor: encodeCursor([created, '2026-02-03T00:00:00.000000Z', 'e-1']) },
      }),
    ).rejects.toMatchObject({ slug: 'invalid-cursor' })
})
