import { afterAll, describe, expect, test } from 'vitest'
import { maintenancePool, pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver, currentReceiver } from '@/lib/server/ingest/current-receiver'
import { receiveMessages } from '@/lib/server/ingest/receive-messages'
import { envelope, send, sender } from '@/lib/server/ingest/testing/received'
import type { Actor } from '@/lib/server/services/actor'
import { getEvent } from './get-event'
import { getQuarantined } from './get-quarantined'
import { listQuarantine } from './list-quarantine'
import { retryQuarantined } from './retry-quarantined'

useTestDatabase()
afterAll(closeReceiver)

describe('quarantine', () => {
  test('keeps a message once however often it comes, and tries it again', async () => {
    const message = '{"data":{"order_id":"x"},"meta":{"event_id":"q-1"}}'
    const [first] = await send(message)
    const [second] = await send(message)
    expect(second!.quarantine_id).toBe(first!.quarantine_id)
    const id = first!.quarantine_id!
    expect(await getQuarantined(sender, { id })).toMatchObject({
      text: message,
      event_id: 'q-1',
      code: 'required',
    })
    expect((await retryQuarantined(sender, { id })).status).toBe('quarantined')
    const { items } = await listQuarantine(sender, { query: { limit: 1 } })
    expect(items[0]).toMatchObject({ id, retried_at: expect.any(String) as string })
  })

  test('tries a message again as it came: from the same service, and says what is wrong with it now', async () => {
    const text = JSON.stringify(envelope({ id: 'q-5', type: 'OrderPacked' }))
    const receiver = currentReceiver()
    // As if an older reader had refused it.
    await pool().query(
      `INSERT INTO events.quarantine (raw_hash, raw, bytes, problems, imported, sender)
       VALUES (gen_random_uuid(), convert_to($1, 'UTF8'), length($1), '[]', false, 'packing')`,
      [text],
    )
    const [broken] = await receiveMessages(
      receiver,
      [{ text: '{"meta":{"event_id":"q-6"}}' }],
      false,
      'packing',
    )
    await pool()
      .query(`UPDATE events.quarantine SET problems = '[{"pointer":"","code":"old","message":"Old."}]'
      WHERE event_id = 'q-6'`)
    const retried = await retryQuarantined(sender, { id: broken!.quarantine_id! })
    expect(retried.quarantine_id).toBe(broken!.quarantine_id)
    expect(await getQuarantined(sender, { id: broken!.quarantine_id! })).toMatchObject({ code: 'required' })
    const { rows } = await pool().query<{ id: string; sender: string }>(
      'SELECT id::text, sender FROM events.quarantine WHERE sender IS NOT NULL ORDER BY quarantine.id',
    )
    expect(rows.map((row) => row.sender)).toEqual(['packing', 'packing'])
    expect((await retryQuarantined(sender, { id: rows[0]!.id })).status).toBe('accepted')
    expect((await getEvent(sender, { event_id: 'q-5' })).producer).toBe('packing')
  })

  test('does not try the first part of a message for the whole', async () => {
    const [large] = await send(`{"data":{"text":"${'x'.repeat(1_100_000)}"},"meta":{}}`)
    const { total } = await listQuarantine(sender, { query: {} })
    const again = await retryQuarantined(sender, { id: large!.quarantine_id! })
    expect(again).toMatchObject({ status: 'quarantined', quarantine_id: large!.quarantine_id })
    expect(again.problems).toMatchObject([{ code: 'message-cut' }])
    expect((await listQuarantine(sender, { query: {} })).total).toBe(total)
  })

  test('says which service sent a message, also to whoever may not see what is in it, and finds it by that', async () => {
    const reader: Actor = { ...sender, kind: 'person', role: 'reader' }
    await receiveMessages(
      currentReceiver(),
      [{ text: '{"meta":{"event_id":"q-8"}}' }],
      false,
      'label-printer',
    )
    await send('{"meta":{"event_id":"q-9"}}')
    const { items } = await listQuarantine(reader, { query: { q: 'Label-Printer' } })
    expect(items).toMatchObject([{ event_id: 'q-8', sender: 'label-printer' }])
    expect(await getQuarantined(reader, { id: items[0]!.id })).toMatchObject({ sender: 'label-printer' })
    const [unknown] = (await listQuarantine(reader, { query: { q: 'q-9' } })).items
    expect(unknown).toMatchObject({ sender: null })
  })

  test('is searched by what is said of a message, and by what is in it for whoever may see that', async () => {
    const reader: Actor = { ...sender, kind: 'person', role: 'reader' }
    await send('{"data":{"order_id":"hidden-7"},"meta":{"event_id":"q-3","schema":{"name":"OrderMoved"}}}')
    await send('hidden-7 is no JSON')
    const found = async (actor: Actor, query: { q?: string; code?: string }) =>
      (await listQuarantine(actor, { query })).items.map((item) => item.event_id)
    expect(await found(sender, { q: 'ordermoved' })).toEqual(['q-3'])
    expect(await found(reader, { q: 'ordermoved' })).toEqual(['q-3'])
    expect(await found(sender, { q: 'hidden-7' })).toEqual([null, 'q-3'])
    expect(await found(reader, { q: 'hidden-7' })).toEqual([])
    expect(await found(sender, { q: 'hidden-7', code: 'not-json' })).toEqual([null])
    const { reasons, total } = await listQuarantine(sender, { query: { q: 'hidden-7', code: 'not-json' } })
    expect(reasons.map(({ count }) => count)).toEqual([1, 1])
    expect(total).toBeGreaterThan(2)
  })

  test('lets a message go that became an event', async () => {
    const text = JSON.stringify(envelope({ id: 'q-2', data: { order_id: 'x' } }))
    const { rows } = await pool().query<{ id: string }>(
      `INSERT INTO events.quarantine (raw_hash, raw, bytes, problems, imported)
       VALUES (gen_random_uuid(), convert_to($1, 'UTF8'), length($1), '[]', false) RETURNING id::text`,
      [text],
    )
    expect((await retryQuarantined(sender, { id: rows[0]!.id })).status).toBe('accepted')
    await expect(getQuarantined(sender, { id: rows[0]!.id })).rejects.toMatchObject({
      slug: 'quarantined-not-found',
    })
  })

  test('refuses beyond 1 GiB in all', async () => {
    const add = (bytes: number) =>
      maintenancePool().query('UPDATE events.quarantine_usage SET bytes = bytes + $1', [bytes])
    await add(2 ** 30)
    await expect(send('never kept')).rejects.toMatchObject({ slug: 'quarantine-full' })
    await add(-(2 ** 30))
    expect(await send('kept now')).toMatchObject([{ status: 'quarantined' }])
  })
})
