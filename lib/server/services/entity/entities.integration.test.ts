import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { envelope, send, sender } from '@/lib/server/ingest/testing/received'
import { eraseEvent } from '@/lib/server/services/event/erase-event'
import { getEntity } from './get-entity'
import { getEntityHistory } from './get-entity-history'
import { listEntities } from './list-entities'
import { logPlaceOf } from '@/lib/server/services/event/log-place'
import { streamEntitySnapshot } from './stream-entity-snapshot'

const minute = (n: number) => new Date(Date.UTC(2026, 7, 6, 9, n)).toISOString()
const history = (key: string, query = {}, entity = 'Boat') => getEntityHistory(sender, { entity, key, query })

/** Puts a CUD event type and its first schema into the catalog. */
async function publishCud(name: string, entity: string, operation: string, schema: object): Promise<void> {
  await pool().query(
    `INSERT INTO event_type (name, kind, entity, operation, updated_at) VALUES ($1, 'cud', $2, $3, now())`,
    [name, entity, operation],
  )
  const id = randomUUID()
  await pool().query(
    `INSERT INTO schema_version (id, event_type_id, label, ordinal, schema, content_hash)
     SELECT $1, id, '1.0.0', 1, $3, $1 FROM event_type WHERE name = $2`,
    [id, name, JSON.stringify(schema)],
  )
}

async function snapshot(entity: string) {
  const text = await new Response(await streamEntitySnapshot(sender, { entity })).text()
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, never>)
}

