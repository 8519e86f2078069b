import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { checkContainment } from './check-containment'

/** A schema, values that are valid under it, and values that are not: each is a question whose answer is plain. */
type Group = [title: string, schema: Json, valid: Json[], invalid: Json[]]

const d4 = 'http://json-schema.org/draft-04/schema#'
const d6 = 'http://json-schema.org/draft-06/schema#'
const d7 = 'http://json-schema.org/draft-07/schema#'
const d19 = 'https://json-schema.org/draft/2019-09/schema'
const d20 = 'https://json-schema.org/draft/2020-12/schema'
const json = (text: string): Json => JSON.parse(text) as Json

const groups: Group[] = [
  ['type: integer takes whole floats', { $schema: d20, type: 'integer' }, [1, 1e3, -0], [1.5, '1', null]],
  ['several types', { $schema: d4, type: ['array', 'null'] }, [[], null], [{}, 'a', 0]],
  ['enum tells 0 from false', { $schema: d7, enum: [0, [false], { a: 1 }] }, [0, [false], { a: 1 }], [false, [0], { a: true }, {}]],
  ['const tells 1 from true', { $schema: d6, const: [1, { b: true }] }, [[1, { b: true }]], [[true, { b: true }], [1, { b: 1 }], [1]]],
  ['const: null', { $schema: d7, const: null }, [null], [0, false, '', []]],
  ['const says nothing in draft-04', { $schema: d4, const: 1 }, [1, 2], []],
  ['multipleOf small decimals', { $schema: d20, multipleOf: 0.0001 }, [0.0075, 1, 'a'], [0.00751]],
  ['multipleOf beyond double division', { $schema: d20, type: 'integer', multipleOf: 0.123456789 }, [0, 123456789], [1e15]],
  ['exclusiveMaximum as a switch', { $schema: d4, maximum: 3, exclusiveMaximum: true }, [2.9, 'a'], [3, 3.1]],
  ['exclusiveMaximum as a bound', { $schema: d6, exclusiveMaximum: 3, maximum: 5 }, [2.9], [3, 4]],
  ['minLength counts code points', { $schema: d20, minLength: 2 }, ['💩a', 'ab', 12], ['💩', 'a', '']],
  ['maxLength with decimals', json(`{"$schema":"${d7}","maxLength":2.0}`), ['f', 'fo'], ['foo']],
  ['a pattern is not anchored', { $schema: d20, pattern: 'a+' }, ['xxaayy', 3], ['xyz']],
  ['\\d is ASCII', { $schema: d20, pattern: '^\\d$' }, ['0'], ['০', '߀']],
  ['\\w is ASCII', { $schema: d20, pattern: '^\\W$' }, ['é'], ['e']],
  ['\\s is Unicode', { $schema: d20, pattern: '^\\s$' }, [' ', '\ufeff', '\u2029', '\u000b'], ['\u0001', '\u2013']],
  ['$ is the end, not a line\'s', { $schema: d20, pattern: '^abc$' }, ['abc'], ['abc\n']],
  ['\\p{Letter}', { $schema: d20, pattern: '\\p{Letter}cole' }, ['École'.toLowerCase()], ['1cole']],
  ['\\a is no escape that means something', { $schema: d20, pattern: '^\\cC$' }, ['\u0003'], ['\\cC']],
  ['astral characters in classes', { $schema: d20, pattern: '^[🐲-🐵]*$' }, ['', '🐲🐳'], ['🐶', 'D']],
  ['items before 2020 as a list', { $schema: d7, items: [{ type: 'integer' }, { type: 'string' }], additionalItems: false }, [[], [1], [1, 'a'], {}], [['a'], [1, 'a', 1]]],
  ['additionalItems needs a list of items', { $schema: d19, items: { type: 'integer' }, additionalItems: false }, [[1, 2]], [['a']]],
  ['additionalItems alone', { $schema: d6, additionalItems: false }, [[1, 'a']], []],
  ['items: false', { $schema: d6, items: false }, [[], 1], [[1]]],
  ['prefixItems and items', { $schema: d20, prefixItems: [{}, { type: 'string' }], items: { type: 'integer' } }, [[], [null], [null, 'a', 1]], [[1, 1], [1, 'a', 'a']]],
  ['prefixItems say nothing before', { $schema: d19, prefixItems: [false] }, [[1]], []],
  ['contains', { $schema: d6, contains: { minimum: 5 } }, [[1, 5], 'a', { a: 1 }], [[], [1, 4]]],
  ['contains: false', { $schema: d7, contains: false }, ['a'], [[], [1]]],
  ['contains says nothing in draft-04', { $schema: d4, contains: { minimum: 5 } }, [[]], []],
  ['minContains: 0', { $schema: d20, contains: { const: 1 }, minContains: 0, maxContains: 1 }, [[], [2], [1, 2]], [[1, 1]]],
  ['minContains without contains', { $schema: d19, minContains: 3 }, [[], [1]], []],
  ['minContains above maxContains', { $schema: d20, contains: { const: 1 }, minContains: 3, maxContains: 1 }, [1], [[], [1], [1, 1, 1], [1, 1]]],
  ['uniqueItems by value', { $schema: d20, uniqueItems: true }, [[1, true], [0, false], [{ a: 1 }, { a: true }], [[1], [true]], ['1', 1]], [[1, 1.0], [{ a: 1, b: 2 }, { b: 2, a: 1 }], [[1], [1]]]],
  ['uniqueItems beside a list', { $schema: d7, items: [{ type: 'boolean' }, { type: 'boolean' }], uniqueItems: true, additionalItems: false }, [[true, false], []], [[true, true], [true, false, null]]],
  ['required names without properties', { $schema: d20, required: ['__proto__', 'toString', 'constructor'] }, [json('{"__proto__":1,"toString":1,"constructor":1}'), []], [{}, json('{"__proto__":1}')]],
  ['properties called like JavaScript\'s', json(`{"$schema":"${d20}","properties":{"__proto__":{"type":"number"},"toString":{"properties":{"length":{"type":"string"}}},"constructor":{"type":"number"}}}`), [{}, json('{"__proto__":1}'), { toString: { length: 'a' } }], [json('{"__proto__":"a"}'), { toString: { length: 37 } }, { constructor: { length: 37 } }]],
  ['properties: false', { $schema: d6, properties: { a: true, b: false } }, [{}, { a: 1 }], [{ b: 1 }, { a: 1, b: 1 }]],
  ['patternProperties meet properties', { $schema: d20, properties: { foo: { type: 'array', maxItems: 3 } }, patternProperties: { 'f.o': { minItems: 2 } }, additionalProperties: { type: 'integer' } }, [{ foo: [1, 2] }, { fxo: [1, 2] }, { quux: 3 }], [{ foo: [] }, { foo: [1, 2, 3, 4] }, { fxo: [] }, { quux: 'a' }]],
  ['patternProperties of characters beyond ASCII', { $schema: d7, patternProperties: { '^á': {} }, additionalProperties: false }, [{ ármányos: 2 }], [{ élmény: 2 }]],
  ['propertyNames', { $schema: d6, propertyNames: { maxLength: 2, pattern: '^a' } }, [{}, { a: 1, ab: 2 }, []], [{ b: 1 }, { abc: 1 }]],
  ['propertyNames: false', { $schema: d20, propertyNames: false }, [{}, 1], [{ a: 1 }]],
  ['propertyNames with const', { $schema: d7, propertyNames: { enum: ['a', 1] } }, [{}, { a: 1 }], [{ b: 1 }]],
  ['minProperties and maxProperties', { $schema: d4, minProperties: 1, maxProperties: 2 }, [{ a: 1 }, { a: 1, b: 1 }, []], [{}, { a: 1, b: 1, c: 1 }]],
  ['dependencies of both kinds', { $schema: d7, dependencies: { a: ['b', 'c'], d: { properties: { e: { type: 'string' } } }, f: false, 'g\th': [] } }, [{}, { a: 1, b: 1, c: 1 }, { d: 1, e: 'x' }, { e: 1 }, { 'g\th': 1 }], [{ a: 1, b: 1 }, { d: 1, e: 1 }, { f: 1 }]],
  ['dependencies say nothing in 2020-12', { $schema: d20, dependencies: { a: ['b'] } }, [{ a: 1 }], []],
  ['dependentRequired and dependentSchemas', { $schema: d19, dependentRequired: { a: ['b'] }, dependentSchemas: { b: { maxProperties: 2 }, 'x"y': { minProperties: 2 } } }, [{ a: 1, b: 1 }, { c: 1 }, 1, { 'x"y': 1, c: 1 }], [{ a: 1 }, { a: 1, b: 1, c: 1 }, { 'x"y': 1 }]],
  ['allOf, anyOf and oneOf at once', { $schema: d20, allOf: [{ multipleOf: 2 }], anyOf: [{ multipleOf: 3 }], oneOf: [{ multipleOf: 5 }] }, [30, 'a', 60], [1, 2, 6, 10, 15]],
  ['oneOf with required', { $schema: d20, type: 'object', oneOf: [{ required: ['a', 'b'] }, { required: ['a', 'c'] }] }, [{ a: 1, b: 1 }, { a: 1, c: 1 }], [{ b: 1 }, { a: 1, b: 1, c: 1 }, 1]],
  ['oneOf with an absent property', { $schema: d6, oneOf: [{ properties: { a: true, b: true }, required: ['a'] }, { properties: { c: true }, required: ['c'] }] }, [{ a: 1 }, { c: 1 }], [{ a: 1, c: 1 }, { b: 1 }]],
  ['not twice', { $schema: d7, not: { not: { type: 'string' } } }, ['a'], [1]],
  ['not of true and false', { $schema: d6, anyOf: [{ not: true }, { not: false, type: 'null' }] }, [null], [1]],
  ['if without then or else', { $schema: d7, if: { const: 0 } }, [0, 1], []],
  ['then without if', { $schema: d7, then: { const: 0 } }, [0, 1], []],
  ['if, then, else', { $schema: d20, if: { exclusiveMaximum: 0 }, then: { minimum: -10 }, else: { multipleOf: 2 } }, [-1, 4], [-100, 3]],
  ['if says nothing before draft-07', { $schema: d6, if: true, then: false }, [1], []],
  ['$ref hides its neighbours before 2019', { $schema: d7, definitions: { a: { type: 'array' } }, properties: { f: { $ref: '#/definitions/a', maxItems: 1 } } }, [{ f: [1, 2] }], [{ f: 'a' }]],
  ['$ref beside others', { $schema: d19, $defs: { a: { type: 'array' } }, properties: { f: { $ref: '#/$defs/a', maxItems: 1 } } }, [{ f: [1] }], [{ f: [1, 2] }, { f: 'a' }]],
  ['$ref with escapes', { $schema: d20, $defs: { 'a~b': { type: 'integer' }, 'c/d': { type: 'null' }, 'e%f"g': { type: 'string' } }, properties: { t: { $ref: '#/$defs/a~0b' }, s: { $ref: '#/$defs/c~1d' }, p: { $ref: '#/$defs/e%25f%22g' } } }, [{ t: 1, s: null, p: 'a' }], [{ t: 'a' }, { s: 1 }, { p: 1 }]],
  ['$ref into a list', { $schema: d7, items: [{ type: 'integer' }, { $ref: '#/items/0' }] }, [[1, 2]], [[1, 'a']]],
  ['a property called $ref', { $schema: d7, properties: { $ref: { type: 'string' } } }, [{ $ref: 'a' }], [{ $ref: 1 }]],
  ['a property called $ref that is one', { $schema: d20, properties: { $ref: { $ref: '#/$defs/s' } }, $defs: { s: { type: 'string' } } }, [{ $ref: 'a' }], [{ $ref: 1 }]],
  ['$ref to the root', { $schema: d6, properties: { foo: { $ref: '#' } }, additionalProperties: false }, [{ foo: { foo: {} } }, 1], [{ bar: 1 }, { foo: { bar: 1 } }]],
  ['an address instead of an anchor', { $schema: d4, id: 'http://x.test/root.json', definitions: { a: { id: 'nested.json', definitions: { b: { type: 'integer' } } } }, properties: { f: { $ref: 'nested.json#/definitions/b' } } }, [{ f: 1 }], [{ f: 'a' }]],
  ['an anchor by $id', { $schema: d7, definitions: { a: { $id: '#foo', type: 'integer' } }, allOf: [{ $ref: '#foo' }] }, [1], ['a']],
  ['$anchor in another resource', { $schema: d19, $id: 'http://x.test/root', $ref: 'nested#foo', $defs: { a: { $id: 'nested', $defs: { b: { $anchor: 'foo', type: 'integer' } } } } }, [1], ['a']],
  ['the same anchor in two resources', { $schema: d20, $id: 'http://x.test/foobar', $defs: { a: { $id: 'child1', allOf: [{ $id: 'child2', $anchor: 'my', type: 'number' }, { $anchor: 'my', type: 'string' }] } }, $ref: 'child1#my' }, ['a'], [1]],
  ['a relative base inside', { $schema: d20, $id: 'http://x.test/a/b.json', properties: { f: { $id: 'c/', $ref: 'd.json' } }, $defs: { d: { $id: '/a/c/d.json', type: 'null' } } }, [{ f: null }], [{ f: 1 }]],
  ['urn as identity', { $schema: d20, $id: 'urn:uuid:deadbeef-4321-4321-4321-1234feebdaed', properties: { f: { $ref: '#/$defs/bar' } }, $defs: { bar: { type: 'string' } } }, [{ f: 'a' }], [{ f: 1 }]],
  ['urn with an anchor', { $schema: d20, $id: 'urn:uuid:deadbeef-1234-ff00-00ff-4321feebdaed', properties: { f: { $ref: 'urn:uuid:deadbeef-1234-ff00-00ff-4321feebdaed#something' } }, $defs: { bar: { $anchor: 'something', type: 'string' } } }, [{ f: 'a' }], [{ f: 1 }]],
  ['$id in an enum is data', { $schema: d7, definitions: { e: { enum: [{ $id: 'http://x.test/my', type: 'null' }] }, real: { $id: 'http://x.test/my', type: 'string' } }, anyOf: [{ $ref: '#/definitions/e' }, { $ref: 'http://x.test/my' }] }, [{ $id: 'http://x.test/my', type: 'null' }, 'a'], [null, 1]],
  ['$recursiveRef without an anchor is $ref', { $schema: d19, properties: { foo: { $recursiveRef: '#' } }, additionalProperties: false }, [{ foo: { foo: {} } }], [{ foo: { bar: 1 } }]],
  ['$recursiveRef extends what it is in', { $schema: d19, $id: 'http://x.test/outer', $recursiveAnchor: true, anyOf: [{ type: 'integer' }, { $ref: 'inner' }], $defs: { inner: { $id: 'inner', $recursiveAnchor: true, type: 'object', additionalProperties: { $recursiveRef: '#' } } } }, [1, {}, { a: 1 }, { a: { b: 2 } }], ['a', { a: 'a' }, { a: { b: 'a' } }]],
  ['$dynamicRef finds the outermost anchor', { $schema: d20, $id: 'https://x.test/root', $ref: 'list', $defs: { foo: { $dynamicAnchor: 'items', type: 'string' }, list: { $id: 'list', type: 'array', items: { $dynamicRef: '#items' }, $defs: { items: { $dynamicAnchor: 'items' } } } } }, [['a', 'b'], []], [['a', 1]]],
  ['$dynamicRef without a dynamic anchor beside it is $ref', { $schema: d20, $id: 'https://x.test/root', $ref: 'list', $defs: { foo: { $dynamicAnchor: 'items', type: 'string' }, list: { $id: 'list', type: 'array', items: { $dynamicRef: '#items' }, $defs: { items: { $anchor: 'items' } } } } }, [['a', 1]], []],
  ['$ref to a dynamic anchor is static', { $schema: d20, $id: 'https://x.test/root', $ref: 'list', $defs: { foo: { $dynamicAnchor: 'items', type: 'string' }, list: { $id: 'list', type: 'array', items: { $ref: '#items' }, $defs: { items: { $dynamicAnchor: 'items' } } } } }, [['a', 1]], []],
  ['a resource not on the way does not count', { $schema: d20, $id: 'https://x.test/scope', if: { $id: 'first', $defs: { thingy: { $dynamicAnchor: 'thingy', type: 'number' } } }, then: { $id: 'second', $ref: 'start', $defs: { thingy: { $dynamicAnchor: 'thingy', type: 'null' } } }, $defs: { start: { $id: 'start', $dynamicRef: 'inner#thingy' }, thingy: { $id: 'inner', $dynamicAnchor: 'thingy', type: 'string' } } }, [null], ['a', 42]],
  ['a strict tree', { $schema: d20, $id: 'http://x.test/strict', $dynamicAnchor: 'node', $ref: 'tree', unevaluatedProperties: false, $defs: { tree: { $id: 'tree', $dynamicAnchor: 'node', type: 'object', properties: { data: true, children: { type: 'array', items: { $dynamicRef: '#node' } } } } } }, [{ children: [{ data: 1 }] }], [{ children: [{ daat: 1 }] }]],
  ['unevaluatedProperties with anyOf', { $schema: d20, properties: { foo: { type: 'string' } }, anyOf: [{ properties: { bar: { const: 'bar' } }, required: ['bar'] }, { properties: { baz: { const: 'baz' } }, required: ['baz'] }], unevaluatedProperties: false }, [{ foo: 'a', bar: 'bar' }, { bar: 'bar', baz: 'baz' }], [{ foo: 'a', bar: 'bar', baz: 'not' }, { bar: 'bar', x: 1 }]],
  ['unevaluatedProperties does not see into not', { $schema: d19, properties: { foo: {} }, not: { not: { properties: { bar: { const: 'bar' } }, required: ['bar'] } }, unevaluatedProperties: false }, [], [{ foo: 1, bar: 'bar' }]],
  ['nor into cousins', { $schema: d20, allOf: [{ properties: { foo: true } }, { unevaluatedProperties: false }] }, [{}], [{ foo: 1 }]],
  ['unevaluatedProperties sees its own additionalProperties', { $schema: d20, properties: { foo: {} }, additionalProperties: true, unevaluatedProperties: false }, [{ foo: 1, bar: 1 }], []],
  ['unevaluatedProperties and dependentSchemas', { $schema: d20, properties: { foo: {} }, dependentSchemas: { foo: { properties: { bar: { const: 1 } }, required: ['bar'] } }, unevaluatedProperties: false }, [{}, { foo: 1, bar: 1 }], [{ bar: 1 }]],
  ['unevaluatedProperties and if', { $schema: d19, if: { properties: { foo: { const: 1 } }, required: ['foo'] }, then: { properties: { bar: true } }, else: { properties: { baz: true } }, unevaluatedProperties: false }, [{ foo: 1, bar: 1 }, { baz: 1 }, {}], [{ baz: 1, foo: 1 }, { bar: 1 }, { foo: 2 }]],
  ['unevaluatedProperties as a schema', { $schema: d20, properties: { foo: {} }, unevaluatedProperties: { minLength: 3 } }, [{ foo: 1, bar: 'abc' }], [{ bar: 'a' }]],
  ['unevaluatedItems after prefixItems', { $schema: d20, prefixItems: [{ type: 'string' }], allOf: [{ prefixItems: [true, { type: 'number' }] }], unevaluatedItems: false }, [['a', 1], []], [['a', 1, true]]],
  ['unevaluatedItems sees what contains found', { $schema: d20, prefixItems: [true], contains: { type: 'string' }, unevaluatedItems: false }, [[1, 'a'], ['a', 'b']], [[1, 2], [1, 2, 'a']]],
  ['unevaluatedItems with a list of items', { $schema: d19, items: [{ type: 'string' }], unevaluatedItems: { type: 'number' } }, [['a'], ['a', 1]], [['a', 'b'], [1]]],
  ['unevaluatedItems and additionalItems', { $schema: d19, items: [true], additionalItems: { type: 'number' }, unevaluatedItems: false }, [[1, 2]], [[1, 'a']]],
  ['unevaluatedItems and if', { $schema: d20, prefixItems: [{ const: 'a' }], if: { prefixItems: [true, { const: 'b' }] }, then: { prefixItems: [true, true, { const: 'c' }] }, unevaluatedItems: false }, [['a', 'b', 'c'], ['a']], [['a', 'b', 'd'], ['a', 1]]],
  ['an unknown keyword says nothing', { $schema: d20, frobnicate: { type: 'string' }, type: ['integer', 'string'] }, [1, 'a'], [null]],
  ['format says nothing', { $schema: d20, format: 'ipv4', contentMediaType: 'application/json' }, ['not an address', 1], []],
  ['a large integer', { $schema: d20, type: 'integer', minimum: 9007199254740992 }, [9007199254740992, 1e300], [9007199254740991]],
  ['a definition of the metaschema\'s kind', { $schema: d7, definitions: { positive: { type: 'integer', minimum: 0 }, withDefault: { allOf: [{ $ref: '#/definitions/positive' }, { default: 0 }] } }, properties: { n: { $ref: '#/definitions/withDefault' } } }, [{ n: 0 }], [{ n: -1 }]],
] // prettier-ignore

