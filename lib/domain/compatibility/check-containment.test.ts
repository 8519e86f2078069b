import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { checkContainment } from './check-containment'

/** What is asked, writer, reader, and the answer: true, false, or a text that the reason of an unknown holds. */
type Case = [title: string, writer: Json, reader: Json, answer: boolean | string]

const list: Json = {
  anyOf: [{ type: 'null' }, { type: 'object', properties: { next: { $ref: '#' } }, required: ['next'] }],
}
const draft7 = 'http://json-schema.org/draft-07/schema#'
const draft2019 = 'https://json-schema.org/draft/2019-09/schema'

const cases: Case[] = [
  ['a string is no number', { type: 'string' }, { type: 'number' }, false],
  ['an integer is a number', { type: 'integer' }, { type: 'number' }, true],
  ['1.0 is an integer', { const: 1.0 }, { type: 'integer' }, true],
  ['what no value satisfies is in everything', { allOf: [{ type: 'string' }, { type: 'number' }] }, false, true],
  ['decimals are exact', { multipleOf: 0.3 }, { multipleOf: 0.1 }, true],
  ['0.1 and 0.2 make no 0.3 by rounding', { const: 0.30000000000000004 }, { multipleOf: 0.1 }, false],
  ['a grid within bounds is finite', { type: 'number', multipleOf: 0.5, minimum: 0, maximum: 1 }, { enum: [0, 0.5, 1, 'x'] }, true],
  ['multiples of two and three are multiples of six', { allOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, { multipleOf: 6 }, true],
  ['length counts code points', { const: '😀' }, { maxLength: 1 }, true],
  ['patterns are not anchored', { pattern: 'ab' }, { pattern: 'b' }, true],
  ['length follows from a pattern', { type: 'string', pattern: '^a{3,5}$' }, { minLength: 3, maxLength: 5 }, true],
  ['a class of characters may be narrower', { type: 'string', pattern: '^\\w+$' }, { pattern: '^[a-z]+$' }, false],
  ['two patterns may share no word', { type: 'string', allOf: [{ pattern: '^a' }, { pattern: '^b' }] }, false, true],
  ['a look-ahead is not decided', { type: 'string' }, { pattern: '^(?!a)' }, 'linear-time'],
  ['a look-ahead on both sides is the same unknown', { type: 'string', pattern: '(?=a)', minLength: 3 }, { pattern: '(?=a)' }, true],
  ['a name may be covered by a pattern', { properties: { ab: { type: 'string' } } }, { patternProperties: { '^a': { type: 'string' } } }, false],
  ['patterns and lists of names meet', { type: 'object', patternProperties: { '^a|^b': { type: 'string' } }, additionalProperties: false }, { patternProperties: { '^a': { type: 'string' } }, additionalProperties: { type: 'string' } }, true],
  ['names run out', { type: 'object', propertyNames: { enum: ['a', 'b'] }, minProperties: 3 }, false, true],
  ['a finite language of names runs out', { type: 'object', patternProperties: { '^[ab]$': {} }, additionalProperties: false, minProperties: 3 }, false, true],
  ['required follows from a dependency', { required: ['a'], dependentRequired: { a: ['b'] } }, { required: ['b'] }, true],
  ['minProperties and names force a property', { type: 'object', properties: { a: {}, b: {} }, additionalProperties: false, minProperties: 2 }, { required: ['a', 'b'] }, true],
  ['distinct elements run out', { type: 'array', items: { enum: [1, 2] }, uniqueItems: true }, { maxItems: 2 }, true],
  ['more elements than values repeat one', { type: 'array', items: { type: 'boolean' }, minItems: 3 }, { not: { uniqueItems: true } }, true],
  ['contains follows from items', { type: 'array', minItems: 1, items: { type: 'string' } }, { contains: { type: 'string' } }, true],
  ['contains is counted', { type: 'array', items: { type: 'string' }, minItems: 2 }, { contains: { minLength: 0 }, minContains: 3 }, false],
  ['a tuple is closed by items', { type: 'array', prefixItems: [{ type: 'string' }], items: false }, { items: { type: 'string' } }, true],
  ['oneOf of disjoint branches is anyOf', { anyOf: [{ type: 'string' }, { type: 'null' }] }, { oneOf: [{ type: 'string' }, { type: 'null' }] }, true],
  ['oneOf loses where branches overlap', { type: 'number' }, { oneOf: [{ type: 'number' }, { minimum: 5 }] }, false],
  ['if, then and else split the values', { if: { type: 'string' }, then: { minLength: 2 }, else: { type: 'null' } }, { type: ['string', 'null'] }, true],
  ['an enum splits along a property', { oneOf: [{ properties: { kind: { const: 'a' }, x: { type: 'string' } }, required: ['kind', 'x'] }, { properties: { kind: { const: 'b' } }, required: ['kind'] }], type: 'object' }, { if: { properties: { kind: { const: 'a' } } }, then: { required: ['x'] } }, true],
  ['recursion is proved by coinduction', list, { anyOf: [{ type: 'null' }, { type: 'object', required: ['next'], properties: { next: { $ref: '#' } }, additionalProperties: true }] }, true],
  ['a list is no list of objects', list, { type: 'object' }, false],
  ['a value that must hold itself does not exist', { type: 'object', properties: { a: { $ref: '#' } }, required: ['a'] }, false, true],
  ['a neighbour of $ref is ignored in draft-07', { $schema: draft7, $ref: '#/definitions/a', type: 'null', definitions: { a: { type: 'string' } } }, { type: 'string' }, true],
  ['and is not in 2019-09', { $schema: draft2019, $ref: '#/$defs/a', maxLength: 1, $defs: { a: { type: 'string' } } }, { $schema: draft2019, type: 'string', maxLength: 1 }, true],
  ['unevaluatedProperties sees through allOf', { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false }, { additionalProperties: false, properties: { a: true } }, true],
  ['and through the branch that holds', { anyOf: [{ properties: { a: { const: 1 } }, required: ['a'] }, { properties: { b: {} } }], unevaluatedProperties: false }, { propertyNames: { enum: ['a', 'b'] } }, true],
  ['a dynamic reference means the outermost anchor', { $id: 'https://x.test/strict', $dynamicAnchor: 'node', $ref: 'tree', unevaluatedProperties: false, $defs: { tree: { $id: 'tree', $dynamicAnchor: 'node', type: 'object', properties: { data: true, children: { type: 'array', items: { $dynamicRef: '#node' } } } } } }, { properties: { children: { items: { propertyNames: { enum: ['data', 'children'] } } } } }, true],
  ['an unknown reference is not decided', { $ref: 'https://elsewhere.test/a' }, { type: 'string' }, 'leads nowhere'],
  ['nor does it matter where the rest decides', { $ref: 'https://elsewhere.test/a', type: 'integer' }, { type: 'number' }, true],
  ['__proto__ is a name', JSON.parse('{"properties":{"__proto__":{"type":"string"}},"required":["__proto__"],"type":"object"}') as Json, JSON.parse('{"properties":{"__proto__":{"type":"number"}}}') as Json, false],
  ['exclusiveMinimum: true is draft-04', { type: 'integer', minimum: 5, exclusiveMinimum: true }, { minimum: 6 }, true],
  ['no schema, no verdict', { type: 'strnig' }, {}, 'no valid schema'],
  ['an unknown dialect gives no verdict', { $schema: 'https://dialect.test/1' }, {}, 'dialect'],
] // prettier-ignore

describe('containment', () => {
  it.each(cases)('%s', (_title, writer, reader, answer) => {
    const containment = checkContainment(writer, reader)
    if (typeof answer === 'string')
      expect(containment).toMatchObject({
        verdict: 'unknown',
        reason: expect.stringContaining(answer) as string,
      })
    else expect(containment).toMatchObject({ verdict: answer ? 'compatible' : 'breaking' })
  })

  it('shows the witness and the keyword of the reader that refuses it', () => {
    const writer = {
      type: 'object',
      properties: { status: { enum: ['paid', 'refunded'] } },
      required: ['status'],
    }
    const reader = {
      type: 'object',
      properties: { status: { $ref: '#/$defs/status' } },
      $defs: { status: { enum: ['paid'] } },
    }
    expect(checkContainment(writer, reader)).toEqual({
      verdict: 'breaking',
      witness: { status: 'refunded' },
      path: '/$defs/status/enum',
    })
  })

  it('asks only the catalog for what a reference names', () => {
    const resolve = (uri: string): Json | undefined =>
      uri === 'https://catalog.test/a' ? { type: 'string' } : undefined
    expect(
      checkContainment({ $ref: 'https://catalog.test/a' }, { type: 'string' }, { resolve }).verdict,
    ).toBe('compatible')
  })

  it('says that a question is too large, and always says it alike', () => {
    const writer = { type: 'object', propertyNames: { pattern: '^(a|b|ab)*c{3,40}$' }, minProperties: 30 }
    const reader = { patternProperties: { 'a.{12}$': { type: 'null' } }, minProperties: 31 }
    const answers = [1, 2].map(() => checkContainment(writer, reader, { budget: 500 }))
    expect(answers[0]).toEqual({ verdict: 'unknown', reason: 'too large' })
    expect(answers[1]).toEqual(answers[0])
  })
})
