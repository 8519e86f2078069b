import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Json } from '../../json/json'
import { validate } from '../../compatibility/validate/validate'
import { inferSchema } from './infer-schema'

/** Without the line that every schema has. */
function infer(...samples: Json[]): Json {
  const { $schema, ...rest } = inferSchema(samples)
  expect($schema).toContain('2020-12')
  return rest
}

const members = (...samples: Json[]) => (infer(...samples) as { properties: Json }).properties

describe('inferSchema', () => {
  it('requires what every sample has, and only that', () => {
    expect(infer({ id: 1, note: 'a' }, { id: 2 })).toEqual({
      type: 'object',
      properties: { id: { type: 'integer' }, note: { type: 'string' } },
      required: ['id'],
    })
  })

  it('names the formats that every text fits', () => {
    const id = '0198f0c2-6b1e-7c44-9d7e-2f8f6f1f5a10'
    const sample = {
      at: '2026-08-06T09:03:20Z',
      on: '2026-08-06',
      id,
      mail: 'a@b.example',
      at2: 'https://a/b',
    }
    expect(members(sample)).toEqual({
      at: { type: 'string', format: 'date-time' },
      on: { type: 'string', format: 'date' },
      id: { type: 'string', format: 'uuid' },
      mail: { type: 'string', format: 'email' },
      at2: { type: 'string', format: 'uri' },
    })
    expect(members(sample, { ...sample, at: 'yesterday' })).toMatchObject({ at: { type: 'string' } })
    expect(members(sample, { ...sample, at: 'yesterday' })).not.toHaveProperty('at.format')
  })

  it('takes words that come again and again for a list of words', () => {
    const words = Array.from({ length: 24 }, (_, i) => ({ status: i % 3 === 0 ? 'paid' : 'open' }))
    expect(members(...words)).toEqual({ status: { type: 'string', enum: ['open', 'paid'] } })
    expect(members(...words.slice(0, 4))).toEqual({ status: { type: 'string' } })
    const one = Array.from({ length: 24 }, () => ({ status: 'paid' }))
    expect(members(...one)).toEqual({ status: { type: 'string' } })
  })

  it('joins integers with fractions, and keeps null beside a type', () => {
    expect(members({ n: 1 }, { n: 1.5 }, { n: null })).toEqual({ n: { type: ['number', 'null'] } })
  })

  it('joins the items of all arrays', () => {
    expect(infer([{ a: 1 }], [{ a: 2, b: true }], [])).toEqual({
      type: 'array',
      items: {
        type: 'object',
        properties: { a: { type: 'integer' }, b: { type: 'boolean' } },
        required: ['a'],
      },
    })
  })

  it('does not list the ids of a map as members', () => {
    const maps = Array.from({ length: 40 }, (_, i) => ({ [`sku-${i}`]: i }))
    expect(infer(...maps)).toEqual({ type: 'object' })
  })

  it('takes __proto__ for a name like any other', () => {
    const sample = JSON.parse('{"__proto__": {"a": 1}}') as Json
    expect(JSON.stringify(members(sample))).toBe(
      '{"__proto__":{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]}}',
    )
  })

  it('does not overflow on what is nested without end', () => {
    let deep: Json = 1
    for (let i = 0; i < 50_000; i++) deep = [deep]
    expect(JSON.stringify(inferSchema([deep])).length).toBeLessThan(2_000)
  })
})

const sample = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }) as fc.Arbitrary<Json>

test('every sample is valid under what was inferred, with formats as assertions too', () => {
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 8 }), (samples) => {
      const schema = inferSchema(samples)
      for (const value of samples)
        expect(validate(schema, value, { draft: '2020-12' })).toEqual({ isValid: true })
    }),
  )
})

test('the order of the samples changes nothing but the order of the members', () => {
  const sorted = (schema: Json): Json => {
    if (Array.isArray(schema)) return [...schema.map(sorted)].sort()
    if (typeof schema !== 'object' || schema === null) return schema
    return Object.fromEntries(
      Object.entries(schema)
        .map(([name, value]): [string, Json] => [name, sorted(value)])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  }
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 8 }), (samples) => {
      expect(sorted(inferSchema([...samples].reverse()))).toEqual(sorted(inferSchema(samples)))
    }),
  )
})