describe('entities', () => {
  useTestDatabase()

  beforeAll(async () => {
    const boat = {
      type: 'object',
      required: ['boat_id', 'name'],
      properties: { boat_id: { type: 'string', 'x-key': true }, name: { type: 'string' } },
    }
    for (const operation of ['created', 'updated', 'deleted'])
      await publishCud(`Boat${operation[0]!.toUpperCase()}${operation.slice(1)}`, 'Boat', operation, boat)
    const berth = { type: 'object', properties: { berth: { type: 'integer', 'x-key': true } } }
    await publishCud('BerthUpdated', 'Berth', 'updated', berth)
    await pool().query(
      `INSERT INTO event_type (name, kind, updated_at) VALUES ('BoatMoored', 'domain', now())`,
    )
    await send([
      envelope({ id: 'b1', type: 'BoatCreated', created: minute(1), data: { boat_id: 'b-1', name: 'Ada' } }),
      // Of another chain, without a required field.
      envelope({ id: 'b2', type: 'BoatUpdated', created: minute(5), data: { boat_id: 'b-1' } }),
      envelope({ id: 'm1', type: 'BoatMoored', created: minute(6), data: { boat_id: 'b-1', berth_id: 3 } }),
      envelope({ id: 'm2', type: 'BoatMoored', created: minute(7), data: { boat_id: 'b-1', berth_id: 4 } }),
      // Names the other boat, and is about its own.
      envelope({
        id: 'o1',
        type: 'BoatUpdated',
        parent: 'b1',
        created: minute(2),
        data: { boat_id: 'b-2', name: 'Bo', towed_by_id: 'b-1' },
      }),
      envelope({ id: 'o2', type: 'BoatDeleted', created: minute(9), data: { boat_id: 'b-2', name: 'Bo' } }),
      envelope({ id: 'n1', type: 'BerthUpdated', created: minute(2), data: { berth: 7, free: true } }),
    ])
    // Created before the update, and later here.
    await send([
      envelope({
        id: 'b3',
        type: 'BoatUpdated',
        created: minute(3),
        data: { boat_id: 'b-1', name: 'Ada II' },
      }),
    ])
  })

  test('are listed with their event types and what changed last', async () => {
    const { items } = await listEntities(sender, { query: {} })
    expect(items.map(({ entity, events }) => [entity, events])).toEqual([
      ['Berth', 1],
      ['Boat', 5],
    ])
    const [first, ...others] = (await listEntities(sender, { query: { limit: 1 } })).items
    expect([first!.entity, others]).toEqual(['Berth', []])
    const { next_cursor } = await listEntities(sender, { query: { limit: 1 } })
    expect((await listEntities(sender, { query: { cursor: next_cursor! } })).items).toEqual([items[1]])

    const { key_places, recent, types } = await getEntity(sender, { entity: 'Boat' })
    expect(key_places[0]).toBe('/boat_id')
    expect(types.map(({ operation }) => operation)).toEqual(['created', 'updated', 'deleted'])
    expect(recent.map(({ key, operation, event_id }) => [key, operation, event_id])).toEqual([
      ['b-2', 'deleted', 'o2'],
      ['b-1', 'updated', 'b2'],
    ])
    await expect(getEntity(sender, { entity: 'Whale' })).rejects.toThrow('WhaleCreated')
  })

  test('tell of one by its key: its state at any time, its differences, what is wrong, events about it', async () => {
    const boat = await history('b-1')
    expect(boat.key_place).toBe('/boat_id')
    expect(boat.history.map(({ event_id, differences }) => [event_id, differences])).toEqual([
      ['b1', [{ pointer: '', after: { boat_id: 'b-1', name: 'Ada' } }]],
      ['b3', [{ pointer: '/name', before: 'Ada', after: 'Ada II' }]],
      ['b2', [{ pointer: '/name', before: 'Ada II' }]],
    ])
    expect(boat.state).toMatchObject({ exists: true, event_id: 'b2', data_text: '{"boat_id":"b-1"}' })
    expect(boat.findings.map(({ rule, event_id, pointer }) => [rule, event_id, pointer])).toEqual([
      ['arrived-late', 'b3', ''],
      ['state-incomplete', 'b2', '/name'],
    ])
    expect((await history('b-1', { at: minute(4) })).state?.data).toEqual({ boat_id: 'b-1', name: 'Ada II' })
    expect((await history('b-1', { at: minute(0) })).state).toBeNull()

    const first = await history('b-1', { limit: 1 })
    expect(first.domain_events.items.map(({ event_id }) => event_id)).toEqual(['m2'])
    const second = await history('b-1', { limit: 1, cursor: first.domain_events.next_cursor! })
    expect(second.domain_events.items.map(({ event_id }) => event_id)).toEqual(['m1'])
  })

  test('are found by a marked field that is called no id, and not where nothing has the key', async () => {
    expect((await history('7', {}, 'Berth')).history.map(({ event_id }) => event_id)).toEqual(['n1'])
    await expect(history('b-9')).rejects.toThrow('The key is looked for at /boat_id')
  })

  test('are told apart by numbers that a double would not', async () => {
    const told = (id: string, berth: string) =>
      JSON.stringify(envelope({ id, type: 'BerthUpdated', created: minute(3) })).replace(
        '"data":{}',
        `"data":{"berth":${berth}}`,
      )
    await send([told('big-2', '9007199254740992'), told('big-3', '9007199254740993')].join('\n'))
    const found = await history('9007199254740993', {}, 'Berth')
    expect(found.history.map(({ event_id }) => event_id)).toEqual(['big-3'])
  })

  test('tell of numbers that a double would round to the letter', async () => {
    const told = (id: string, at: string, length: string) =>
      JSON.stringify(envelope({ id, type: 'BerthUpdated', created: at })).replace(
        '"data":{}',
        `"data":{"berth":7100,"length":${length}}`,
      )
    await send(
      [told('fine-1', minute(4), '9007199254740992'), told('fine-2', minute(5), '9007199254740993')].join(
        '\n',
      ),
    )
    const found = await history('7100', {}, 'Berth')
    expect(found.history[1]!.differences).toMatchObject([
      { pointer: '/length', after_text: '9007199254740993' },
    ])
  })

  test('give a snapshot that says for which place in the log it holds, without what was deleted', async () => {
    const [head, ...lines] = await snapshot('Boat')
    expect(head).toMatchObject({ snapshot: { entity: 'Boat' } })
    expect(
      BigInt(logPlaceOf((head as unknown as { snapshot: { position: string } }).snapshot.position).position),
    ).toBeGreaterThan(0n)
    expect(lines).toMatchObject([
      { key: 'b-1', data: { boat_id: 'b-1' }, meta: { event_id: 'b2' } },
      { end: { count: 1 } },
    ])
  })

  test('of one moment have the state of their highest revision, in the history and in the snapshot', async () => {
    const of = { type: 'BoatUpdated', created: minute(18) }
    const data = (name: string, revision: number) => ({ boat_id: 'b-counted', name, revision })
    await send([
      envelope({ ...of, id: 'counted-a', data: data('last', 3) }),
      envelope({ ...of, id: 'counted-b', data: data('second', 2) }),
      envelope({ ...of, id: 'uncounted-a', data: { boat_id: 'b-uncounted', name: 'Ada' } }),
      envelope({ ...of, id: 'uncounted-b', data: { boat_id: 'b-uncounted', name: 'Bea' } }),
    ])
    await send(envelope({ ...of, id: 'counted-c', data: data('first', 1) }))
    const { state, findings } = await history('b-counted')
    expect([state?.data, findings.map(({ rule }) => rule)]).toEqual([
      data('last', 3),
      ['never-created', 'arrived-late'],
    ])
    expect((await history('b-uncounted')).findings.map(({ rule }) => rule)).toEqual([
      'never-created',
      'order-unknown',
    ])
    const lines = await snapshot('Boat')
    expect(lines.filter(({ key }) => key === 'b-counted').map((line) => line.data)).toEqual([data('last', 3)])
    expect(lines.filter(({ key }) => key === 'b-uncounted')).toHaveLength(1)
  })

  test('that live and die within one moment and message are gone in the history and in the snapshot', async () => {
    const of = (id: string, type: string) =>
      envelope({ id, type, created: minute(20), data: { boat_id: 'b-brief', name: 'Cy' } })
    await send([of('z-first', 'BoatCreated'), of('m-second', 'BoatUpdated'), of('a-last', 'BoatDeleted')])
    const { history: steps, state, findings } = await history('b-brief')
    expect(steps.map(({ operation }) => operation)).toEqual(['created', 'updated', 'deleted'])
    expect([state?.exists, findings]).toEqual([false, []])
    expect((await snapshot('Boat')).map(({ key }) => key)).not.toContain('b-brief')
    expect((await getEntity(sender, { entity: 'Boat' })).recent[0]).toMatchObject({
      key: 'b-brief',
      operation: 'deleted',
    })
  })

  test('of the last moment there is are in the snapshot', async () => {
    const of = { type: 'BoatUpdated', created: '9999-12-31T23:59:59.999Z' }
    await send(envelope({ ...of, id: 'for-ever', data: { boat_id: 'b-for-ever', name: 'Ada' } }))
    expect((await snapshot('Boat')).map(({ key }) => key)).toContain('b-for-ever')
    expect((await history('b-for-ever')).state?.event_id).toBe('for-ever')
  })

  test('have at the instant of an event what it says, though its clock is finer than what is shown', async () => {
    await send([
      envelope({
        id: 'f1',
        type: 'BoatCreated',
        created: '2026-08-06T09:01:00.000400Z',
        data: { boat_id: 'b-7', name: 'Ada' },
      }),
      envelope({
        id: 'f2',
        type: 'BoatUpdated',
        created: '2026-08-06T09:01:00.002600Z',
        data: { boat_id: 'b-7', name: 'Bo' },
      }),
    ])
    const { history: steps } = await history('b-7')
    const names = await Promise.all(
      steps.map(async ({ created_at }) => (await history('b-7', { at: created_at })).state?.data),
    )
    expect(names).toMatchObject([{ name: 'Ada' }, { name: 'Bo' }])
    expect((await history('b-7', { at: '2026-08-06T11:00:59.999+02:00' })).state).toBeNull()
  })

  test('of more than a page are whole, and each stands once', async () => {
    const berths = Array.from({ length: 1_300 }, (_, i) =>
      envelope({ type: 'BerthUpdated', created: minute(10 + (i % 3)), data: { berth: i % 700, i } }),
    )
    await send(berths.map((each) => JSON.stringify(each)).join('\n'))
    const lines = (await snapshot('Berth')).slice(1)
    expect(lines.at(-1)).toEqual({ end: { count: 703 } })
    expect(new Set(lines.slice(0, -1).map(({ key }) => key)).size).toBe(703)
  })

  test('say that an event in their chains was erased, which may have been about them', async () => {
    await eraseEvent(sender, { event_id: 'b3', body: { reason: 'asked for' } })
    const boat = await history('b-1')
    expect(boat.history.map(({ event_id }) => event_id)).toEqual(['b1', 'b2'])
    expect(boat.findings).toContainEqual(expect.objectContaining({ rule: 'state-erased', event_id: 'b3' }))
  })
})
