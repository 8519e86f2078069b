import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { diffSchemas } from './diff-schemas'

/** Changes drawn as `kind path`, one a line. */
function drawn(before: Json, after: Json): string[] {
  return diffSchemas(before, after).map(({ kind, path }) => `${kind} ${path}`)
}

function order(properties: JsonObject, rest: JsonObject = {}): JsonObject {
  return { type: 'object', properties, ...rest }
}

const string: Json = { type: 'string' }
const number: Json = { type: 'number' }

describe('diffSchemas notices', () => {
  const cases: [title: string, before: Json, after: Json, changes: string[]][] = [
    ['an optional field added', order({}), order({ a: string }), ['field-added /properties/a']],
    [
      'a required field added',
      order({}),
      order({ a: string }, { required: ['a'] }),
      ['required-field-added /properties/a'],
    ],
    ['a field removed', order({ a: string }), order({}), ['field-removed /properties/a']],
    [
      'a field made required',
      order({ a: string }),
      order({ a: string }, { required: ['a'] }),
      ['required-added /properties/a'],
    ],
    [
      'a field made optional',
      order({ a: string }, { required: ['a'] }),
      order({ a: string }),
      ['required-removed /properties/a'],
    ],
    ['another type', order({ a: string }), order({ a: number }), ['type-changed /properties/a']],
    ['a wider type', order({ a: { type: 'integer' } }), order({ a: number }), ['type-widened /properties/a']],
    [
      'a type that also allows null',
      order({ a: string }),
      order({ a: { type: ['string', 'null'] } }),
      ['type-widened /properties/a'],
    ],
    [
      'a narrower type',
      order({ a: number }),
      order({ a: { type: 'integer' } }),
      ['type-narrowed /properties/a'],
    ],
    [
      'an enum value added',
      order({ a: { enum: ['x'] } }),
      order({ a: { enum: ['x', 'y'] } }),
      ['enum-value-added /properties/a'],
    ],
    [
      'an enum value removed',
      order({ a: { enum: ['x', 'y'] } }),
      order({ a: { enum: ['x'] } }),
      ['enum-value-removed /properties/a'],
    ],
    [
      '0, "", false and null told apart',
      { enum: [0, false] },
      { enum: ['', null] },
      ['enum-value-removed ', 'enum-value-removed ', 'enum-value-added ', 'enum-value-added '],
    ],
    [
      'values limited',
      order({ a: string }),
      order({ a: { type: 'string', enum: ['x'] } }),
      ['enum-added /properties/a'],
    ],
    ['a constant changed', { const: '1' }, { const: '2' }, ['constant-changed ']],
    ['a bound tightened', { minimum: 0 }, { minimum: 1 }, ['bound-tightened ']],
    ['a bound that becomes exclusive', { minimum: 0 }, { exclusiveMinimum: 0 }, ['bound-tightened ']],
    ['a length loosened', { maxLength: 5 }, {}, ['bound-loosened ']],
    ['a finer multiple', { multipleOf: 1 }, { multipleOf: 0.01 }, ['bound-loosened ']],
    ['a pattern added', { type: 'string' }, { type: 'string', pattern: '^a' }, ['pattern-added ']],
    [
      'other fields forbidden',
      order({}),
      order({}, { additionalProperties: false }),
      ['other-fields-forbidden '],
    ],
    ['a variant added', { oneOf: [string] }, { oneOf: [string, number] }, ['variant-added /oneOf/1']],
    ['a variant removed', { anyOf: [string, number] }, { anyOf: [number] }, ['variant-removed /anyOf/0']],
    [
      'a change inside a variant of the same name',
      { oneOf: [{ title: 'A', ...order({ a: string }) }] },
      { oneOf: [{ title: 'A', ...order({ a: number }) }] },
      ['type-changed /oneOf/0/properties/a'],
    ],
    [
      'a condition',
      { if: { minimum: 1 }, then: false },
      { if: { minimum: 2 }, then: false },
      ['condition-changed '],
    ],
    [
      'a change in a list of objects',
      order({ a: { items: order({ b: string }) } }),
      order({ a: { items: order({ b: number }) } }),
      ['type-changed /properties/a/items/properties/b'],
    ],
    [
      'a change behind a reference',
      { $ref: '#/$defs/a', $defs: { a: order({ b: string }) } },
      { $ref: '#/$defs/a', $defs: { a: order({ b: number }) } },
      ['type-changed /$defs/a/properties/b'],
    ],
    [
      'the default',
      order({ a: { default: 0 } }),
      order({ a: { default: '' } }),
      ['default-changed /properties/a'],
    ],
    ['a format', { format: 'date' }, { format: 'date-time' }, ['format-changed ']],
    ['a description', { description: 'a' }, { description: 'b' }, ['description-changed ']],
    ['a deprecation', { type: 'string' }, { type: 'string', deprecated: true }, ['deprecated ']],
    [
      'a field called __proto__',
      order({}),
      JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}') as Json,
      ['field-added /properties/__proto__'],
    ],
  ]
  it.each(cases)('%s', (_, before, after, changes) => {
    expect(drawn(before, after)).toEqual(changes)
  })
})

