import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, publish, send, sender } from '@/lib/server/ingest/testing/received'
import { getEvent } from './get-event'
import { listQuarantine } from './list-quarantine'
import { receiveEvents } from './receive-events'

useTestDatabase()
afterAll(closeReceiver)

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['order_id'],
  properties: { order_id: { type: 'string' }, at: { type: 'string', format: 'date-time' } },
}

let orderPlacedId: string
beforeAll(async () => {
  orderPlacedId = await publish('OrderPlaced', { label: '1.0.0', schema })
})

const statuses = (results: { status: string }[]) => results.map(({ status }) => status)
const codes = (result: { problems?: { code: string; pointer: string }[] } | undefined) =>
  result?.problems?.map(({ code, pointer }) => `${code} ${pointer}`)

describe('receiving', () => {
  test('answers one result per event, in order', async () => {
    const results = await send([
      envelope({ id: 'r-valid', data: { order_id: 'o-1' } }),
      envelope({ id: 'r-invalid' }),
      envelope({ id: 'r-type', type: 'NeverRegistered' }),
      envelope({ id: 'r-version', version: '9' }),
      { data: {} },
      envelope({ id: 'r-valid', data: { order_id: 'o-1' } }),
      envelope({ id: 'r-valid', data: { order_id: 'o-2' } }),
    ])
    expect(statuses(results)).toEqual([
      'accepted',
      'invalid',
      'accepted',
      'accepted',
      'quarantined',
      'duplicate',
      'conflict',
    ])
    expect(codes(results[1])).toEqual(['required /data/order_id'])
    expect(codes(results[2])).toEqual(['unknown-type /meta/schema/name'])
    expect(codes(results[3])).toEqual(['unknown-version /meta/schema/version'])
    expect(codes(results[4])).toContain('required /meta')
  })

  test('reads a single envelope, and NDJSON with blank lines, CRLF and lines that are nothing', async () => {
    expect(statuses(await send(envelope({ data: { order_id: 'x' } })))).toEqual(['accepted'])
    const lines = Buffer.concat([
      Buffer.from(`${JSON.stringify(envelope({ id: 'n-1', data: { order_id: 'x' } }))}\r\n\n{"broken":\n`),
      Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
      Buffer.from(JSON.stringify(envelope({ id: 'n-2', data: { order_id: 'x' } }))),
    ])
    const results = await send(lines)
    expect(statuses(results)).toEqual(['accepted', 'quarantined', 'quarantined', 'accepted'])
    expect(codes(results[2])).toEqual(['not-utf-8 '])
    const { rows } = await pool().query<{ raw: Buffer }>('SELECT raw FROM events.quarantine WHERE id = $1', [
      results[2]!.quarantine_id,
    ])
    expect([...rows[0]!.raw]).toEqual([0x7b, 0xff, 0x7d])
  })

  test('calls other spacing, order and spelling of the same content a duplicate', async () => {
    const before =
      '{"data":{"order_id":"o-1","n":1.0},"meta":{"event_id":"same","created_at":"2026-08-06T09:03:20Z","schema":{"name":"OrderPlaced","version":"1.0.0"}}}'
    const after =
      '{"meta": {"schema":{"version":"1.0.0","name":"OrderPlaced"},"event_id":"same","created_at":"2026-08-06T09:03:20Z"}, "data":{"n":1, "order_id":"\\u006f-1"}}'
    const bigger = before.replace('"n":1.0', '"n":9007199254740993')
    const rounded = before.replace('"n":1.0', '"n":9007199254740992')
    expect(statuses(await send([before, after].join('\n')))).toEqual(['accepted', 'duplicate'])
    expect(statuses(await send([bigger, rounded, bigger].join('\n')))).toEqual([
      'conflict',
      'conflict',
      'conflict',
    ])
    const event = await getEvent(sender, { event_id: 'same' })
    expect(event.deliveries).toBe(2)
    expect(event.flags).toEqual(expect.arrayContaining(['duplicate', 'conflict']))
    expect(event.conflicts.map(({ data_text }) => data_text).sort()).toEqual([
      '{"order_id":"o-1","n":9007199254740992}',
      '{"order_id":"o-1","n":9007199254740993}',
    ])
  })

  test('keeps what was sent to the letter', async () => {
    const data =
      '{ "big": 12345678901234567890, "nul":"\\u0000", "half":"\\ud800", "__proto__": {"x":1}, "order_id":"é/%?#"}'
    const line = `{"payload":${data},"meta":{"event_id":"letter/%?#é..","created_at":"2026-08-06T11:03:20.5+02:00","schema":{"name":"OrderPlaced","version":"1.0.0"},"mine":{"z":1e400}}}`
    const [result] = await send(line)
    expect(result!.status).toBe('accepted')
    const event = await getEvent(sender, { event_id: 'letter/%?#é..' })
    expect(event.data_text).toBe(data)
    expect(event.created_at).toBe('2026-08-06T09:03:20.500Z')
    expect(event.meta).toMatchObject({ created_at: '2026-08-06T11:03:20.5+02:00', event_id: 'letter/%?#é..' })
    expect(event.meta_text).toContain('"mine":{"z":1e400}')
    expect(event.problems.map(({ pointer }) => pointer)).toEqual(['/payload/big', '/meta/mine/z'])
  })

  test('knows a version the moment after it is published', async () => {
    const draft = { type: 'CardExpired', version: '1', data: { a: 1 } }
    expect(codes((await send(envelope(draft)))[0])).toEqual(['unknown-type /meta/schema/name'])
    await publish('CardExpired')
    expect(codes((await send(envelope(draft)))[0])).toEqual(['unknown-version /meta/schema/version'])
    await publish('CardExpired', { label: '1', schema: { properties: { a: { type: 'string' } } } })
    const [result] = await send(envelope(draft))
    expect([result!.status, codes(result)]).toEqual(['invalid', ['type /data/a']])
  })

  test('takes a schema by its id, and refuses two references that disagree', async () => {
    const byId = envelope({
      id: 'by-id',
      data: { order_id: 'x' },
      meta: { schema: undefined, schema_id: orderPlacedId },
    })
    const both = envelope({ type: 'CardExpired', version: '1', meta: { schema_id: orderPlacedId } })
    const results = await send([byId, both])
    expect(statuses(results)).toEqual(['accepted', 'quarantined'])
    expect(codes(results[1])).toEqual(['schema-mismatch /meta/schema_id'])
    const event = await getEvent(sender, { event_id: 'by-id' })
    expect([event.type, event.version, event.meta.schema]).toEqual(['OrderPlaced', '1.0.0', undefined])
  })

  test.each([
    ['an array that does not parse', '[{"data":{}},', 'malformed-json'],
    ['an empty body', '', 'malformed-json'],
    ['bytes that are no UTF-8', Buffer.from([0x5b, 0xff, 0x5d]), 'malformed-json'],
    ['5,001 events', JSON.stringify(new Array(5_001).fill({})), 'too-many-events'],
    ['more than 10 MiB', `["${'x'.repeat(10 * 1024 * 1024)}"]`, 'body-too-large'],
  ])('refuses %s whole', async (_, body, slug) => {
    const before = await listQuarantine(sender, { query: {} })
    const request = new Request('http://127.0.0.1/api/v1/events', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(Buffer.from(body)),
    })
    await expect(receiveEvents(sender, { query: {}, request })).rejects.toMatchObject({ slug })
    expect((await listQuarantine(sender, { query: {} })).total).toBe(before.total)
  })

  test('takes the time of receipt from an import, and calls nothing in it late', async () => {
    const old = {
      ...envelope({ id: 'imported', created: '2026-01-05T10:00:00Z', data: { order_id: 'x' } }),
      received_at: '2026-01-05T18:00:00Z',
    }
    expect(codes((await send([{ ...old, meta: { ...old.meta, event_id: 'live' } }]))[0])).toEqual([
      'unknown-field /received_at',
    ])
    expect(statuses(await send([old], 'import'))).toEqual(['accepted'])
    const event = await getEvent(sender, { event_id: 'imported' })
    expect([event.received_at, event.flags]).toEqual(['2026-01-05T18:00:00.000Z', ['imported']])
  })
})
