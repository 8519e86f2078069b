import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { pagesRead } from '@/lib/server/database/testing/pages-read'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, publish, send, sender } from '@/lib/server/ingest/testing/received'
import { listEvents } from '@/lib/server/services/event/list-events'
import { readEntityEvents, type EntityEventPlace } from './entity-event-store'
import { findTypeIds, lookThrough } from './event-list-store'

const BATCHES = 12
const BATCH = 1_000
const MANY = BATCHES * BATCH
const DAY = '2026-08-06T00:00:00Z'

/** Pages of the database that are read by what is asked of the pool meanwhile, its largest statement alone. */
async function mostPagesRead(reads: () => Promise<unknown>): Promise<number> {
  const spied = vi.spyOn(pool(), 'query')
  onTestFinished(() => spied.mockRestore())
  await reads()
  const asked = spied.mock.calls as unknown as [string | { text: string; values: unknown[] }, unknown[]?][]
  spied.mockRestore()
  let most = 0
  for (const [statement, values] of asked)
    most = Math.max(
      most,
      typeof statement === 'string'
        ? await pagesRead(statement, values)
        : await pagesRead(statement.text, statement.values),
    )
  return most
}

describe('thousands of events that were created in the same moment', () => {
  useTestDatabase()
  afterAll(closeReceiver)

  beforeAll(async () => {
    const schema = { properties: { room: { type: 'string' } } }
    await publish('RoomBooked', { label: '1.0.0', schema })
    // Every second one is invalid.
    for (let batch = 0; batch < BATCHES; batch++)
      await send(
        Array.from({ length: BATCH }, (_, i) =>
          envelope({
            id: `night-${batch * BATCH + i}`,
            type: 'RoomBooked',
            created: DAY,
            data: { room: i % 2 ? i : `${i}`, more: 'm'.repeat(700) },
          }),
        ),
      )
    // How a plan is chosen must not hang on whether statistics were gathered meanwhile.
    await pool().query('ANALYZE events.event')
  }, 60_000)

  test.each([{}, { type: 'RoomBooked' }, { validity: 'invalid' as const }])(
    'are listed page by page, each once: %o',
    async (query) => {
      const found: string[] = []
      let cursor: string | undefined
      do {
        const page = await listEvents(sender, { query: { ...query, limit: 700, cursor } })
        found.push(...page.items.map(({ event_id }) => event_id))
        cursor = page.next_cursor ?? undefined
      } while (cursor)
      const wanted = query.validity ? MANY / 2 : MANY
      expect([found.length, new Set(found).size]).toEqual([wanted, wanted])
    },
  )

  test('are read a batch at a time, not all of them for each page', async () => {
    const all = await pagesRead('SELECT count(*), max(data::text) FROM events.event')
    expect(all).toBeGreaterThan(1_200)
    for (const query of [{}, { type: 'RoomBooked' }, { validity: 'invalid' as const }]) {
      const { next_cursor } = await listEvents(sender, { query: { ...query, limit: 500 } })
      for (const cursor of [undefined, next_cursor!]) {
        const read = await mostPagesRead(() => listEvents(sender, { query: { ...query, limit: 5, cursor } }))
        expect([query, cursor, read < all / 3 ? 'few' : read]).toEqual([query, cursor, 'few'])
      }
    }
  })

  test('are looked through, and read as events of an entity, in the same way', async () => {
    const all = await pagesRead('SELECT count(*), max(data::text) FROM events.event')
    const typeIds = await findTypeIds({ type: 'RoomBooked' })
    const { last } = await lookThrough({ typeIds }, 1, 500)
    expect(await mostPagesRead(() => lookThrough({ typeIds, after: last }, 1, 20))).toBeLessThan(all / 3)
    const types = [{ name: 'RoomBooked', rank: 0 }]
    const rows = await readEntityEvents(types, { limit: 500 })
    const after: EntityEventPlace = rows.at(-1)!
    expect(await mostPagesRead(() => readEntityEvents(types, { after, limit: 5 }))).toBeLessThan(all / 3)
  })
})
