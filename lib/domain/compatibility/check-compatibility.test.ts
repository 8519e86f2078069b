import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { checkCompatibility, checkTransitiveCompatibility, type Policy } from './check-compatibility'

function object(properties: JsonObject, required: string[] = [], rest: JsonObject = {}): JsonObject {
  return { type: 'object', properties, required, ...rest }
}

function verdicts(before: Json, after: Json, policy: Policy): string {
  const { backward, forward } = checkCompatibility(before, after, { policy })
  return `${backward.verdict} ${forward.verdict}`
}

const text = { type: 'string' }
const a = object({ a: text }, ['a'])
const closed = { additionalProperties: false }

/** Before, after, and for tolerant, strict and confluent: backward and forward. */
const changes: [title: string, before: Json, after: Json, tolerant: string, strict: string, confluent: string][] = [
  ['an optional field added to an open object', a, object({ a: text, b: text }, ['a']), 'compatible compatible', 'breaking compatible', 'breaking compatible'],
  ['an optional field added to a closed object', object({ a: text }, [], closed), object({ a: text, b: text }, [], closed), 'compatible compatible', 'compatible breaking', 'compatible breaking'],
  ['an optional field removed', object({ a: text, b: text }, ['a']), a, 'compatible compatible', 'compatible breaking', 'compatible breaking'],
  ['a required field added', a, object({ a: text, b: text }, ['a', 'b']), 'breaking compatible', 'breaking compatible', 'breaking compatible'],
  ['a required field removed', object({ a: text, b: text }, ['a', 'b']), a, 'compatible breaking', 'compatible breaking', 'compatible breaking'],
  ['a field made optional', a, object({ a: text }), 'compatible breaking', 'compatible breaking', 'compatible breaking'],
  ['a new value of an enum', object({ a: { enum: ['x'] } }), object({ a: { enum: ['x', 'y'] } }), 'compatible breaking', 'compatible breaking', 'compatible breaking'],
  ['a field in an inner object', object({ o: object({}) }), object({ o: object({ b: text }) }), 'compatible compatible', 'breaking compatible', 'breaking compatible'],
  ['a field in the objects of an array', object({ o: { type: 'array', items: a } }), object({ o: { type: 'array', items: object({ a: text, b: text }, ['a']) } }), 'compatible compatible', 'breaking compatible', 'breaking compatible'],
  ['a field in a branch', { anyOf: [a, { type: 'null' }] }, { anyOf: [object({ a: text, b: text }, ['a']), { type: 'null' }] }, 'compatible compatible', 'breaking compatible', 'breaking compatible'],
  ['a field behind a reference', { $ref: '#/$defs/a', $defs: { a } }, { $ref: '#/$defs/a', $defs: { a: object({ a: text, b: text }, ['a']) } }, 'compatible compatible', 'breaking compatible', 'breaking compatible'],
  ['a field of another type', a, object({ a: { type: 'number' } }, ['a']), 'breaking breaking', 'breaking breaking', 'breaking breaking'],
  ['a renamed optional field', object({ a: text }), object({ b: text }), 'compatible compatible', 'breaking breaking', 'breaking breaking'],
  ['the values of a map narrowed', object({}, [], { additionalProperties: text }), object({}, [], { additionalProperties: { enum: ['x'] } }), 'breaking compatible', 'breaking compatible', 'breaking breaking'],
  ['a free object given its first field', { type: 'object' }, object({ a: text }), 'breaking compatible', 'breaking compatible', 'breaking compatible'],
  ['closed branches told apart by their fields', { oneOf: [object({ a: text }, ['a'], closed), object({ b: text }, ['b'], closed)] }, { oneOf: [object({ a: text, c: text }, ['a'], closed), object({ b: text }, ['b'], closed)] }, 'compatible compatible', 'compatible breaking', 'compatible breaking'],
  ['const spelled as an enum', { const: 'x' }, { enum: ['x'] }, 'compatible compatible', 'compatible compatible', 'breaking breaking'],
  ['an allOf flattened', { allOf: [{ type: 'string' }, { type: 'string', minLength: 1 }] }, { type: 'string', minLength: 1 }, 'compatible compatible', 'compatible compatible', 'breaking breaking'],
  ['integer to number', { type: 'integer' }, { type: 'number' }, 'compatible breaking', 'compatible breaking', 'compatible breaking'],
  ['a required field with a default added to a closed object', object({ a: text }, [], closed), object({ a: text, b: { type: 'string', default: '' } }, ['b'], closed), 'breaking compatible', 'breaking breaking', 'compatible breaking'],
  ['a narrowed patternProperties', { type: 'object', patternProperties: { '^x': text } }, { type: 'object', patternProperties: { '^x': { enum: ['x'] } } }, 'breaking compatible', 'breaking compatible', 'compatible compatible'],
  ['more branches', { anyOf: [text, { type: 'null' }] }, { anyOf: [{ type: 'boolean' }, text, { type: 'null' }] }, 'compatible breaking', 'compatible breaking', 'compatible breaking'],
  ['a type among others', text, { type: ['string', 'null'] }, 'compatible breaking', 'compatible breaking', 'compatible breaking'],
] // prettier-ignore

