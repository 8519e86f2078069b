import { afterAll, beforeAll, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, publish, send, sender } from '@/lib/server/ingest/testing/received'
import { findTypeIds, lookThrough, type Place } from '@/lib/server/stores/event-list-store'
import { getEventTypeActivity } from '@/lib/server/services/catalog/get-event-type-activity'
import { listEvents } from './list-events'

useTestDatabase()
afterAll(closeReceiver)

const line = ['c-1', 'c-2', 'c-3', 'c-4', 'c-5']

beforeAll(async () => {
  const schema = { required: ['order_id'], properties: { order_id: { type: 'string' } } }
  await publish('OrderPlaced', { label: '1.0.0', schema })
  await send(
    line.map((id, i) =>
      envelope({
        id,
        parent: i === 0 ? null : line[i - 1]!,
        created: `2026-08-06T09:00:0${i}Z`,
        data: { order_id: 'o-77' },
        meta: { producer: `s-${i}` },
      }),
    ),
  )
  const carried = { data: { order_id: 'o-1' }, meta: { trace_id: 'trace-m' } }
  await send([
    envelope({ id: 'm-1', parent: 'never', ...carried }),
    envelope({ id: 't-1', ...carried }),
    envelope({ id: 'broken' }),
    envelope({ id: 'version', version: '9' }),
    envelope({ id: 'type', type: 'NeverRegistered' }),
    ...Array.from({ length: 20 }, (_, i) => envelope({ data: { order_id: `more-${i}` } })),
  ])
})

test('events are paged through newest first, and narrowed', async () => {
  const all = []
  let cursor: string | undefined
  do {
    const page = await listEvents(sender, { query: { limit: 7, cursor } })
    all.push(...page.items)
    cursor = page.next_cursor ?? undefined
  } while (cursor)
  const { rows } = await pool().query<{ count: string }>('SELECT count(*) FROM events.event')
  expect(new Set(all.map((event) => event.event_id)).size).toBe(Number(rows[0]!.count))
  expect(all.map((event) => event.created_at)).toEqual(
    all
      .map((event) => event.created_at)
      .sort()
      .reverse(),
  )
  const ids = async (query: object) =>
    (await listEvents(sender, { query })).items.map((event) => event.event_id).sort()
  expect(await ids({ key: 'o-77' })).toEqual(line)
  expect(await ids({ key: 'o-77', trace_id: 'trace-m' })).toEqual([])
  expect(await ids({ trace_id: 'trace-m' })).toEqual(['m-1', 't-1'])
  expect(await ids({ type: 'NeverRegistered' })).toEqual(['type'])
  expect(await ids({ service: 's-2' })).toEqual(['c-3'])
  expect(await ids({ validity: 'invalid', type: 'OrderPlaced' })).toEqual(['broken'])
  expect(await ids({ owner: 'nobody' })).toEqual([])
  expect(await ids({ from: '2026-08-06T09:00:03Z', to: '2026-08-06T09:00:04Z' })).toEqual(['c-4'])
})

test('what a type does is told: versions in use, validity, causes and effects', async () => {
  const activity = await getEventTypeActivity(sender, { name: 'OrderPlaced' })
  expect(activity.versions.map(({ version, known }) => [version, known])).toEqual(
    expect.arrayContaining([
      ['1.0.0', true],
      ['9', false],
    ]),
  )
  expect(activity.causes).toMatchObject([{ name: 'OrderPlaced', kind: 'domain' }])
  expect(activity.daily.at(-1)!.count).toBe(
    activity.validity.valid + activity.validity.invalid + activity.validity.unknown,
  )
})

test('what is rare is found among many others, page by page', async () => {
  const type = 'StockCounted'
  const rare = { type, version: '2', created: '2026-08-01T00:00:00Z' }
  await send([
    envelope({ ...rare, id: 'rare-1', meta: { producer: 'shelf' } }),
    envelope({ ...rare, id: 'rare-2' }),
  ])
  for (let batch = 0; batch < 5; batch++)
    await send(
      Array.from({ length: 4_200 }, (_, i) => envelope({ id: `many-${batch}-${i}`, type, version: '1' })),
    )
  const found = async (query: object) =>
    (await listEvents(sender, { query })).items.map(({ event_id }) => event_id)
  expect(await found({ type, version: '2' })).toEqual(['rare-2', 'rare-1'])
  expect(await found({ version: '2', to: '2026-08-02T00:00:00Z' })).toEqual(['rare-2', 'rare-1'])
  expect(await found({ type, service: 'shelf' })).toEqual(['rare-1'])
  expect(await found({ type, version: '2', without: 'OrderPlaced', limit: 1 })).toEqual(['rare-2'])
  // What one look finds nothing in goes on behind the last place of it.
  const typeIds = await findTypeIds({ type })
  let looks = 0
  let after: Place | undefined
  const ids: string[] = []
  do {
    const look = await lookThrough({ typeIds, version: '2', after }, 10, 7_000)
    ids.push(...look.ids)
    after = look.last
    looks++
  } while (after)
  expect([looks, ids]).toEqual([4, ['rare-2', 'rare-1']])
}, 60_000)