describe('diffSchemas takes for the same', () => {
  const cases: [title: string, before: Json, after: Json][] = [
    [
      'reordered keys',
      order({ a: string, b: number }),
      { properties: { b: number, a: string }, type: 'object' },
    ],
    ['const and an enum of one value', { const: 'a' }, { enum: ['a'] }],
    ['a type and a list of that type', { type: 'string' }, { type: ['string'] }],
    [
      'a flattened allOf',
      { allOf: [order({ a: string }), { required: ['a'] }] },
      order({ a: string }, { required: ['a'] }),
    ],
    [
      'a definition and its contents',
      { properties: { a: { $ref: '#/$defs/s' } }, $defs: { s: string } },
      { properties: { a: string } },
    ],
    [
      'definitions under another keyword',
      { $ref: '#/definitions/s', definitions: { s: string } },
      { $ref: '#/$defs/s', $defs: { s: string } },
    ],
    ['required names in another order', { required: ['a', 'b'] }, { required: ['b', 'a'] }],
    ['exclusive bounds of two drafts', { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    ['a bound that bounds nothing', { minLength: 0 }, {}],
    [
      'recursive definitions',
      { $ref: '#/$defs/n', $defs: { n: order({ next: { $ref: '#/$defs/n' } }) } },
      { $ref: '#/$defs/m', $defs: { m: order({ next: { $ref: '#/$defs/m' } }) } },
    ],
    ['variants in another order', { oneOf: [string, number] }, { oneOf: [number, string] }],
  ]
  it.each(cases)('%s', (_, before, after) => {
    expect(drawn(before, after)).toEqual([])
  })
})

describe('diffSchemas recognises', () => {
  it('a field under another name, where the names have a word in common', () => {
    expect(drawn(order({ customer_id: string }), order({ customerRef: string }))).toEqual([
      'field-renamed /properties/customerRef',
    ])
  })
  it('a field under another name, where its shape is telling', () => {
    const money = order({ value: string, currency: string })
    expect(drawn(order({ total: money }), order({ amount: money }))).toEqual([
      'field-renamed /properties/amount',
    ])
  })
  it('a field of the same name in another place', () => {
    const before = order({ country: { type: 'string', pattern: '^..$' }, shipping: order({}) })
    const after = order({ shipping: order({ country: { type: 'string', pattern: '^..$' } }) })
    expect(drawn(before, after)).toEqual(['field-moved /properties/shipping/properties/country'])
  })
  it('nothing in two plain strings', () => {
    expect(drawn(order({ colour: string }), order({ nickname: string }))).toEqual([
      'field-removed /properties/colour',
      'field-added /properties/nickname',
    ])
  })
  it('nothing where there are two candidates', () => {
    expect(drawn(order({ old_code: string }), order({ new_code: string, other_code: string }))).toHaveLength(
      3,
    )
  })
})

describe('diffSchemas says', () => {
  it('who will meet what', () => {
    const [change] = diffSchemas(
      order({ status: { enum: ['paid'] } }),
      order({ status: { enum: ['paid', 'refunded'] } }),
    )
    expect(change).toMatchObject({
      field: 'status',
      message: 'Consumers that switch over `status` will meet `refunded`.',
      after: 'refunded',
    })
  })
  it('which changes only shift meaning, and which only document', () => {
    const [unit, title] = diffSchemas({ 'x-unit': 'EUR', title: 'a' }, { 'x-unit': 'USD', title: 'b' })
    expect(unit).toMatchObject({
      kind: 'unit-changed',
      risky: true,
      documentation: false,
      backward: 'safe',
      forward: 'safe',
    })
    expect(title).toMatchObject({ kind: 'title-changed', risky: false, documentation: true })
  })
})

describe('diffSchemas judges by containment', () => {
  const judged = (before: Json, after: Json) =>
    diffSchemas(before, after, { policy: 'strict' }).map(
      ({ kind, backward, forward }) => `${kind}: ${backward}, ${forward}`,
    )
  const cases: [title: string, before: Json, after: Json, classes: string[]][] = [
    [
      'a new required field',
      order({}),
      order({ a: {} }, { required: ['a'] }),
      ['required-field-added: breaking, safe'],
    ],
    [
      'a field made optional',
      order({ a: string }, { required: ['a'] }),
      order({ a: string }),
      ['required-removed: safe, breaking'],
    ],
    [
      'a new enum value',
      order({ a: { enum: ['x'] } }),
      order({ a: { enum: ['x', 'y'] } }),
      ['enum-value-added: safe, breaking'],
    ],
    ['a tighter bound', { maximum: 5 }, { maximum: 4 }, ['bound-tightened: breaking, safe']],
    [
      'a bound on another type, which bounds nothing',
      { type: 'string', maximum: 5 },
      { type: 'string', maximum: 4 },
      ['bound-tightened: safe, safe'],
    ],
    [
      'one change of two',
      order({ a: { maxLength: 5 }, b: { maxLength: 5 } }),
      order({ a: { maxLength: 6 }, b: { maxLength: 4 } }),
      ['bound-loosened: safe, breaking', 'bound-tightened: breaking, safe'],
    ],
    [
      'another draft that says the same',
      { $schema: 'http://json-schema.org/draft-07/schema#', properties: { id: string } },
      { $schema: 'https://json-schema.org/draft/2020-12/schema', properties: { id: number } },
      ['draft-changed: safe, safe', 'type-changed: breaking, breaking'],
    ],
    [
      'a pattern beyond proving',
      { pattern: '(?=a)' },
      { pattern: '(?=b)' },
      ['pattern-changed: unknown, unknown'],
    ],
  ]
  it.each(cases)('%s', (_, before, after, classes) => {
    expect(judged(before, after)).toEqual(classes)
  })

  it('with the event that breaks', () => {
    const [change] = diffSchemas(order({ a: { const: 1 } }), order({ a: { const: 1 } }, { required: ['a'] }))
    expect(change?.witnesses).toEqual({ backward: {} })
  })
})

describe('diffSchemas stays bounded on', () => {
  it('fifty thousand new fields', () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`f${index}`, string]))
    expect(diffSchemas(order({}), order(many)).length).toBeLessThanOrEqual(1_000)
  })
  it('nesting beyond all reading', () => {
    let deep: Json = {}
    for (let level = 0; level < 50_000; level++) deep = { items: deep }
    expect(diffSchemas(deep, true)).toEqual([])
  })
  it('references that multiply', () => {
    const laughs = (leaf: Json): Json => ({
      $ref: '#/$defs/l0',
      $defs: Object.fromEntries(
        Array.from({ length: 41 }, (_, level) => {
          const next = { $ref: `#/$defs/l${level + 1}` }
          return [`l${level}`, level === 40 ? leaf : order({ a: next, b: next })]
        }),
      ),
    })
    expect(drawn(laughs(string), laughs(number))).toHaveLength(2)
  })
})

const eiffel = join(process.cwd(), '../shared/data/eiffel/schemas')
describe.runIf(existsSync(eiffel))('diffSchemas over published schemas', () => {
  it('finds nothing between a schema and itself, and something between neighbours', () => {
    for (const type of readdirSync(eiffel)) {
      const schemas = readdirSync(join(eiffel, type))
        .sort()
        .map((file) => JSON.parse(readFileSync(join(eiffel, type, file), 'utf8')) as Json)
      schemas.forEach((schema, index) => {
        expect(drawn(schema, schema)).toEqual([])
        const before = schemas[index - 1]
        if (before !== undefined) expect(drawn(before, schema).length, type).toBeGreaterThan(0)
      })
    }
  }, 60_000)
})
