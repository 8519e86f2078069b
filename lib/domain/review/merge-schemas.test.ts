import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalize } from '@/lib/domain/json/canonical'
import type { Json } from '@/lib/domain/json/json'
import { mergeSchemas } from './merge-schemas'

const base = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }

describe('bringing two versions of a schema together', () => {
  it('takes what each side added', () => {
    const mine = { ...base, properties: { ...base.properties, m: { type: 'integer' } }, required: ['a', 'm'] }
    const theirs = { ...base, properties: { ...base.properties, t: {} }, required: ['a', 't'] }
    expect(mergeSchemas(base, mine, theirs)).toMatchObject({
      merged: {
        ...base,
        properties: { a: { type: 'string' }, m: { type: 'integer' }, t: {} },
        required: ['a', 'm', 't'],
      },
      conflicts: [],
    })
  })

  it('takes what each side removed', () => {
    const mine = { type: 'object', properties: {}, required: [] }
    expect(mergeSchemas(base, mine, { ...base, title: 'T' })).toMatchObject({
      merged: { ...mine, title: 'T' },
      conflicts: [],
    })
  })

  it('says where both changed the same thing differently, and keeps mine there', () => {
    const mine = { ...base, properties: { a: { type: 'integer' } } }
    const theirs = { ...base, properties: { a: { type: 'number' } } }
    expect(mergeSchemas(base, mine, theirs)).toMatchObject({
      merged: mine,
      conflicts: ['/properties/a/type'],
    })
    expect(mergeSchemas(base, mine, { ...base, properties: {} }).conflicts).toEqual(['/properties/a'])
  })

  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json)
  const same = (one: Json, other: Json) => expect(canonicalize(one)).toBe(canonicalize(other))

  it('with an untouched side is the other side, with equal sides either, and never conflicts then', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        for (const [b, m, t, expected] of [
          [one, one, other, other],
          [one, other, one, other],
          [one, other, other, other],
        ] as const) {
          const { merged, conflicts } = mergeSchemas(b, m, t)
          same(merged, expected)
          expect(conflicts).toEqual([])
        }
      }),
    )
  })
})
