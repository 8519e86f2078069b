import { beforeAll, describe, expect, it } from 'vitest'
import type { EventType, EventTypePage, Facet } from '@/lib/contracts/event-type'
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

describe('registering an event type', () => {
  it('answers it whole, with the entity of a CUD event read from its name', async () => {
    const { status, value } = await put('PriceDeleted', { kind: 'cud' })
    expect(status).toBe(201)
    expect(value).toMatchObject({
      name: 'PriceDeleted',
      entity: 'Price',
      operation: 'deleted',
      owner: null,
      status: 'active',
      latest_version: null,
      versions_count: 0,
    })
  })

  it('refuses a name that is taken, in exactly this spelling', async () => {
    const { status, value } = await put('CardExpired')
    expect([status, value]).toMatchObject([
      409,
      { type: '/problems/already-exists', errors: [{ pointer: '/name' }] },
    ])
    expect((await put('cardexpired')).status).toBe(201)
  })

  it('lets one of many at once in', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => put('RaceFinished')))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)])
  })

  it.each([
    ['owner', 'owner-not-found'],
    ['domain', 'domain-not-found'],
  ])('names the %s that is not there, and registers nothing', async (field, slug) => {
    const { status, value } = await put('NothingHappened', { [field]: 'nobody' })
    expect([status, value]).toMatchObject([
      404,
      { type: `/problems/${slug}`, errors: [{ pointer: `/${field}` }] },
    ])
    expect((await ask('getEventType', { params: { name: 'NothingHappened' } })).status).toBe(404)
  })
})

describe('describing an event type', () => {
  it('changes what is said and leaves the rest, and clears with null', async () => {
    const params = { name: 'CatalogCartUpdated' }
    await ask('updateEventType', { params, body: { description: 'It changed', domain: 'sales' } })
    const first = (await ask('getEventType', { params })).value
    expect(first).toMatchObject({
      description: 'It changed',
      domain: { slug: 'sales' },
      owner: { slug: 'shop' },
    })
    const { value } = await ask('updateEventType', { params, body: { domain: null, status: 'active' } })
    expect(value).toMatchObject({
      description: 'It changed',
      domain: null,
      status: 'active',
      entity: 'CatalogCart',
    })
  })

  it('reads entity and operation from the name once it is said to be a CUD event', async () => {
    await put('StockUpdated')
    const { value } = await ask('updateEventType', {
      params: { name: 'StockUpdated' },
      body: { kind: 'cud' },
    })
    expect(value).toMatchObject({ kind: 'cud', entity: 'Stock', operation: 'updated' })
  })

  it('shows contact, sisters and who takes part', async () => {
    const { value } = await ask('getEventType', { params: { name: 'CardExpired' } })
    expect(value).toMatchObject({
      owner_contact: { email: 'cards@example.org' },
      producers: [
        { service: 'card-service', name: 'Card service', owner: { slug: 'cards' }, declared: true },
      ],
    })
    const cart = await ask('getEventType', { params: { name: 'CatalogCartCreated' } })
    expect((cart.value as EventType).sisters).toEqual([{ name: 'CatalogCartUpdated', operation: 'updated' }])
  })

  it('says that it is not there', async () => {
    const params = { name: 'NobodyKnown' }
    for (const { status } of [
      await ask('getEventType', { params }),
      await ask('updateEventType', { params, body: {} }),
      await ask('listVersions', { params }),
      await ask('getVersion', { params: { ...params, version: 'latest' } }),
    ])
      expect(status).toBe(404)
  })
})

