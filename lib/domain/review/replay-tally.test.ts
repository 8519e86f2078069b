import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { fieldPaths, sensitivePaths } from '@/lib/domain/schema/field-names'
import { ReplayTally, type ReplayJudgement } from './replay-tally'
import { UndeclaredFields } from './undeclared-fields'

const valid: ReplayJudgement = { validity: 'valid', problems: [] }
const rejected = (...pointers: string[]): ReplayJudgement => ({
  validity: 'invalid',
  problems: pointers.map((pointer) => ({ pointer, code: 'required', message: 'must be there' })),
})
const event = (eventId: string, producer: string | null = 'shop', version = '1', data: Json = {}) => ({
  eventId,
  producer,
  version,
  data,
})

describe('what a draft does to real events', () => {
  it('tells nothing of what is inside a sensitive place', () => {
    const cover = (pointer: string) => pointer.replace(/^(\/data\/address)\/.*/, '$1')
    const tally = new ReplayTally([['address'], ['a']], { cover, paths: [['address'], ['list', 0, 'who']] })
    const data = { address: { Ada: 1 }, list: [{ who: { Bo: 1 }, odd: 1 }] }
    tally.add({ ...event('e1'), data }, rejected('/data/address/Ada', '/data/address/Bo'))
    const { reasons, undeclared } = tally.result()
    expect(reasons.map(({ pointer, count }) => [pointer, count])).toEqual([['/data/address', 1]])
    expect(undeclared).toEqual([{ field: 'list.odd', count: 1 }])
  })

  it('is counted by producer, version and reason, an event once for each', () => {
    const tally = new ReplayTally([])
    tally.add(event('e1'), valid)
    tally.add(event('e2'), rejected('/data/lines/0/sku', '/data/lines/7/sku'))
    tally.add(event('e3', null, '2'), rejected('/data/lines/1/sku', '/data/a'))
    tally.add(event('e4', 'gateway'), { validity: 'unknown', problems: [] })
    expect(tally.result()).toEqual({
      events: 4,
      rejected: 2,
      unjudged: 1,
      producers: [
        { service: 'shop', events: 2, rejected: 1 },
        { service: null, events: 1, rejected: 1 },
        { service: 'gateway', events: 1, rejected: 0 },
      ],
      versions: [
        { service: 'shop', version: '1', events: 2 },
        { service: null, version: '2', events: 1 },
        { service: 'gateway', version: '1', events: 1 },
      ],
      reasons: [
        {
          pointer: '/data/lines/*/sku',
          code: 'required',
          message: 'must be there',
          count: 2,
          examples: ['e2', 'e3'],
        },
        { pointer: '/data/a', code: 'required', message: 'must be there', count: 1, examples: ['e3'] },
      ],
      undeclared: [],
      totals: {
        producers: { count: 3, more: false },
        versions: { count: 3, more: false },
        reasons: { count: 2, more: false },
        undeclared: { count: 0, more: false },
      },
    })
  })

  it('takes no more room for strange events than for many of a kind', () => {
    const tally = new ReplayTally([['a']])
    for (let i = 0; i < 5_000; i++)
      tally.add(event(`e${i}`, `p${i}`, `${i}`, { a: 1, [`x${i}`]: 1 }), rejected(`/data/k${i}`))
    const { events, producers, versions, reasons, undeclared, totals } = tally.result()
    expect(events).toBe(5_000)
    expect([producers, versions, reasons, undeclared].map(({ length }) => length)).toEqual([50, 50, 50, 50])
    expect(totals).toEqual({
      producers: { count: 500, more: true },
      versions: { count: 500, more: true },
      reasons: { count: 300, more: true },
      undeclared: { count: 500, more: true },
    })
  })

  it('says how many there are where it tells only the most frequent', () => {
    const tally = new ReplayTally([])
    for (let i = 0; i < 120; i++)
      tally.add(event(`e${i}`, `p${i}`, `${i % 60}`, { [`x${i % 70}`]: 1 }), rejected(`/data/k${i % 80}`))
    const { producers, reasons, totals } = tally.result()
    expect([producers.length, reasons.length]).toEqual([50, 50])
    expect(totals).toEqual({
      producers: { count: 120, more: false },
      versions: { count: 120, more: false },
      reasons: { count: 80, more: false },
      undeclared: { count: 70, more: false },
    })
  })
})

