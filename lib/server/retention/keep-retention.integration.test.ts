import { afterAll, beforeAll, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send, sender } from '@/lib/server/ingest/testing/received'
import { getChain } from '@/lib/server/services/chain/get-chain'
import { getRetention } from '@/lib/server/services/installation/get-retention'
import { listAudit } from '@/lib/server/services/installation/list-audit'
import { listEvents } from '@/lib/server/services/event/list-events'
import { listQuarantine } from '@/lib/server/services/event/list-quarantine'
import { readRetainedSince } from '@/lib/server/stores/retention-store'
import { keepRetention } from './keep-retention'

useTestDatabase()
afterAll(closeReceiver)

const told = (id: string, received_at: string, parent?: string, data: object = {}) => ({
  ...envelope({ id, created: received_at, parent: parent ?? null, data }),
  received_at,
})
/** Days from today to the first of October, so that what is older goes. */
const days = () => Math.floor((Date.now() - Date.parse('2025-10-01T00:00:00Z')) / 86_400_000)

beforeAll(async () => {
  await send(
    [
      told('old-1', '2025-09-01T10:00:00Z', undefined, { order_id: 'o-1' }),
      told('old-2', '2025-09-30T23:59:59Z', 'old-1', { order_id: 'o-1' }),
      told('kept', '2025-10-01T00:00:00Z', 'old-2', { order_id: 'o-1' }),
    ],
    'import',
  )
  await send([{ ...told('old-1', '2025-09-01T11:00:00Z', undefined, { other: true }) }], 'import')
  await send('{"no":"event"}')
  await pool().query(`UPDATE events.conflict SET received_at = '2025-09-01T11:00:00Z'`)
  await pool().query(`UPDATE events.quarantine SET received_at = '2025-09-01T11:00:00Z'`)
})

test('is told before it begins', async () => {
  const { before, drops, stored } = await getRetention(sender, { query: { days: days() } })
  expect(before).toBe('2025-10-01')
  expect(drops).toMatchObject({
    since: '2025-09-01',
    until: '2025-09-30',
    events: 2,
    conflicts: 1,
    messages: 1,
  })
  expect(drops.bytes).toBeGreaterThan(0)
  expect(stored).toMatchObject({ since: '2025-09-01', events: 3 })
  expect(await readRetainedSince()).toBeNull()
  await expect(
    getRetention({ ...sender, kind: 'person', role: 'reviewer' }, { query: { days: 1 } }),
  ).rejects.toMatchObject({ slug: 'forbidden' })
})

test('gives up where somebody reads, rather than holding up all who send', async () => {
  const reader = await pool().connect()
  await reader.query('BEGIN')
  await reader.query('SELECT FROM events.event LIMIT 1')
  await expect(keepRetention('2025-10-01', 57)).rejects.toThrow(/lock timeout/)
  await reader.query('COMMIT')
  reader.release()
  expect((await getRetention(sender, { query: { days: days() } })).drops.events).toBe(2)
})

test('drops whole days with their record, by two processes at once', async () => {
  await Promise.all([keepRetention('2025-10-01', 57), keepRetention('2025-10-01', 57)])
  await keepRetention('2025-10-01', 57)
  const { items } = await listEvents(sender, { query: { key: 'o-1' } })
  expect(items.map(({ event_id }) => event_id)).toEqual(['kept'])
  const chain = await getChain(sender, { event_id: 'kept' })
  expect(chain.missing).toMatchObject([{ event_id: 'old-2', expired: true }])
  const audit = await listAudit(sender, { query: { action: 'events-dropped' } })
  expect(audit.items.map(({ subject, details }) => [subject, details['events'] ?? 0]).sort()).toEqual([
    ['events received on 2025-09-01', 1],
    ['events received on 2025-09-30', 1],
    ['quarantine and conflicts received before 2025-10-01', 0],
  ])
  expect(audit.items[0]!.actor.kind).toBe('system')
  expect(await listQuarantine(sender, { query: {} })).toMatchObject({ items: [], total: 0 })
  const { rows } = await pool().query('SELECT FROM events.conflict')
  expect(rows).toHaveLength(0)
  expect(await readRetainedSince()).toBe('2025-10-01')
})

test('keeps the ledger and the counts: what comes again is still a duplicate', async () => {
  const same = told('old-1', '2025-09-01T10:00:00Z', undefined, { order_id: 'o-1' })
  const [again] = await send([same], 'import')
  expect(again!.status).toBe('duplicate')
  const { rows } = await pool().query('SELECT sum(count)::int AS count FROM events.daily_count')
  expect(rows).toEqual([{ count: 3 }])
  const keys = await pool().query(
    `SELECT FROM events.chain_search_key WHERE week < floor(extract(epoch FROM '2025-10-01'::date) / 604800)`,
  )
  expect(keys.rows).toHaveLength(0)
})

test('takes events that are imported into a dropped day, and drops them again', async () => {
  const [late] = await send([told('late', '2025-09-01T12:00:00Z')], 'import')
  expect(late!.status).toBe('accepted')
  await keepRetention('2025-10-01', 57)
  await expect(getChain(sender, { event_id: 'late' })).rejects.toMatchObject({ slug: 'event-not-found' })
})

test('never drops a day that is not over', async () => {
  await expect(pool().query(`SELECT events.drop_oldest_day(current_date + 1)`)).rejects.toThrow(/not over/)
})