describe('producers and consumers', () => {
  const params = { name: 'CardExpired', service: 'card-service' }

  it('are declared, changed and taken back', async () => {
    await ask('declareConsumer', { params, body: { fields: ['card_id'], note: 'to block it' } })
    await ask('declareConsumer', { params, body: { note: 'to block it at once' } })
    const { value } = await ask('getEventType', { params: { name: 'CardExpired' } })
    expect((value as EventType).consumers).toMatchObject([
      { fields: ['card_id'], note: 'to block it at once' },
    ])
    expect((await ask('getService', { params: { slug: 'card-service' } })).value).toMatchObject({
      consumes: [{ event_type: 'CardExpired', declared: true, seen: 0 }],
      counts: { produces: 1, consumes: 1 },
    })
    expect((await ask('removeConsumer', { params })).status).toBe(204)
    expect((await ask('removeConsumer', { params })).status).toBe(204)
    const after = await ask('getEventType', { params: { name: 'CardExpired' } })
    expect(after.value).toMatchObject({ consumers: [], producers: [{ service: 'card-service' }] })
  })

  it.each(['declareProducer', 'declareConsumer', 'removeProducer', 'removeConsumer'] as const)(
    '%s says which of the two is not there',
    async (id) => {
      const body = id.startsWith('declare') ? { body: {} } : {}
      const type = await ask(id, { params: { ...params, name: 'Nobody' }, ...body })
      expect(type.value).toMatchObject({ status: 404, type: '/problems/event-type-not-found' })
      const service = await ask(id, { params: { ...params, service: 'nobody' }, ...body })
      expect(service.value).toMatchObject({ status: 404, type: '/problems/service-not-found' })
    },
  )
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

describe('settings', () => {
  it('begin with what is usual, and change one by one', async () => {
    const usual = {
      trace_link: '',
      late_after_seconds: 60,
      rule_severities: {},
      name_style: null,
      reading: 'this-machine',
      review_required: false,
      approvals_needed: 1,
      owner_approves: true,
      reviewer_for_new: true,
      reviewer_for_breaking: true,
      retention_days: null,
      provider_groups: { claim: 'groups', grants: [] },
    }
    expect((await ask('getSettings')).value).toEqual(usual)
    await ask('updateSettings', { body: { late_after_seconds: 5 } })
    const { value } = await ask('updateSettings', {
      body: { trace_link: 'https://jaeger.example/trace/{trace_id}' },
    })
    expect(value).toEqual({
      ...usual,
      trace_link: 'https://jaeger.example/trace/{trace_id}',
      late_after_seconds: 5,
    })
    expect((await ask('getSettings')).value).toEqual(value)
  })

  it.each([
    { late_after_seconds: 0 },
    { late_after_seconds: 1.5 },
    { trace_link: 'javascript:alert("{trace_id}")' },
    { trace_link: 'https://jaeger.example/' },
    { trace_link: 'https://a/{trace_id}\u0000' },
  ])('refuse %j', async (body) => {
    const { status, value } = await ask('updateSettings', { body })
    expect([status, value]).toMatchObject([422, { errors: [{ pointer: `/${Object.keys(body)[0]}` }] }])
  })
})

describe('tasks', () => {
  it('are told while they run, by any id', async () => {
    const id = 'import/50%'
    const body = { label: 'Import', state: 'running', done: 1, total: null }
    expect((await ask('putTask', { params: { id }, body })).status).toBe(200)
    await ask('putTask', {
      params: { id },
      body: { ...body, state: 'done', done: 3, total: 3, message: 'all of it' },
    })
    const { value } = await ask('listTasks')
    expect((value as { items: unknown[] }).items).toMatchObject([
      { id, label: 'Import', state: 'done', done: 3, total: 3, message: 'all of it' },
    ])
  })
})

describe('leaving an event type', () => {
  it('says what it is left for, why and by when, both ways, and forgets it once it is in use again', async () => {
    for (const name of ['ParcelLeft', 'ParcelHandedOver', 'ParcelTaken']) await put(name)
    const patch = async (name: string, body: unknown) =>
      (await ask('updateEventType', { params: { name }, body })).value as EventType
    const left = await patch('ParcelLeft', {
      status: 'deprecated',
      status_reason: 'Which parcel?',
      successor: 'ParcelHandedOver',
      retires_on: '2027-03-01',
    })
    expect(left).toMatchObject({
      status_reason: 'Which parcel?',
      successor: 'ParcelHandedOver',
      successors: [{ name: 'ParcelHandedOver', status: 'active' }],
      retires_on: '2027-03-01',
    })
    expect(Date.now() - Date.parse(left.status_since!)).toBeLessThan(60_000)
    // What is not said stays, and so does since when it is so.
    expect(await patch('ParcelLeft', { description: 'd', retires_on: '2027-04-01' })).toMatchObject({
      status_since: left.status_since,
      successor: 'ParcelHandedOver',
      retires_on: '2027-04-01',
    })
    const next = await patch('ParcelHandedOver', { status: 'deprecated', successor: 'ParcelTaken' })
    expect(next.replaces).toEqual([{ name: 'ParcelLeft', status: 'deprecated' }])
    const { value } = await ask('getEventType', { params: { name: 'ParcelLeft' } })
    expect((value as EventType).successors.map(({ name }) => name)).toEqual([
      'ParcelHandedOver',
      'ParcelTaken',
    ])
    const listed = (await ask('listEventTypes', { query: { q: 'ParcelLeft' } })).value as EventTypePage
    expect(listed.items[0]).toMatchObject({ successor: 'ParcelHandedOver', retires_on: '2027-04-01' })
    expect(await patch('ParcelLeft', { status: 'active' })).toMatchObject({
      ...{ status_reason: '', successor: null, retires_on: null, successors: [] },
    })
    expect((await put('ParcelGone', { status: 'retired', successor: 'ParcelTaken' })).value).toMatchObject({
      status: 'retired',
      successor: 'ParcelTaken',
    })
  })

  it('refuses what nobody can be sent to, and changes nothing then', async () => {
    for (const name of ['BoxSent', 'BoxPosted', 'BoxMailed']) await put(name)
    const ofOne = (name: string, successor: string) =>
      ask('updateEventType', { params: { name }, body: { status: 'deprecated', successor } })
    expect((await ofOne('BoxSent', 'BoxPosted')).status).toBe(200)
    expect((await ofOne('BoxPosted', 'BoxMailed')).status).toBe(200)
    await ask('updateEventType', { params: { name: 'BoxPosted' }, body: { status: 'retired' } })
    // Who mends a word of what stands already is not asked to name another one.
    expect((await ofOne('BoxSent', 'BoxPosted')).status).toBe(200)
    for (const [name, successor, slug] of [
      ['BoxMailed', 'BoxSent', 'not-a-successor'],
      ['BoxMailed', 'BoxMailed', 'not-a-successor'],
      ['BoxMailed', 'BoxPosted', 'not-a-successor'],
      ['BoxMailed', 'BoxThrown', 'event-type-not-found'],
    ] as const)
      expect((await ofOne(name, successor)).value).toMatchObject({
        type: `/problems/${slug}`,
        errors: [{ pointer: '/successor' }],
      })
    const idle = { params: { name: 'BoxMailed' }, body: { successor: 'BoxSent', retires_on: '2027-03-01' } }
    expect(await ask('updateEventType', idle)).toMatchObject({
      status: 422,
      value: { errors: [{ pointer: '/successor' }, { pointer: '/retires_on' }] },
    })
    const { value } = await ask('getEventType', { params: { name: 'BoxMailed' } })
    expect(value).toMatchObject({ status: 'active', successor: null, status_since: null })
  })

  it('makes no circle of successors, though its halves are said at once', async () => {
    for (let round = 0; round < 5; round++) {
      const names = ['A', 'B', 'C'].map((letter) => `Ring${letter}${round}Closed`)
      for (const name of names) await put(name)
      const answers = await Promise.all(
        names.map((name, i) =>
          ask('updateEventType', {
            params: { name },
            body: { status: 'deprecated', successor: names[(i + 1) % names.length] },
          }),
        ),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 422])
    }
  })
})
