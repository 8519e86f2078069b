import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send } from '@/lib/server/ingest/testing/received'
import { readPastEvents } from './step-sample-store'

/** As many events of a type as are looked at for one version of it. */
const LOOKED_AT = 20_000

describe('past events of a version that hardly any event names', () => {
  useTestDatabase()
  afterAll(closeReceiver)

  /** Stores an event of two minutes ago and, by it, as many others, a millisecond of creation apart, the newest so many seconds ago. */
  async function store(type: string, version: string, count: number, secondsAgo: number): Promise<void> {
    const created = new Date(Date.now() - 120_000).toISOString()
    await send([envelope({ id: `${type}-${version}`, type, version, created })])
    await pool().query(
      `INSERT INTO events.event (created_at, received_at, type_id, version_id, traits, validity, event_id, chain_id, data)
       SELECT now() - make_interval(secs => $3 + i * 0.001), e.received_at, e.type_id, e.version_id, 0, 0,
         e.event_id || '-' || i, e.event_id || '-' || i, e.data
       FROM events.event e, generate_series(1, $2::int) i WHERE e.event_id = $1`,
      [`${type}-${version}`, count, secondsAgo],
    )
  }

  beforeAll(async () => {
    for (const [type, newer] of [
      ['NearMade', LOOKED_AT - 100],
      ['FarMade', LOOKED_AT],
    ] as const) {
      await store(type, '1', newer, 0)
      await store(type, '2', 60, 60)
    }
  })

  test('are those among the latest of the type, and of those behind them none: to find them all would be read', async () => {
    expect(await readPastEvents('NearMade', '2', 150)).toHaveLength(61)
    expect(await readPastEvents('FarMade', '2', 150)).toEqual([])
  })
})
