import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { pagesRead } from '@/lib/server/database/testing/pages-read'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send } from '@/lib/server/ingest/testing/received'

const MANY = 12_000

/** Pages that a statement reads about an event, without those that planning reads the first time. */
async function pagesReadOf(statementOf: (id: string) => string): Promise<number> {
  await pool().query(statementOf('night-1'))
  return pagesRead(statementOf(`night-${MANY - 1}`))
}

describe('one event among many that were created in the same moment', () => {
  useTestDatabase()
  afterAll(closeReceiver)

  beforeAll(async () => {
    const created = new Date(Date.now() - 60_000).toISOString()
    const all = Array.from({ length: MANY }, (_, i) =>
      envelope({ id: `night-${i}`, type: 'DayBooked', created }),
    )
    for (let sent = 0; sent < MANY; sent += 4_000) await send(all.slice(sent, sent + 4_000))
    // How a plan is chosen must not hang on whether statistics were gathered meanwhile.
    await pool().query('ANALYZE events.event')
  })

  test('is found, whichever it is', async () => {
    for (const i of [0, 15, 16, MANY / 2, MANY - 1]) {
      const { rows } = await pool().query('SELECT event_id FROM events.stored_event($1)', [`night-${i}`])
      expect(rows).toEqual([{ event_id: `night-${i}` }])
    }
    expect((await pool().query(`SELECT FROM events.stored_event('night-${MANY}')`)).rowCount).toBe(0)
  })

  test('is found without reading the others', async () => {
    expect(await pagesReadOf((id) => `SELECT FROM events.stored_event('${id}')`)).toBeLessThan(100)
  })

  test('is erased without reading the others', async () => {
    expect(await pagesReadOf((id) => `SELECT events.erase_event('${id}', 'why', 'who')`)).toBeLessThan(100)
    const { rows } = await pool().query(`SELECT event_id FROM events.event WHERE data IS NULL ORDER BY 1`)
    expect(rows).toEqual([{ event_id: 'night-1' }, { event_id: `night-${MANY - 1}` }])
  })
})
