import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../json/json'
import { planMask } from './mask-plan'
import { MASKS, maskText } from './mask-text'
import { compilePattern, planOf, reader } from './testing/plan-of'

const masked = (schema: Json, value: Json, sight = reader) => {
  const { text, masked: places } = maskText(JSON.stringify(value), planOf(schema), sight)
  return { value: JSON.parse(text) as Json, places: places.map(({ pointer }) => pointer) }
}

const S = MASKS.sensitive
const U = MASKS['not-declared']
const secret = { type: 'string', 'x-sensitive': true }
const plain = { type: 'string' }

describe('what a schema marks', () => {
  it.each<[string, Json, Json, Json]>([
    [
      'a field',
      { properties: { email: secret, city: plain } },
      { email: 'a', city: 'b' },
      { email: S, city: 'b' },
    ],
    [
      'an object, with all that is in it',
      { properties: { home: { 'x-sensitive': true, properties: { city: plain } } } },
      { home: { city: 'a', other: [1] } },
      { home: S },
    ],
    ['items', { properties: { tags: { items: secret } } }, { tags: ['a', 'b'] }, { tags: [S, S] }],
    [
      'positions of a tuple, and what comes behind them',
      { properties: { at: { prefixItems: [plain, secret], items: secret } } },
      { at: ['a', 'b', 'c', 'd'] },
      { at: ['a', S, S, S] },
    ],
    [
      'behind a reference, also beside it',
      {
        $defs: { mail: secret, text: plain },
        properties: { a: { $ref: '#/$defs/mail' }, b: { $ref: '#/$defs/text', 'x-sensitive': true } },
      },
      { a: 'a', b: 'b' },
      { a: S, b: S },
    ],
    [
      'in a branch, whether or not the event takes it',
      { oneOf: [{ properties: { a: plain } }, { properties: { a: secret } }] },
      { a: 'a' },
      { a: S },
    ],
    [
      'under a condition',
      { properties: { a: plain }, if: { required: ['a'] }, then: { properties: { b: secret } } },
      { a: 'a', b: 'b' },
      { a: 'a', b: S },
    ],
    [
      'by a pattern of its name',
      { patternProperties: { '^x_': secret, '^y_': plain } },
      { x_1: 'a', y_1: 'b' },
      { x_1: S, y_1: 'b' },
    ],
    [
      'by a pattern that cannot be run, whatever the name',
      { properties: { a: plain }, patternProperties: { '(?=x)': secret } },
      { a: 'a' },
      { a: S },
    ],
    [
      'as any other field',
      { additionalProperties: secret, properties: { a: plain } },
      { a: 'a', b: 'b' },
      { a: 'a', b: S },
    ],
    [
      'by its names',
      { properties: { m: { propertyNames: secret, additionalProperties: plain } } },
      { m: { a: 'a' } },
      { m: S },
    ],
    [
      'behind a reference from inside of an $id, which is read from there and not from the root',
      {
        $defs: {
          name: plain,
          person: {
            $id: 'https://a.example/person',
            properties: { name: { $ref: '#/$defs/name' }, mail: { $ref: '#mail' } },
            $defs: { name: secret, mail: { $anchor: 'mail', ...secret } },
          },
          other: { $anchor: 'mail', ...plain },
        },
        properties: { by: { $ref: 'https://a.example/person' }, name: { $ref: '#/$defs/name' } },
      },
      { by: { name: 'a', mail: 'b' }, name: 'c' },
      { by: { name: S, mail: S }, name: 'c' },
    ],
    [
      'by a reference to an $id inside, relative to the one around it',
      {
        $id: 'https://a.example/root',
        $defs: {
          inner: {
            $id: 'inner/schema',
            properties: { a: { $ref: 'part' } },
            $defs: { part: { $id: 'part', ...secret } },
          },
        },
        properties: { b: { $ref: 'inner/schema' }, c: { $ref: '/inner/part' } },
      },
      { b: { a: 'a' }, c: 'b' },
      { b: { a: S }, c: S },
    ],
    [
      'where a dynamic reference may lead, whichever way the event takes',
      {
        $defs: {
          node: { $dynamicAnchor: 'node', properties: { mail: secret } },
          tree: {
            $id: 'https://a.example/tree',
            $dynamicAnchor: 'node',
            properties: { next: { $dynamicRef: '#node' }, mail: plain },
          },
        },
        $ref: 'https://a.example/tree',
      },
      { mail: 'a', next: { mail: 'b' } },
      { mail: 'a', next: { mail: S } },
    ],
    [
      'as the draft reads it: up to draft-07 an id beside a reference says nothing',
      {
        $schema: 'http://json-schema.org/draft-07/schema#',
        definitions: { mail: secret },
        properties: { a: { $id: 'https://b.example/elsewhere', $ref: '#/definitions/mail' } },
      },
      { a: 'a' },
      { a: S },
    ],
    [
      'again and again in a recursive definition',
      {
        $ref: '#/$defs/node',
        $defs: { node: { properties: { name: secret, next: { $ref: '#/$defs/node' } } } },
      },
      { name: 'a', next: { name: 'b', next: { name: 'c' } } },
      { name: S, next: { name: S, next: { name: S } } },
    ],
  ])('%s', (_, schema, value, expected) => {
    expect(masked(schema, value).value).toEqual(expected)
  })

  it('is what any word but false says', () => {
    expect(masked({ properties: { a: { 'x-sensitive': 'pii' } } }, { a: 'a' }).value).toEqual({ a: S })
    expect(masked({ properties: { a: { 'x-sensitive': false } } }, { a: 'a' }).value).toEqual({ a: 'a' })
  })

  it('also masks nulls, numbers and truth: which it is, is a value too', () => {
    const schema = { properties: { a: { 'x-sensitive': true } } }
    for (const a of [null, 5, true, [], {}]) expect(masked(schema, { a }).value).toEqual({ a: S })
  })

  it('counts in events of versions before the mark, and declares nothing there', () => {
    const plan = planOf({ properties: { email: plain } }, { properties: { email: secret, note: plain } })
    expect(maskText('{"email":"a","note":"b"}', plan, reader).text).toBe(`{"email":"${S}","note":"${U}"}`)
    expect(maskText('{"email":"a","note":"b"}', plan, { ...reader, undeclared: true }).text).toBe(
      `{"email":"${S}","note":"b"}`,
    )
  })
})

