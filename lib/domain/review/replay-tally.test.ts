import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
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
    const tally = new ReplayTally(['address', 'a'], { cover, paths: ['address', 'list[].who'] })
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
    })
  })

  it('takes no more room for strange events than for many of a kind', () => {
    const tally = new ReplayTally(['a'])
    for (let i = 0; i < 5_000; i++)
      tally.add(event(`e${i}`, `p${i}`, `${i}`, { a: 1, [`x${i}`]: 1 }), rejected(`/data/k${i}`))
    const { events, producers, reasons, undeclared } = tally.result()
    expect([events, producers.length, reasons.length, undeclared.length]).toEqual([5_000, 50, 50, 50])
  })
})

describe('undeclared fields', () => {
  it('are those that occur and have no name, lists and objects looked into', () => {
    const fields = new UndeclaredFields(['id', 'lines', 'lines[].sku', 'address', 'address.city'])
    fields.add({
      id: 1,
      lines: [
        { sku: 'a', colour: 'red' },
        { sku: 'b', colour: 'red' },
      ],
      extra: { deep: 1 },
    })
    fields.add({ id: 1, address: { city: 'Oslo', zip: '0150' }, extra: null })
    expect(fields.result()).toEqual([
      { field: 'lines.colour', count: 2 },
      { field: 'extra', count: 2 },
      { field: 'address.zip', count: 1 },
    ])
  })

  it('are no names of the language itself', () => {
    const fields = new UndeclaredFields([])
    fields.add(JSON.parse('{"__proto__": 1, "constructor": 2}') as Json)
    expect(
      fields
        .result()
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['__proto__', 'constructor'])
    expect(({} as { count?: unknown }).count).toBeUndefined()
  })
})