describe.each(groups)('%s', (_title, schema, valid, invalid) => {
  const { $schema, ...rest } = schema as JsonObject
  const only = (value: Json): Json => ({ $schema: $schema as Json, enum: [value] })
  const verdict = (writer: Json, reader: Json): string => checkContainment(writer, reader).verdict

  it('holds its members and no others', () => {
    for (const value of valid) expect([value, verdict(only(value), schema)]).toEqual([value, 'compatible'])
    for (const value of invalid) expect([value, verdict(only(value), schema)]).toEqual([value, 'breaking'])
  })

  it('is itself in every spelling', () => {
    const isMovable = !/"\$?(ref|id|recursiveRef|dynamicRef)":"/i.test(JSON.stringify(rest))
    const spellings: Json[] = isMovable
      ? [{ allOf: [rest] }, { anyOf: [rest] }, { oneOf: [rest, { not: {} }] }, { not: { not: rest } }]
      : [{ ...rest, $comment: 'the same', title: 'The same' }]
    for (const spelling of spellings) {
      const other = { $schema: $schema as Json, ...(spelling as JsonObject) }
      expect([spelling, verdict(schema, other), verdict(other, schema)]).toEqual([
        spelling,
        'compatible',
        'compatible',
      ])
    }
    if (isMovable) {
      const nothing = { $schema: $schema as Json, allOf: [rest, { not: rest }] }
      expect(verdict(nothing, { $schema: $schema as Json, not: {} })).toBe('compatible')
      expect(
        verdict({ $schema: $schema as Json }, { $schema: $schema as Json, anyOf: [rest, { not: rest }] }),
      ).toBe('compatible')
    }
  })
})
