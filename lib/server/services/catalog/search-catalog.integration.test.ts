import { beforeAll, describe, expect, it } from 'vitest'
import type { EventTypePage, Facet } from '@/lib/contracts/event-type'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'
import { envelope, send } from '@/lib/server/ingest/testing/received'

useTestDatabase()

const put = (name: string, more: Record<string, unknown> = {}) =>
  ask('createEventType', { body: { name, kind: 'domain', ...more } })
async function list(query: Record<string, unknown>): Promise<EventTypePage> {
  const { status, value } = await ask('listEventTypes', { query })
  expect(status).toBe(200)
  return value as EventTypePage
}
const namesOf = ({ items }: EventTypePage) => items.map(({ name }) => name)
const countsOf = (facets: Facet[]) => Object.fromEntries(facets.map(({ value, count }) => [value, count]))

beforeAll(async () => {
  await ask('createDomain', { body: { slug: 'sales', name: 'Sales' } })
  await ask('createOwner', {
    body: { slug: 'cards', name: 'Cards team', email: 'cards@example.org', domain: 'sales' },
  })
  await ask('createOwner', { body: { slug: 'shop', name: 'Shop team' } })
  await ask('createService', { body: { slug: 'card-service', name: 'Card service', owner: 'cards' } })
  await put('CardExpired', { owner: 'cards', domain: 'sales', description: 'A card can no longer pay' })
  await put('CatalogCartCreated', { kind: 'cud', owner: 'shop', domain: 'sales' })
  await put('CatalogCartUpdated', { kind: 'cud', owner: 'shop', status: 'draft' })
  await put('ReportFilled', { status: 'deprecated' })
  await ask('publishVersion', {
    params: { name: 'CardExpired' },
    body: {
      schema: {
        type: 'object',
        properties: {
          card_id: { type: 'string' },
          holder: { type: 'object', properties: { last_name: { type: 'string' } } },
        },
      },
    },
  })
  await ask('declareProducer', { params: { name: 'CardExpired', service: 'card-service' }, body: {} })
})

describe('searching the catalog', () => {
  it('finds words inside names, descriptions, owners and fields, and shows where', async () => {
    const cart = await list({ q: 'cart crea' })
    expect(cart.items[0]).toMatchObject({ name: 'CatalogCartCreated' })
    expect(cart.items[0]!.matches?.some((match) => match.in === 'name')).toBe(true)
    expect(namesOf(await list({ q: 'can no longer pay' }))).toContain('CardExpired')
    expect(namesOf(await list({ q: 'cards team' }))).toContain('CardExpired')
    const field = (await list({ q: 'last_name' })).items.find(({ name }) => name === 'CardExpired')
    expect(field?.matches?.some((match) => match.in === 'field')).toBe(true)
    expect(namesOf(await list({ q: 'expird' }))).toContain('CardExpired')
    expect(await list({ q: 'zzzzzz' })).toMatchObject({ items: [], total: 0, next_cursor: null })
  })

  it('filters by any of several values, and by all of several filters', async () => {
    expect(namesOf(await list({ owner: ['shop', 'cards'] }))).toEqual(
      expect.arrayContaining(['CardExpired', 'CatalogCartCreated', 'CatalogCartUpdated']),
    )
    expect(namesOf(await list({ owner: 'shop', domain: 'sales' }))).toEqual(['CatalogCartCreated'])
    expect(namesOf(await list({ owner: '-', status: 'deprecated' }))).toEqual(['ReportFilled'])
    expect(namesOf(await list({ service: 'card-service' }))).toEqual(['CardExpired'])
    for (const field of ['card_id', 'last_name', 'holder.last_name', '/holder/last_name'])
      expect(namesOf(await list({ field }))).toEqual(['CardExpired'])
    expect(namesOf(await list({ kind: 'nothing' }))).toEqual([])
  })

  it('counts what each filter would leave, as if that filter alone were not set', async () => {
    const { facets, total } = await list({ owner: 'shop', kind: 'cud' })
    expect(total).toBe(2)
    expect(countsOf(facets.owner)).toMatchObject({ shop: 2 })
    expect(countsOf(facets.kind)).toEqual({ cud: 2 })
    expect(facets.owner.find(({ value }) => value === 'shop')?.label).toBe('Shop team')
  })

  it('sorts by name, by events and by the last change', async () => {
    const byName = namesOf(await list({ sort: 'name' }))
    expect(byName).toEqual([...byName].sort())
    await ask('updateEventType', { params: { name: 'ReportFilled' }, body: { description: 'now' } })
    expect(namesOf(await list({ sort: 'updated' }))[0]).toBe('ReportFilled')
    expect(namesOf(await list({ sort: 'events' }))).toEqual(byName)
  })

  it('pages through everything once', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await list({ limit: 2, cursor })
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...namesOf(page))
      cursor = page.next_cursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(namesOf(await list({})))
  })
})

describe('the palette', () => {
  const hits = async (q: string, limit?: number) =>
    (
      (await ask('search', { query: { q, limit } })).value as {
        hits: { kind: string; title: string; href: string }[]
      }
    ).hits

  it('finds event types, fields, owners, services and domains with their addresses', async () => {
    expect(await hits('CardExpired')).toContainEqual(
      expect.objectContaining({ kind: 'event-type', href: '/catalog/CardExpired' }),
    )
    expect(await hits('last_name')).toContainEqual(
      expect.objectContaining({ kind: 'field', title: 'CardExpired' }),
    )
    expect(await hits('cards t')).toContainEqual(
      expect.objectContaining({ kind: 'owner', href: '/owners/cards' }),
    )
    expect(await hits('card serv')).toContainEqual(
      expect.objectContaining({ kind: 'service', href: '/services/card-service' }),
    )
    expect(await hits('sal')).toContainEqual(
      expect.objectContaining({ kind: 'domain', href: '/domains/sales' }),
    )
  })

  it('leads from a business key or a trace id to its chain, where it is in one, and to a list else', async () => {
    const event = (id: string, order: string, second: number, parent?: string) =>
      envelope({
        id,
        parent,
        data: { order_id: order },
        created: `2026-08-06T09:03:0${second}Z`,
        meta: { trace_id: `t-${id}` },
      })
    await send([event('k-1', 'o-77', 1), event('k-2', 'o-77', 2, 'k-1'), event('k-3', 'o-78', 3)])
    await send([event('k-4', 'o-78', 4)])
    expect((await hits('o-77')).map(({ kind, href }) => [kind, href])).toEqual([
      ['key', '/events/k-1'],
      ['key', '/explore?key=o-77'],
    ])
    expect((await hits('o-78')).map(({ href }) => href)).toEqual(['/explore?key=o-78'])
    expect((await hits('t-k-2')).map(({ kind, href }) => [kind, href])).toEqual([
      ['trace', '/events/k-2'],
      ['trace', '/explore?trace_id=t-k-2'],
    ])
  })

  it('finds nothing for nothing, and no more than asked for', async () => {
    expect(await hits('   ')).toEqual([])
    expect((await hits('c', 2)).length).toBe(2)
    expect((await ask('search', { query: { q: 'x'.repeat(501) } })).status).toBe(422)
    expect((await ask('search', {})).status).toBe(422)
  })
})
