import { describe, expect, it } from 'vitest'
import type { InferredSchema, SeenType } from '@/lib/contracts/seen-type'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'

useTestDatabase()

/** Sends events of a type, one for each data block. */
async function send(name: string, version: string, blocks: readonly object[]): Promise<void> {
  const envelopes = blocks.map((data, index) => ({
    data,
    meta: {
      event_id: `${name} ${version} ${index}`,
      created_at: new Date(Date.UTC(2026, 7, 6) + index * 1_000).toISOString(),
      schema: { name, version },
    },
  }))
  expect((await ask('receiveEvents', { body: envelopes })).status).toBe(200)
}

async function names(query: Record<string, unknown> = {}): Promise<string[]> {
  const { value } = await ask('listSeenTypes', { query })
  return (value as { items: SeenType[] }).items.map(({ name }) => name)
}

describe('a type that is seen and not in the catalog', () => {
  it('is listed with its versions and counts, until it is in the catalog', async () => {
    await send('ParcelLost', '1', [{}, {}])
    await send('ParcelLost', '2', [{}])
    await send('a/b %é', '1', [{}])
    const { value } = await ask('listSeenTypes')
    const items = (value as { items: SeenType[] }).items
    expect(items.find(({ name }) => name === 'ParcelLost')).toMatchObject({ versions: ['1', '2'], count: 3 })
    expect(await names()).toContain('a/b %é')
    await ask('createEventType', { body: { name: 'ParcelLost', kind: 'domain' } })
    expect(await names()).not.toContain('ParcelLost')
  })

  it('names the services that send it', async () => {
    const envelopes = ['printer', 'scanner', 'printer', undefined].map((producer, index) => ({
      data: {},
      meta: {
        event_id: `label ${index}`,
        created_at: '2026-08-06T09:03:20Z',
        schema: { name: 'LabelTorn', version: '1' },
        producer,
      },
    }))
    await ask('receiveEvents', { body: envelopes })
    const { value } = await ask('listSeenTypes')
    const { items } = value as { items: SeenType[] }
    expect(items.find(({ name }) => name === 'LabelTorn')).toMatchObject({
      producers: ['printer', 'scanner'],
      count: 4,
    })
    expect(items.find(({ name }) => name === 'a/b %é')).toMatchObject({ producers: [] })
  })

  it('comes page by page', async () => {
    await send('PageOneSeen', '1', [{}])
    await send('PageTwoSeen', '1', [{}])
    const all = await names()
    const paged: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { value } = await ask('listSeenTypes', { query: { limit: 1, cursor } })
      const page = value as { items: SeenType[]; next_cursor: string | null }
      paged.push(...page.items.map(({ name }) => name))
      cursor = page.next_cursor
    }
    expect(paged).toEqual(all)
  })

  it('comes by the number of its events, page by page, of equally many by name', async () => {
    await send(
      'SeenOften',
      '1',
      Array.from({ length: 9 }, () => ({})),
    )
    await send('SeenOften', '2', [{}])
    await send('SeenTwiceB', '1', [{}, {}])
    await send('SeenTwiceA', '1', [{}, {}])
    const paged: SeenType[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { value } = await ask('listSeenTypes', { query: { limit: 1, cursor, sort: 'events' } })
      const page = value as { items: SeenType[]; next_cursor: string | null }
      paged.push(...page.items)
      cursor = page.next_cursor
    }
    expect(paged.map(({ name }) => name).sort()).toEqual((await names()).sort())
    expect(paged[0]).toMatchObject({ name: 'SeenOften', count: 10 })
    expect(paged.map(({ count }) => count)).toEqual(paged.map(({ count }) => count).sort((a, b) => b - a))
    const twice = paged.filter(({ name }) => name.startsWith('SeenTwice')).map(({ name }) => name)
    expect(twice).toEqual(['SeenTwiceA', 'SeenTwiceB'])
    // What was given out by the one order says nothing in the other.
    const { value } = await ask('listSeenTypes', { query: { limit: 1 } })
    const cursor = (value as { next_cursor: string }).next_cursor
    expect((await ask('listSeenTypes', { query: { cursor, sort: 'events' } })).status).toBe(400)
  })

  it('has a schema inferred from what was sent, and examples, newest first', async () => {
    await send('CrateOpened', '1', [
      { crate_id: 'c-1' },
      { crate_id: 'c-2', weight: 2.5 },
      { crate_id: 'c-3' },
    ])
    const { value } = await ask('inferSeenType', { params: { name: 'CrateOpened' } })
    const inferred = value as InferredSchema
    expect(inferred).toMatchObject({ in_catalog: false, samples: 3, count: 3 })
    expect(inferred.schema).toMatchObject({
      properties: { crate_id: { type: 'string' }, weight: { type: 'number' } },
      required: ['crate_id'],
    })
    expect(inferred.examples[0]).toEqual({ crate_id: 'c-3' })
  })

  it('is inferred of one version alone, which the catalog lacks while it has the type', async () => {
    await ask('createEventType', { body: { name: 'CrateSealed', kind: 'domain' } })
    await send('CrateSealed', '1', [{ crate_id: 'c-1' }])
    await send('CrateSealed', '2', [{ crate_id: 7, seal: 'wax' }])
    const infer = async (version: string) =>
      (await ask('inferSeenType', { params: { name: 'CrateSealed' }, query: { version } })) as {
        status: number
        value: InferredSchema
      }
    const { value } = await infer('2')
    expect(value).toMatchObject({ in_catalog: true, samples: 1, count: 1, versions: ['2'] })
    expect(value.schema).toMatchObject({
      properties: { crate_id: { type: 'integer' }, seal: { type: 'string' } },
    })
    expect((await infer('3')).status).toBe(404)
  })

  it('does not exist where no event named it', async () => {
    const { status, value } = await ask('inferSeenType', { params: { name: 'NeverSent' } })
    expect([status, (value as { type: string }).type]).toEqual([404, '/problems/event-type-not-found'])
  })
})