describe('another document that a schema refers to', () => {
  const documents: Record<string, Json> = {
    'https://a.example/person': {
      $id: 'https://a.example/person',
      properties: { email: secret, home: { $ref: 'address#/$defs/home' } },
    },
    'https://a.example/address': { $defs: { home: { properties: { street: secret, city: plain } } } },
  }
  const schema = { properties: { by: { $ref: 'https://a.example/person' } } }
  const sent = '{"by":{"email":"a","home":{"street":"b","city":"c"},"x":"d"}}'
  const resolve = (uri: string) => documents[uri]

  it('counts as if it stood there', () => {
    const plan = planMask({ own: schema, later: [], compilePattern, resolve })
    expect(maskText(sent, plan, reader).text).toBe(
      `{"by":{"email":"${S}","home":{"street":"${S}","city":"c"},"x":"${U}"}}`,
    )
  })

  it('marks in the versions published later, too', () => {
    const plan = planMask({ own: true, later: [schema], compilePattern, resolve })
    expect(maskText(sent, plan, { ...reader, undeclared: true }).text).toBe(
      `{"by":{"email":"${S}","home":{"street":"${S}","city":"c"},"x":"d"}}`,
    )
  })
})

describe('what no schema names', () => {
  it.each<[string, Json | undefined, Json, Json]>([
    ['a field', { properties: { a: plain } }, { a: 'a', b: { c: 'c' } }, { a: 'a', b: U }],
    ['everything of an unknown type', undefined, { a: 'a', b: ['b'] }, { a: U, b: U }],
    ['everything where the schema says nothing', true, { a: 'a' }, { a: U }],
    [
      'fields of an object that is only called one',
      { properties: { a: { type: 'object' } } },
      { a: { b: 1 } },
      { a: { b: U } },
    ],
    [
      'fields of objects in a list without a schema',
      { properties: { a: { type: 'array' } } },
      { a: ['b', { c: 1 }] },
      { a: ['b', { c: U }] },
    ],
    [
      'what a reference that leads nowhere should have described',
      { properties: { a: { $ref: 'https://elsewhere.example/a' } } },
      { a: 'a' },
      { a: U },
    ],
    [
      'a name that only looks like an own one',
      { properties: { a: plain } },
      JSON.parse('{"__proto__":"a","toString":"b"}') as Json,
      JSON.parse(`{"__proto__":"${U}","toString":"${U}"}`) as Json,
    ],
  ])('%s', (_, schema, value, expected) => {
    const { text } = maskText(JSON.stringify(value), planOf(schema), reader)
    expect(text).toBe(JSON.stringify(expected))
  })

  it('is not masked where there is a schema for any other field, or a pattern', () => {
    const schema = { patternProperties: { '^x': plain }, additionalProperties: { type: 'integer' } }
    expect(masked(schema, { x: 'a', y: 1 }).value).toEqual({ x: 'a', y: 1 })
    expect(masked({ additionalProperties: true }, { y: 1 }).value).toEqual({ y: U })
    expect(masked({ additionalProperties: {} }, { y: 1 }).value).toEqual({ y: U })
  })
})

