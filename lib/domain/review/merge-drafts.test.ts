import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalize } from '@/lib/domain/json/canonical'
import type { Json } from '@/lib/domain/json/json'
import { mergeDrafts } from './merge-drafts'

const schema = { type: 'object', properties: { a: { type: 'string' }, b: {} }, required: ['a'] }
const base = {
  label: '',
  owner: null as string | null,
  schema_text: JSON.stringify(schema, null, 2),
  examples_text: '[{"a":"1"}]',
}
const withB = (b: Json) => JSON.stringify({ ...schema, properties: { ...schema.properties, b } }, null, 2)

describe('bringing together what two people made of a draft', () => {
  it('takes what only one of them changed, and leaves my text laid out as it is', () => {
    const mine = { ...base, label: '2', schema_text: base.schema_text.replace('"a": {', '"a":   {') }
    const theirs = { ...base, owner: 'cards', schema_text: withB({ type: 'integer' }) }
    const { merged, conflicts, taken, kept } = mergeDrafts(base, mine, theirs)
    expect(merged).toEqual({
      ...base,
      label: '2',
      owner: 'cards',
      schema_text: withB({ type: 'integer' }).replace('"a": {', '"a":   {'),
    })
    expect(conflicts).toEqual([])
    expect(taken).toContainEqual({ field: 'schema_text', pointer: '/properties/b/type' })
    expect(kept).toEqual([{ field: 'label', pointer: '' }])
  })

  it('asks where both changed the same, with what each says', () => {
    const mine = { ...base, label: '2', schema_text: withB({ type: 'string' }) }
    const theirs = { ...base, label: '3', schema_text: withB({ type: 'integer' }) }
    const { conflicts } = mergeDrafts(base, mine, theirs)
    expect(conflicts).toEqual([
      { field: 'label', pointer: '', base: '', mine: '2', theirs: '3' },
      {
        field: 'schema_text',
        pointer: '/properties/b/type',
        base: undefined,
        mine: 'string',
        theirs: 'integer',
      },
    ])
    const { merged } = mergeDrafts(base, mine, theirs, ({ field }) => (field === 'label' ? 'mine' : 'theirs'))
    expect(merged).toEqual({ ...theirs, label: '2' })
  })

  it('keeps the examples of both, and a text that does not parse as one thing', () => {
    const mine = { ...base, examples_text: '[{"a":"1"},{"a":"2"}]', schema_text: '{' }
    const theirs = { ...base, examples_text: '[{"a":"3"}]', schema_text: withB(true) }
    const { merged, conflicts } = mergeDrafts(base, mine, theirs)
    expect(JSON.parse(merged.examples_text)).toEqual([{ a: '2' }, { a: '3' }])
    expect(conflicts).toMatchObject([{ field: 'schema_text', pointer: '', mine: '{' }])
  })

  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json)
  const words = fc
    .record({ label: fc.constantFrom('', '1', '2'), value: json, indent: fc.constantFrom(0, 2) })
    .map(({ label, value, indent }) => ({
      label,
      owner: null,
      schema_text: JSON.stringify({ x: value, required: ['a', label] }, null, indent),
      examples_text: JSON.stringify([value], null, indent),
    }))
  // Lists of plain values are sets, wherever they stand: without order, and each value once.
  const asSets = (value: Json): Json => {
    if (Array.isArray(value)) {
      const isSet = value.every((one) => one === null || typeof one !== 'object')
      return isSet ? [...new Set(value.map(canonicalize))].sort() : value.map(asSets)
    }
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asSets(one)]))
  }
  const meaning = (one: { label: string; schema_text: string; examples_text: string }) => [
    one.label,
    canonicalize(asSets(JSON.parse(one.schema_text) as Json)),
    canonicalize(asSets(JSON.parse(one.examples_text) as Json)),
  ]

  it('with an untouched side is the other side', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        for (const [mine, theirs] of [
          [other, one],
          [one, other],
          [other, other],
        ] as const) {
          const { merged, conflicts } = mergeDrafts(one, mine, theirs)
          expect(merged).toEqual(other)
          expect(conflicts).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('asks about the same places whoever is first, and means the same when the same side is chosen', () => {
    fc.assert(
      fc.property(words, words, words, (was, one, other) => {
        const here = mergeDrafts(was, one, { ...other, examples_text: one.examples_text })
        const there = mergeDrafts(was, { ...other, examples_text: one.examples_text }, one, () => 'theirs')
        const places = (merge: typeof here) =>
          merge.conflicts.map(({ field, pointer }) => `${field} ${pointer}`).sort()
        expect(places(here)).toEqual(places(there))
        expect(meaning(here.merged)).toEqual(meaning(there.merged))
      }),
      { numRuns: 60 },
    )
  })
})
