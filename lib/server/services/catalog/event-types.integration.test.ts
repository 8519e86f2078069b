import { beforeAll, describe, expect, it } from 'vitest'
import type { EventType, EventTypePage } from '@/lib/contracts/event-type'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'

useTestDatabase()

const put = (name: string, more: Record<string, unknown> = {}) =>
  ask('createEventType', { body: { name, kind: 'domain', ...more } })

beforeAll(async () => {
  await ask('createDomain', { body: { slug: 'sales', name: 'Sales' } })
  await ask('createOwner', { body: { slug: 'cards', name: 'Cards team', email: 'cards@example.org' } })
  await ask('createOwner', { body: { slug: 'shop', name: 'Shop team' } })
  await ask('createService', { body: { slug: 'card-service', name: 'Card service', owner: 'cards' } })
  await put('CardExpired', { owner: 'cards' })
  await put('CatalogCartCreated', { kind: 'cud', owner: 'shop' })
  await put('CatalogCartUpdated', { kind: 'cud', owner: 'shop', status: 'draft' })
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
