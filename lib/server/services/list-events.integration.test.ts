import { afterAll, beforeAll, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, publish, send, sender } from '@/lib/server/ingest/testing/received'
import { getEventTypeActivity } from './get-event-type-activity'
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
