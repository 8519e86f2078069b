import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maintenancePool, pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver, currentReceiver } from '@/lib/server/ingest/current-receiver'
import { receiveMessages } from '@/lib/server/ingest/receive-messages'
import { envelope, publish, send, sender } from '@/lib/server/ingest/testing/received'
import type { Actor } from './actor'
import { eraseEvent } from './erase-event'
import { getChain } from './get-chain'
import { getEvent } from './get-event'
import { getEventTypeActivity } from './get-event-type-activity'
import { getFlows } from './get-flows'
import { getQuarantined } from './get-quarantined'
import { listEvents } from './list-events'
import { listQuarantine } from './list-quarantine'
import { receiveEvents } from './receive-events'
import { retryQuarantined } from './retry-quarantined'
import { searchEverything } from './search-everything'

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
    expect(statuses(await send('kept now'))).toEqual(['quarantined'])
  })
})

describe('chains and lists', () => {
  test('an id that never came is found by what names it as its parent, until it comes', async () => {
    await send([envelope({ id: 'lonely', parent: 'nowhere/1', type: 'ParcelStrayed' })])
    const first = async () => (await searchEverything(sender, { query: { q: 'nowhere/1' } })).hits[0]
    expect(await first()).toMatchObject({ kind: 'event', href: '/events/lonely' })
    await send([envelope({ id: 'nowhere/1', type: 'ParcelStrayed' })])
    expect(await first()).toMatchObject({ kind: 'event', href: '/events/nowhere%2F1' })
  })

  test('a chain grows together in any order of arrival, and is found from every member', async () => {
    const line = ['c-1', 'c-2', 'c-3', 'c-4', 'c-5']
    const events = line.map((id, i) =>
      envelope({
        id,
        parent: i === 0 ? null : line[i - 1]!,
        created: `2026-08-06T09:00:0${i}Z`,
        data: { order_id: 'o-77' },
        meta: { trace_id: 'trace-c', producer: `s-${i}` },
      }),
    )
    for (const index of [3, 0, 4, 2, 1]) expect(statuses(await send([events[index]]))).toEqual(['accepted'])
    for (const id of line) {
      const chain = await getChain(sender, { event_id: id })
      expect(chain.members.map((member) => [member.event_id, member.depth])).toEqual(
        line.map((each, depth) => [each, depth]),
      )
      expect(chain.missing).toEqual([])
    }
    const flows = await getFlows(sender, { query: { type: 'OrderPlaced' } })
    expect(flows.edges).toMatchObject([{ from: 'OrderPlaced', to: 'OrderPlaced', count: 4 }])
    expect(flows.edges[0]!.p50_ms).toBeGreaterThan(700)
    expect(flows.edges[0]!.p50_ms).toBeLessThan(1_450)
  })

  test('shows a missing parent with its children, and what shares a trace beside it', async () => {
    await send([
      envelope({ id: 'm-1', parent: 'never', meta: { trace_id: 'trace-m' } }),
      envelope({ id: 'm-2', parent: 'never' }),
      envelope({ id: 't-1', meta: { trace_id: 'trace-m' } }),
      envelope({ id: 't-2', parent: 't-1' }),
    ])
    const chain = await getChain(sender, { event_id: 'm-2' })
    expect(chain.missing).toEqual([
      { event_id: 'never', before: 0, children: ['m-1', 'm-2'], expired: false },
    ])
    expect(chain.members.map((member) => `${member.event_id} ${member.joined_by} ${member.depth}`)).toEqual([
      'm-1 parent 1',
      'm-2 parent 1',
      't-1 trace 0',
      't-2 trace 1',
    ])
  })

  test('says that a parent is past retention where it was received once', async () => {
    const parent = {
      ...envelope({ id: 'x-parent', created: '2025-01-05T10:00:00Z' }),
      received_at: '2025-01-05T10:00:00Z',
    }
    await send([parent], 'import')
    await send([envelope({ id: 'x-child', parent: 'x-parent' })])
    await pool().query(`SELECT events.drop_oldest_day('2025-02-01')`)
    const chain = await getChain(sender, { event_id: 'x-child' })
    expect(chain.missing).toMatchObject([{ event_id: 'x-parent', expired: true }])
    expect(chain.members[0]!.flags).toContain('expired-parent')
    await expect(getEvent(sender, { event_id: 'x-parent' })).rejects.toMatchObject({
      slug: 'event-not-found',
    })
  })

  test('pages through events newest first, and narrows them', async () => {
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
    expect(await ids({ key: 'o-77' })).toEqual(['c-1', 'c-2', 'c-3', 'c-4', 'c-5'])
    expect(await ids({ key: 'o-77', trace_id: 'trace-m' })).toEqual([])
    expect(await ids({ trace_id: 'trace-m' })).toEqual(['m-1', 't-1'])
    expect(await ids({ type: 'NeverRegistered' })).toEqual(['r-type'])
    expect(await ids({ service: 's-2' })).toEqual(['c-3'])
    expect(await ids({ validity: 'invalid', type: 'CardExpired' })).toHaveLength(1)
    expect(await ids({ owner: 'nobody' })).toEqual([])
    expect(await ids({ from: '2026-08-06T09:00:03Z', to: '2026-08-06T09:00:04Z' })).toEqual(['c-4'])
  })

  test('tells what a type does: versions in use, validity, causes and effects', async () => {
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
})

test('what a chain is found by is kept once for the chain, however many requests its events come in', async () => {
  const data = { order_id: 'kept-once' }
  await send([envelope({ id: 'k-1', data }), envelope({ id: 'k-2', parent: 'k-1', data })])
  await send(envelope({ id: 'k-3', parent: 'k-2', data }))
  await send(envelope({ id: 'k-other', data }))
  const { rows } = await pool().query<{ chain_id: string }>(
    "SELECT chain_id FROM events.chain_search_key WHERE h = hashtextextended('kkept-once', 0) ORDER BY 1",
  )
  expect(rows.map((row) => row.chain_id)).toEqual(['k-1', 'k-other'])
})

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
    expect(statuses(await send([event, envelope({ id: 'e-1', data: { order_id: 'again' } })]))).toEqual([
      'duplicate',
      'duplicate',
    ])
    const { rows } = await pool().query(
      "SELECT FROM events.conflict WHERE event_id = 'e-1' AND data IS NOT NULL",
    )
    expect(rows).toEqual([])
  })
})