describe('undeclared fields', () => {
  it('are those that occur and have no name, lists and objects looked into', () => {
    const fields = new UndeclaredFields([
      ['id'],
      ['lines'],
      ['lines', 0, 'sku'],
      ['address'],
      ['address', 'city'],
    ])
    fields.add({
      id: 1,
      lines: [
        { sku: 'a', colour: 'red' },
        { sku: 'b', colour: 'red' },
      ],
      extra: { deep: 1 },
    })
    fields.add({ id: 1, address: { city: 'Oslo', zip: '0150' }, extra: null })
    expect(fields.result()).toEqual({
      // In two lines of one event it occurs in one event.
      fields: [
        { field: 'extra', count: 2 },
        { field: 'lines.colour', count: 1 },
        { field: 'address.zip', count: 1 },
      ],
      isCut: false,
    })
  })

  it('are none that the schema names, whatever is in the name', () => {
    const text: Json = { type: 'string' }
    const schema: Json = {
      properties: {
        'a.b': { type: 'object', properties: { 'c[]': text } },
        'list.s': { type: 'array', items: { properties: { 'x.y': text } } },
        pair: {
          type: 'array',
          prefixItems: [{ properties: { left: text } }, { properties: { right: text } }],
        },
        'card.holder': { type: 'object', 'x-sensitive': true, properties: { name: text } },
      },
    }
    const fields = new UndeclaredFields(fieldPaths(schema), sensitivePaths(schema))
    fields.add({ 'a.b': { 'c[]': 'x' }, 'list.s': [{ 'x.y': 'x' }], pair: [{ left: 'x' }, { right: 'x' }] })
    fields.add({ 'card.holder': { 'Ada Lovelace': 1 } })
    expect(fields.result()).toEqual({ fields: [], isCut: false })
    fields.add({ a: { b: 1 }, 'a.b': { c: 1 }, 'list.s': [{ x: 1 }], pair: [{ up: 1 }] })
    expect(fields.result().fields.map(({ field }) => field)).toEqual(['a.b.c', 'list.s.x', 'pair.up', 'a'])
  })

  it('are counted by the events that have them, whatever the events are', () => {
    const names = fc.constantFrom('a', 'b', 'c.d')
    const data = fc.letrec<{ data: Json }>((tie) => ({
      data: fc.oneof(
        { depthSize: 'small' },
        fc.integer(),
        fc.array(tie('data'), { maxLength: 3 }),
        fc.dictionary(names, tie('data')),
      ),
    })).data
    fc.assert(
      fc.property(fc.array(data, { maxLength: 6 }), (events) => {
        const fields = new UndeclaredFields([['a']])
        for (const event of events) fields.add(event)
        const has = (value: Json, name: string): boolean =>
          Array.isArray(value)
            ? value.some((item) => has(item, name))
            : typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        for (const name of ['b', 'c.d']) {
          const count = events.filter((event) => has(event, name)).length
          expect(fields.result().fields.find(({ field }) => field === name)?.count ?? 0).toBe(count)
        }
      }),
    )
  })

  it('says where more of them occur than are told apart', () => {
    const fields = new UndeclaredFields([])
    for (let i = 0; i < 500; i++) fields.add({ [`x${i}`]: 1 })
    expect(fields.result()).toMatchObject({ isCut: false })
    fields.add({ one_more: 1 })
    expect([fields.result().fields.length, fields.result().isCut]).toEqual([500, true])
  })

  it('are no names of the language itself', () => {
    const fields = new UndeclaredFields([])
    fields.add(JSON.parse('{"__proto__": 1, "constructor": 2}') as Json)
    expect(
      fields
        .result()
        .fields.map(({ field }) => field)
        .sort(),
    ).toEqual(['__proto__', 'constructor'])
    expect(({} as { count?: unknown }).count).toBeUndefined()
  })
})
