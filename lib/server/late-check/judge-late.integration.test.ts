import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'
import { CatalogLookup } from '@/lib/server/ingest/catalog-lookup'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send, sender } from '@/lib/server/ingest/testing/received'
import type { Actor } from '@/lib/server/services/actor'
import { eraseEvent } from '@/lib/server/services/event/erase-event'
import { getChain } from '@/lib/server/services/chain/get-chain'
import { getChainColumns } from '@/lib/server/services/chain/get-chain-columns'
import { getEvent } from '@/lib/server/services/event/get-event'
import { getEventTypeActivity } from '@/lib/server/services/catalog/get-event-type-activity'
import { listEvents } from '@/lib/server/services/event/list-events'
import { readHorizon, readTail } from '@/lib/server/stores/event-tail-store'
import { checkReferrers, judgeNextBatch } from '@/lib/server/stores/late-check-store'
import { forgetOf } from '@/lib/server/stores/retention-store'
import { judgeLate } from './judge-late'
import { startLateChecks } from './start-late-checks'

useTestDatabase()
afterAll(closeReceiver)

const schema = {
  type: 'object',
  description: 'd',
  required: ['order_id'],
  properties: { order_id: { type: 'string', description: 'd' } },
}

let types = 0
/** A name that no other test uses. */
let type: string
beforeEach(async () => {
  type = `OrderPlacedAs${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[types++]}`
  await pool().query('DELETE FROM events.late_check')
  await pool().query('DELETE FROM events.late_reference')
})

async function publish(name = type, more: object = {}, label = '1.0.0'): Promise<void> {
  await ask('createEventType', { body: { name, kind: 'domain', description: 'd' } })
  const published = await ask('publishVersion', {
    params: { name },
    body: { label, schema: { ...schema, ...more }, breaking_reason: 'nobody reads it yet' },
  })
  expect(published.status).toBe(201)
}

/** As if the moment were over in which events that were received meanwhile may still be stored. */
async function beDue(): Promise<void> {
  await pool().query('UPDATE events.late_reference SET turn_at = now()')
  await checkReferrers()
  await pool().query('UPDATE events.late_check SET turn_at = now()')
}

/** A server that does nothing else; a new one remembers nothing. */
async function judgeAll(catalog = new CatalogLookup(pool())): Promise<void> {
  await beDue()
  while (await judgeLate(catalog)) continue
}

const numbered = (name: string, count: number, of = type) =>
  Array.from({ length: count }, (_, i) =>
    envelope({ id: `${name}-${i}`, type: of, data: i % 3 === 0 ? {} : { order_id: `${i}` } }),
  )

async function written(name = type) {
  const { rows } = await pool().query<{ event_id: string; validity: number }>(
    `SELECT event_id, validity FROM events.validity WHERE type_id = (SELECT id FROM events.type WHERE name = $1)`,
    [name],
  )
  return rows
}

const open = async () => (await pool().query('SELECT FROM events.late_check')).rowCount

const idsOf = async (validity: 'valid' | 'invalid' | 'unknown', query: object = { type }) =>
  (await listEvents(sender, { query: { limit: 50, validity, ...query } })).items
    .map(({ event_id }) => event_id)
    .sort()

const found = async (event_id: string, actor: Actor = sender) => {
  const { status, problems } = await getEvent(actor, { event_id })
  return { status, problems: problems.map(({ code, pointer }) => `${code} ${pointer}`) }
}

