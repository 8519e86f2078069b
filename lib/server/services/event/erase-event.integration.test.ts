import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send, sender } from '@/lib/server/ingest/testing/received'
import { eraseEvent } from './erase-event'

useTestDatabase()
afterAll(closeReceiver)

beforeAll(() => send(envelope({ id: 'r-valid' })))

describe('records', () => {
  test('cannot be changed or taken away, by anybody', async () => {
    for (const change of [
      "UPDATE events.event SET data = '{}' WHERE event_id = 'r-valid'",
      "UPDATE events.event SET data = NULL, meta = NULL, problems = NULL WHERE event_id = 'r-valid'",
      "DELETE FROM events.event WHERE event_id = 'r-valid'",
      "UPDATE events.event_key SET chain_id = 'x' WHERE event_id = 'r-valid'",
      'TRUNCATE events.event',
    ])
      await expect(pool().query(change), change).rejects.toThrow()
  })

  test('an erased event keeps its id, hash and parent, and its body does not come back', async () => {
    const event = envelope({ id: 'e-1', parent: 'r-valid', data: { order_id: 'secret' } })
    await send([event, envelope({ id: 'e-1', parent: 'r-valid', data: { order_id: 'other' } })])
    const erased = await eraseEvent(sender, { event_id: 'e-1', body: { reason: 'asked by the customer' } })
    expect(erased).toMatchObject({ data: null, data_text: null, parent_event_id: 'r-valid', conflicts: [] })
    expect(erased.erased).toMatchObject({ reason: 'asked by the customer' })
    const again = envelope({ id: 'e-1', data: { order_id: 'again' } })
    expect(await send([event, again])).toMatchObject([{ status: 'duplicate' }, { status: 'duplicate' }])
    const { rows } = await pool().query(
      "SELECT FROM events.conflict WHERE event_id = 'e-1' AND data IS NOT NULL",
    )
    expect(rows).toEqual([])
  })
})