describe.each(changes)('%s', (_title, before, after, tolerant, strict, confluent) => {
  it('has its verdict under each policy', () => {
    expect({
      tolerant: verdicts(before, after, 'tolerant'),
      strict: verdicts(before, after, 'strict'),
      confluent: verdicts(before, after, 'confluent'),
    }).toEqual({ tolerant, strict, confluent })
  })
})

describe('compatibility', () => {
  it('says where a registry refuses what breaks nobody, and lets through what breaks somebody', () => {
    const ask = (before: Json, after: Json) =>
      checkCompatibility(before, after, { policy: 'confluent' }).backward
    expect(ask({ const: 'x' }, { enum: ['x', 'y'] })).toMatchObject({
      verdict: 'breaking',
      reason: expect.stringContaining('breaks nobody') as string,
    })
    const names = (pattern: string): Json => ({
      type: 'object',
      propertyNames: { pattern },
    })
    expect(ask(names('^a'), names('^ab'))).toEqual({
      verdict: 'compatible',
      reason: expect.stringContaining('Policy strict refuses it: {"a":') as string,
    })
  })

  it('shows an event that the new reader refuses', () => {
    const { verdict, backward } = checkCompatibility(a, object({ a: text, b: text }, ['a', 'b']), {
      mode: 'backward',
    })
    expect({ verdict, backward }).toEqual({
      verdict: 'breaking',
      backward: { verdict: 'breaking', witness: { a: 'a' }, path: '/required' },
    })
  })

  it('is about the directions the mode asks for', () => {
    const removed = checkCompatibility(object({ a: text, b: text }, ['a', 'b']), a, { mode: 'backward' })
    expect([removed.verdict, removed.forward.verdict]).toEqual(['compatible', 'breaking'])
  })

  it('follows recursion under the tolerant policy', () => {
    const tree = (properties: JsonObject): Json =>
      object({
        children: { type: 'array', items: { $ref: '#' } },
        ...properties,
      })
    expect(verdicts(tree({}), tree({ label: text }), 'tolerant')).toBe('compatible compatible')
    expect(verdicts(tree({ label: { type: 'number' } }), tree({ label: text }), 'tolerant')).toBe(
      'breaking breaking',
    )
  })

  it('holds the last version against every one before it', () => {
    const versions = [object({ a: { type: 'number' } }), object({}), object({ a: text })]
    const { verdict, pairs } = checkTransitiveCompatibility(versions, {
      mode: 'backward',
    })
    expect(verdict).toBe('breaking')
    expect(pairs.map(({ index, compatibility }) => [index, compatibility.backward.verdict])).toEqual([
      [0, 'breaking'],
      [1, 'compatible'],
    ])
  })
})