describe('events that came before their schema', () => {
  test('are judged once it is published, and every list knows', async () => {
    await send([
      envelope({ id: 'l-valid', type, data: { order_id: 'o' } }),
      envelope({ id: 'l-invalid', type, parent: 'l-valid', data: { order_id: 1 } }),
      envelope({ id: 'l-other', type, version: '2.0.0', data: {} }),
    ])
    expect(await found('l-invalid')).toEqual({
      status: 'unknown',
      problems: ['unknown-type /meta/schema/name'],
    })
    await publish()
    await send([envelope({ id: 'l-since', type, data: {} })])
    expect(await judgeLate(new CatalogLookup(pool()))).toBe(false)
    await judgeAll()

    expect(await found('l-valid')).toEqual({ status: 'valid', problems: [] })
    expect(await found('l-invalid')).toEqual({ status: 'invalid', problems: ['type /data/order_id'] })
    expect(await idsOf('valid')).toEqual(['l-valid'])
    expect(await idsOf('invalid')).toEqual(['l-invalid', 'l-since'])
    expect(await idsOf('unknown')).toEqual(['l-other'])
    expect(await idsOf('invalid', {})).toEqual(['l-invalid', 'l-since'])
    expect(await idsOf('invalid', { type, key: '1' })).toEqual(['l-invalid'])
    const chain = await getChain(sender, { event_id: 'l-valid' })
    expect(chain.members.map(({ status }) => status)).toEqual(['valid', 'invalid'])
    expect(JSON.stringify(await getChainColumns(sender, { event_id: 'l-valid' }))).toContain('"invalid"')
    const tail = await readTail(
      { position: '0', eventId: '' },
      await readHorizon(),
      { validity: 'invalid' },
      10,
      false,
    )
    expect(tail.map(({ event_id }) => event_id).sort()).toEqual(['l-invalid', 'l-since'])
    expect((await getEventTypeActivity(sender, { name: type })).validity).toEqual({
      valid: 1,
      invalid: 2,
      unknown: 1,
    })
    // What came since was judged at receipt, and the other version is still in no catalog.
    expect((await written()).map(({ event_id }) => event_id).sort()).toEqual(['l-invalid', 'l-valid'])
    expect(await open()).toBe(0)

    await publish(type, { required: ['order_id', 'amount'] }, '2.0.0')
    await judgeAll()
    expect(await idsOf('unknown')).toEqual([])
    expect(await found('l-valid')).toEqual({ status: 'valid', problems: [] })
  })

  test('page on by the filter of invalid ones, found at receipt or later', async () => {
    await send(numbered('p', 30))
    await publish()
    await send(numbered('q', 30))
    await judgeAll()
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await listEvents(sender, { query: { type, validity: 'invalid', limit: 7, cursor } })
      ids.push(...page.items.map(({ event_id }) => event_id))
      cursor = page.next_cursor ?? undefined
    } while (cursor !== undefined)
    expect(ids).toHaveLength(20)
    expect(new Set(ids).size).toBe(20)
  })

  test('are judged on where a server broke off, each once', async () => {
    await send(numbered('r', 1_200))
    await publish()
    await beDue()
    expect(await judgeLate(new CatalogLookup(pool()))).toBe(true)
    const before = await written()
    expect(before.length).toBeGreaterThan(0)
    expect(before.length).toBeLessThan(1_200)
    // A batch that breaks off leaves nothing, and its version waits.
    const broken = judgeNextBatch(() => Promise.reject(new Error('broken off')))
    await expect(broken).rejects.toThrow('broken off')
    expect(await written()).toHaveLength(before.length)
    expect(await judgeLate(new CatalogLookup(pool()))).toBe(false)
    await judgeAll()
    const after = await written()
    expect(after).toHaveLength(1_200)
    expect(after.filter(({ validity }) => validity === 2)).toHaveLength(400)
    expect(await open()).toBe(0)
  })

  test('are shared by servers', async () => {
    const other = `${type}Again`
    await send([...numbered('s', 700), ...numbered('t', 700, other)])
    await publish()
    await publish(other)
    await beDue()
    await Promise.all([judgeAll(), judgeAll(), judgeAll()])
    await judgeAll()
    expect(await written()).toHaveLength(700)
    expect(await written(other)).toHaveLength(700)
    expect(await open()).toBe(0)
  })

  test('are judged by a server in the background, until it ends', async () => {
    await send(numbered('b', 3))
    await publish()
    await beDue()
    const stop = startLateChecks()
    await expect.poll(open, { timeout: 30_000 }).toBe(0)
    await stop()
    expect(await written()).toHaveLength(3)
  })

  test('are judged once the schema is there that theirs refers to, be it through another', async () => {
    const base = `https://schemas.example/${type}`
    const address = `${type}Address`
    const country = `${type}Country`
    const refersTo = (name: string) => ({ $ref: `${base}/${name}` })
    await publish(type, { $id: `${base}/order`, properties: { to: { $ref: 'address' } } })
    await send([
      envelope({ id: 'f-valid', type, data: { order_id: 'o', to: { country: 'SE' } } }),
      envelope({ id: 'f-invalid', type, data: { order_id: 'o', to: { country: 1 } } }),
      envelope({ id: 'f-unnamed', type, version: '9.0.0', data: { order_id: 'o', to: { country: 1 } } }),
    ])
    expect(await found('f-valid')).toEqual({ status: 'unknown', problems: ['schema-not-usable /data'] })
    await publish(address, {
      $id: `${base}/address`,
      required: [],
      properties: { country: refersTo('country') },
    })
    // Published after its events, and of no use yet.
    await publish(type, { $id: `${base}/order`, properties: { to: refersTo('address') } }, '9.0.0')
    await judgeAll()
    expect(await found('f-valid')).toEqual({ status: 'unknown', problems: ['schema-not-usable /data'] })
    expect(await found('f-unnamed')).toEqual({ status: 'unknown', problems: ['schema-not-usable /data'] })

    await publish(country, { $id: `${base}/country`, type: 'string', required: [], properties: {} })
    await judgeAll()
    expect(await found('f-valid')).toEqual({ status: 'valid', problems: [] })
    expect(await found('f-invalid')).toEqual({ status: 'invalid', problems: ['type /data/to/country'] })
    expect(await found('f-unnamed')).toEqual({ status: 'invalid', problems: ['type /data/to/country'] })
    expect((await getEventTypeActivity(sender, { name: type })).validity).toEqual({
      valid: 1,
      invalid: 2,
      unknown: 0,
    })
    // What no event names, or nothing refers to, is left alone.
    await publish(`${type}Left`, { $id: `${base}/left` })
    await pool().query('DELETE FROM events.late_check')
    await beDue()
    expect((await pool().query('SELECT type, version FROM events.late_check ORDER BY 2')).rows).toEqual([
      { type, version: '1.0.0' },
      { type, version: '9.0.0' },
    ])
  })

  test('stay as they are where they were erased, and are forgotten with what retention drops', async () => {
    await send([
      envelope({ id: 'x-erased', type, data: {} }),
      envelope({ id: 'x-later', type, data: { order_id: 1 } }),
    ])
    await eraseEvent(sender, { event_id: 'x-erased', body: { reason: 'asked for' } })
    await publish()
    await judgeAll()
    expect((await written()).map(({ event_id }) => event_id)).toEqual(['x-later'])
    await eraseEvent(sender, { event_id: 'x-later', body: { reason: 'asked for' } })
    expect(await found('x-later')).toEqual({ status: 'invalid', problems: [] })
    await forgetOf('2100-01-01')
    expect(await written()).toEqual([])
  })

  test('are told of without what stands inside of what is masked', async () => {
    const reader: Actor = { ...sender, kind: 'person', id: 'r', role: 'reader', owners: [], scopes: null }
    await send([envelope({ id: 'm-1', type, data: { order_id: 'o', person: { maiden_name: 1 } } })])
    const name = { type: 'string', description: 'd' }
    const person = {
      type: 'object',
      description: 'd',
      'x-sensitive': true,
      properties: { maiden_name: name },
    }
    await publish(type, { properties: { ...schema.properties, person } })
    await judgeAll()
    expect(await found('m-1', reader)).toEqual({ status: 'invalid', problems: ['type /data/person'] })
    expect(JSON.stringify(await getEvent(reader, { event_id: 'm-1' }))).not.toContain('maiden')
  })
})
