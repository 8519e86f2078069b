import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { checkCompatibility } from '../check-compatibility'
import { Documents } from './documents'
import type { Draft } from './drafts'
import { Trees } from './trees'

function numbers(before: Json, after: Json, drafts: [Draft, Draft] = ['2020-12', '2020-12']) {
  const trees = new Trees(before, after)
  const { areEqual } = trees
  const [first, second] = [before, after].map((schema, index) =>
    trees.numberOf(new Documents(schema, drafts[index]!).root),
  )
  return { areEqual, first, second }
}

describe('Trees', () => {
  it('gives one number to one text, with keys in any order and numbers by their value', () => {
    const { areEqual, first, second } = numbers(
      { type: 'string', enum: ['a', 1.0] },
      { enum: ['a', 1], type: 'string' },
    )
    expect(areEqual).toBe(true)
    expect(first).toBe(second)
    expect(first).toBeDefined()
  })

  it.each<[Json, Json]>([
    [{ const: 1 }, { const: '1' }],
    [{ enum: ['a', 'b'] }, { enum: ['b', 'a'] }],
    [{ enum: [['a'], 'b'] }, { enum: [['a', 'b']] }],
    [{ const: { a: 1, b: 2 } }, { const: { a: { b: 2 } } }],
    [{ const: '#0' }, { const: {} }],
  ])('tells %j from %j', (before, after) => {
    const { areEqual, first, second } = numbers(before, after)
    expect(areEqual).toBe(false)
    expect(first).not.toBe(second)
  })

  it.each<[Json, Json]>([
    [
      { type: 'string', description: 'One' },
      { type: 'string', title: 'Two', $comment: 'Three' },
    ],
    [
      { properties: { description: { type: 'string', description: 'One' } } },
      { properties: { description: { type: 'string' } } },
    ],
    [{ allOf: [{ not: { title: 'One' } }] }, { allOf: [{ not: {} }] }],
    [{ dependencies: { a: { title: 'One' }, b: ['a'] } }, { dependencies: { a: {}, b: ['a'] } }],
  ])('passes over words for people: %j and %j', (before, after) => {
    const { areEqual, first, second } = numbers(before, after)
    expect(areEqual).toBe(true)
    expect(first).toBe(second)
    expect(first).toBeDefined()
  })

  it.each<[Json, Json]>([
    [{ const: { title: 'One' } }, { const: { title: 'Two' } }],
    [{ enum: [{ description: 'One' }] }, { enum: [{}] }],
    [{ properties: { title: { type: 'string' } } }, { properties: {} }],
    [{ $defs: { description: { type: 'string' } } }, { $defs: {} }],
    [{ description: { type: 'string' } }, {}],
    [{ dependencies: { title: ['a'] } }, { dependencies: {} }],
  ])('takes no data, name or schema for words: %j and %j', (before, after) => {
    const { areEqual, first, second } = numbers(before, after)
    expect(areEqual).toBe(false)
    expect(first).not.toBe(second)
  })

  it('tells drafts apart, in which one text means two things', () => {
    const { first, second } = numbers({ const: 1 }, { const: 1 }, ['draft-04', '2020-12'])
    expect(first).not.toBe(second)
  })

  it.each<Json>([
    { $ref: '#/$defs/a' },
    { properties: { a: { $dynamicRef: '#a' } } },
    { items: { $id: 'other' } },
  ])('numbers no schema whose text alone does not say what it means: %j', (schema) => {
    expect(numbers(schema, schema).first).toBeUndefined()
  })

  it('numbers a schema with a property called like a keyword', () => {
    const schema = { properties: { id: { type: 'string' }, $ref: { type: 'string' } } }
    expect(numbers(schema, schema).first).toBeDefined()
  })
})

describe('what both sides spell alike', () => {
  const verdicts = (before: Json, after: Json): string => {
    const { backward, forward } = checkCompatibility(before, after)
    return `${backward.verdict} ${forward.verdict}`
  }

  it('may mean two things where a reference leads out of it', () => {
    const of = (type: string): Json => ({ properties: { a: { $ref: '#/$defs/a' } }, $defs: { a: { type } } })
    expect(verdicts(of('string'), of('number'))).toBe('breaking breaking')
  })

  it('may stand where another schema of one side knows more names', () => {
    // The old side knows `b` by its second branch, so its consumers look at it.
    const closed = { properties: { a: { type: 'string' } }, additionalProperties: false }
    const knows = { properties: { o: closed }, allOf: [{ properties: { o: { properties: { b: true } } } }] }
    const knowsNot = { properties: { o: closed } }
    expect(verdicts(knows, knowsNot)).toBe('compatible compatible')
    expect(verdicts({ ...knowsNot, required: ['o'] }, knows)).toBe('compatible breaking')
    const wider = { properties: { o: { ...closed, additionalProperties: true } } }
    const both = { ...wider, allOf: [{ properties: { o: { properties: { b: { type: 'string' } } } } }] }
    const other = { ...wider, allOf: [{ properties: { o: { properties: { b: { type: 'number' } } } } }] }
    expect(verdicts(both, other)).toBe('breaking breaking')
  })
})
