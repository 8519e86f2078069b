import { describe, expect, it } from 'vitest'
import type { EventTypeSummary } from '@/lib/contracts/event-type'
import { matchLocally } from './match-locally'

function eventType(name: string, more: Partial<EventTypeSummary> = {}): EventTypeSummary {
  return {
    name,
    kind: 'domain',
    entity: null,
    operation: null,
    successor: null,
    retires_on: null,
    status: 'active',
    description: '',
    owner: null,
    domain: null,
    latest_version: null,
    versions_count: 0,
    producers: [],
    consumers: [],
    events_last_day: 0,
    events_per_day: 0,
    daily: [],
    ...more,
  }
}

const rows = [
  eventType('CardExpired', { owner: { slug: 'cards', name: 'Cards' } }),
  eventType('CatalogCartCreated', { kind: 'cud', description: 'Full state of a cart' }),
]
const names = (filter: Parameters<typeof matchLocally>[1]) =>
  matchLocally(rows, filter).map((row) => row.name)

describe('matching the loaded rows', () => {
  it('wants every word, anywhere inside a name', () => {
    expect(names({ q: 'cart crea' })).toEqual(['CatalogCartCreated'])
    expect(names({ q: 'cart exp' })).toEqual([])
  })

  it('marks where in the name the words are', () => {
    const [row] = matchLocally(rows, { q: 'exp card' })
    expect(row?.matches).toEqual([
      {
        in: 'name',
        text: 'CardExpired',
        ranges: [
          [4, 7],
          [0, 4],
        ],
      },
    ])
  })

  it('finds words of the description and of the owner', () => {
    expect(names({ q: 'full state' })).toEqual(['CatalogCartCreated'])
    expect(names({ q: 'CARDS' })).toEqual(['CardExpired'])
  })

  it('holds the filters, and knows rows without an owner by a dash', () => {
    expect(names({ kind: ['cud'] })).toEqual(['CatalogCartCreated'])
    expect(names({ owner: ['-'] })).toEqual(['CatalogCartCreated'])
    expect(names({ owner: ['-', 'cards'] })).toHaveLength(2)
  })
})