it('keeps to the letter what it does not mask, and masks a name twice where it stands twice', () => {
  const plan = planOf({ properties: { id: { type: 'integer' }, 'e-mail': secret } })
  const text = '{ "id" : 12345678901234567890 ,\n "e-mail":"a\\"}", "\\u0065-mail" : ["b"] , "id":1e2}'
  expect(maskText(text, plan, reader)).toEqual({
    text: `{ "id" : 12345678901234567890 ,\n "e-mail":"${S}", "\\u0065-mail" : "${S}" , "id":1e2}`,
    masked: [
      { pointer: '/e-mail', reason: 'sensitive' },
      { pointer: '/e-mail', reason: 'sensitive' },
    ],
  })
})

it('shows what may be seen', () => {
  const schema = { properties: { email: secret } }
  const value = { email: 'a', b: 'b' }
  expect(masked(schema, value, { undeclared: true, sensitive: false }).value).toEqual({ email: S, b: 'b' })
  expect(masked(schema, value, { undeclared: true, sensitive: true }).value).toEqual(value)
  expect(masked(schema, value, { undeclared: false, sensitive: true }).value).toEqual({ email: 'a', b: U })
})

it('is bounded where schemas are not: what is too much counts as sensitive', () => {
  const many = { allOf: Array.from({ length: 2_100 }, () => ({ properties: { a: plain } })) }
  expect(masked(many, { a: 'a' }).value).toEqual(S)
  const large = {
    $defs: {
      a: plain,
      more: { enum: [] },
      x: Object.fromEntries(Array.from({ length: 100_001 }, (_, i) => [`d${i}`, true])),
    },
    $ref: '#/$defs/a',
  }
  expect(masked(large, 'a').value).toEqual(S)
  // 2^40 paths through the definitions, and one place each.
  const $defs: JsonObject = { d40: plain }
  for (let i = 0; i < 40; i++) {
    const next = { $ref: `#/$defs/d${i + 1}` }
    $defs[`d${i}`] = { properties: { a: next, b: next } }
  }
  let value: Json = 'x'
  for (let i = 0; i < 40; i++) value = { a: value }
  expect(masked({ $defs, $ref: '#/$defs/d0' }, value).value).toEqual(value)
})
