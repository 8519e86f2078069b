import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { chooseDrafts } from './choose-draft'

/** A pair without `$schema`, and the newest draft in which both are valid by the metaschema. */
const pairs: [title: string, a: Json, b: Json, draft: string][] = [
  ['nothing in particular', {}, { type: 'string' }, '2020-12'],
  ['booleans', true, { items: false }, '2020-12'],
  ['a list of items', { items: [{}, {}] }, {}, '2019-09'],
  ['$recursiveAnchor as a switch', {}, { $recursiveAnchor: true }, '2019-09'],
  ['an anchor by $id', { definitions: { a: { $id: '#a' } } }, {}, 'draft-07'],
  ['exclusiveMinimum as a switch', { minimum: 1, exclusiveMinimum: true }, {}, 'draft-04'],
  ['a switch without its bound', { exclusiveMinimum: true, minimum: 1 }, { minimum: 2 }, 'draft-04'],
  ['dependencies, which 2020-12 still describes', { dependencies: { a: ['b'] } }, {}, '2020-12'],
  ['an empty enum', { enum: [] }, {}, '2020-12'],
] // prettier-ignore

describe('the draft of a pair without $schema', () => {
  it.each(pairs)('%s', (_title, a, b, draft) => {
    expect(chooseDrafts(a, b)).toEqual({ writer: draft, reader: draft })
    expect(chooseDrafts(b, a)).toEqual({ writer: draft, reader: draft })
  })

  it.each<[string, Json, Json]>([
    ['dependencies that are no map', { dependencies: ['a'] }, {}],
    ['required as a switch, which was draft-03', { properties: { a: { required: true } } }, {}],
    [
      'a list of items beside a switch for a bound of booleans',
      { items: false, exclusiveMinimum: true, minimum: 1 },
      {},
    ],
  ])('%s: valid in none', (_title, a, b) => {
    expect(() => chooseDrafts(a, b)).toThrow(/no valid schema/)
  })

  it('is the one that the other side declares, where the open side is valid there', () => {
    const declared = { $schema: 'http://json-schema.org/draft-06/schema' }
    expect(chooseDrafts(declared, { type: 'null' })).toEqual({ writer: 'draft-06', reader: 'draft-06' })
    expect(chooseDrafts({ minimum: 1, exclusiveMinimum: true }, declared)).toEqual({
      writer: 'draft-04',
      reader: 'draft-06',
    })
  })
})
