import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { checkCompatibility } from '../check-compatibility'
import { checkConfluent } from './check-confluent'

/** What is asked, the old schema, the new one, and whether a registry lets the change through backwards and forwards. */
type Rule = [title: string, before: Json, after: Json, backward: boolean, forward: boolean]

const text: Json = { type: 'string' }
const object = (properties: JsonObject, more: JsonObject = {}): Json => ({
  type: 'object',
  properties,
  ...more,
})
const a = object({ a: text })
const closed = { additionalProperties: false }
const typed = (type: string, more: JsonObject): Json => ({ type, ...more })

const rules: Rule[] = [
  ['title, description, default and id', { type: 'string', title: 'A' }, { type: 'string', title: 'B', description: 'C', default: 'd', $id: 'https://x.test/e' }, true, true],
  ['a schema removed', object({ a: text }), object({ a: {} }), true, false],
  ['integer to number', { type: 'integer' }, { type: 'number' }, true, false],
  ['another type', { type: 'string' }, { type: 'boolean' }, false, false],
  ['maximum raised', typed('number', { maximum: 5 }), typed('number', { maximum: 6 }), true, false],
  ['maximum gone', typed('number', { maximum: 5 }), { type: 'number' }, true, false],
  ['minimum lowered', typed('number', { minimum: 5 }), typed('number', { minimum: 4 }), true, false],
  ['exclusiveMaximum raised', typed('number', { exclusiveMaximum: 5 }), typed('number', { exclusiveMaximum: 6 }), true, false],
  ['exclusiveMinimum gone', typed('number', { exclusiveMinimum: 5 }), { type: 'number' }, true, false],
  ['maxLength raised', typed('string', { maxLength: 5 }), typed('string', { maxLength: 6 }), true, false],
  ['minLength gone', typed('string', { minLength: 5 }), text, true, false],
  ['maxItems raised', typed('array', { maxItems: 5 }), typed('array', { maxItems: 6 }), true, false],
  ['minItems lowered', typed('array', { minItems: 5 }), typed('array', { minItems: 4 }), true, false],
  ['maxProperties gone', typed('object', { maxProperties: 5 }), { type: 'object' }, true, false],
  ['minProperties lowered', typed('object', { minProperties: 5 }), typed('object', { minProperties: 1 }), true, false],
  ['a pattern gone', typed('string', { pattern: '^a' }), text, true, false],
  ['a pattern changed, even to a wider one', typed('string', { pattern: '^a' }), typed('string', { pattern: 'a' }), false, false],
  ['multipleOf divided', typed('integer', { multipleOf: 10 }), typed('integer', { multipleOf: 5 }), true, false],
  ['multipleOf changed', typed('integer', { multipleOf: 10 }), typed('integer', { multipleOf: 4 }), false, false],
  ['uniqueItems gone', typed('array', { uniqueItems: true }), { type: 'array' }, true, false],
  ['an enum extended', { enum: ['a'] }, { enum: ['b', 'a'] }, true, false],
  ['an enum changed', { enum: ['a', 'b'] }, { enum: ['a', 'c'] }, false, false],
  ['required removed', object({ a: text }, { required: ['a'] }), a, true, false],
  ['required added, with a default', a, object({ a: { type: 'string', default: 'x' } }, { required: ['a'] }), true, true],
  ['a required name without a property entry is not looked at', a, object({ a: text }, { required: ['b'] }), true, true],
  ['a dependency narrowed', typed('object', { dependencies: { a: ['b', 'c'] }, $schema: 'http://json-schema.org/draft-07/schema#' }), typed('object', { dependencies: { a: ['b'] }, $schema: 'http://json-schema.org/draft-07/schema#' }), true, false],
  ['a dependent schema gone', typed('object', { dependentSchemas: { a: { required: ['b'] } } }), { type: 'object' }, true, false],
  ['additional properties permitted', object({ a: text }, closed), a, true, false],
  ['additional properties widened', object({}, { additionalProperties: { type: 'integer' } }), object({}, { additionalProperties: { type: 'number' } }), true, false],
  ['a property removed from an open object', object({ a: text, b: text }), a, true, false],
  ['an untyped property added to an open object', a, object({ a: text, b: {} }), true, true],
  ['a property removed from a closed object', object({ a: text, b: text }, closed), object({ a: text }, closed), false, true],
  ['a property removed that fits what others may be', object({ a: { type: 'integer' } }, { additionalProperties: { type: 'number' } }), object({}, { additionalProperties: { type: 'number' } }), true, false],
  ['a property removed that does not fit it', object({ a: text }, { additionalProperties: { type: 'number' } }), object({}, { additionalProperties: { type: 'number' } }), false, false],
  ['a property added to a closed object, required without a default', object({ a: text }, closed), object({ a: text, b: text }, { ...closed, required: ['b'] }), false, false],
  ['a property added to a closed object, required with a default', object({ a: text }, closed), object({ a: text, b: { type: 'string', default: '' } }, { ...closed, required: ['b'] }), true, false],
  ['more branches of anyOf', { anyOf: [text] }, { anyOf: [text, { type: 'null' }] }, true, false],
  ['more branches of oneOf, though they overlap', { oneOf: [text] }, { oneOf: [text, { minLength: 2, type: 'string' }] }, true, false],
  ['fewer branches of allOf', { allOf: [text, { type: 'string', minLength: 1 }] }, { allOf: [text] }, true, false],
  ['a type that becomes an anyOf with it', text, { anyOf: [{ type: 'null' }, text] }, true, false],
  ['anyOf to oneOf', { anyOf: [text, { type: 'null' }] }, { oneOf: [text, { type: 'null' }] }, false, false],
  ['not narrowed', { not: typed('integer', { maximum: 6 }) }, { not: typed('integer', { maximum: 5 }) }, true, false],
  ['a position removed from an open list', typed('array', { prefixItems: [text, text] }), typed('array', { prefixItems: [text] }), true, false],
  ['a position added to a closed list', typed('array', { prefixItems: [text], items: false }), typed('array', { prefixItems: [text, text], items: false }), true, false],
  ['items widened', typed('array', { items: { type: 'integer' } }), typed('array', { items: { type: 'number' } }), true, false],
  ['a false alarm: const to enum', { const: 'a' }, { enum: ['a', 'b'] }, false, false],
  ['a false alarm: enum to type', { enum: ['a'] }, text, false, false],
  ['a false alarm: allOf flattened', { allOf: [text, { type: 'string', minLength: 1 }] }, { type: 'string', minLength: 1 }, false, false],
  ['not looked at: patternProperties', typed('object', { patternProperties: { '^a': { type: 'number' } } }), typed('object', { patternProperties: { '^a': { type: 'integer' } } }), true, true],
  ['not looked at: propertyNames', { type: 'object' }, typed('object', { propertyNames: { maxLength: 3 } }), true, true],
  ['not looked at: contains', { type: 'array' }, typed('array', { contains: text }), true, true],
  ['a cycle', object({ next: { $ref: '#' } }), object({ next: { $ref: '#' }, extra: {} }), true, true],
] // prettier-ignore

describe('what a Confluent registry answers', () => {
  it.each(rules)('%s', (_title, before, after, backward, forward) => {
    const verdict = (one: Json, other: Json): boolean => checkConfluent(one, other).verdict === 'compatible'
    expect({ backward: verdict(before, after), forward: verdict(after, before) }).toEqual({
      backward,
      forward,
    })
  })

  it('lets nothing pass that no registry would have seen, and says where', () => {
    expect(checkConfluent(a, object({ a: text, b: text }))).toMatchObject({
      verdict: 'breaking',
      path: '/properties/b',
    })
  })

  it('is shown with our witness where the refused change breaks somebody, and without where it does not', () => {
    const ask = (before: Json, after: Json) =>
      checkCompatibility(before, after, { policy: 'confluent' }).backward
    expect(ask(typed('number', { maximum: 6 }), typed('number', { maximum: 5 }))).toHaveProperty('witness')
    expect(ask({ const: 'a' }, { enum: ['a', 'b'] })).not.toHaveProperty('witness')
  })
})
