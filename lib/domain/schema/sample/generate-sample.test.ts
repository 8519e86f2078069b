import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type AnySchema } from 'ajv'
import AjvDraft04 from 'ajv-draft-04'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { generateSample } from './generate-sample'

const eiffel = join(process.cwd(), '../shared/data/eiffel/schemas')
const options = { strict: false, allErrors: true, formats: fullFormats }
const validators = {
  'draft-04': new AjvDraft04(options),
  'draft-07': new Ajv(options),
  '2020-12': new Ajv2020(options),
}

function errorsOf(schema: Json, value: Json): unknown {
  const text = JSON.stringify(schema)
  const draft = text.includes('draft-04') ? 'draft-04' : text.includes('2020-12') ? '2020-12' : 'draft-07'
  const ajv = validators[draft]
  // The trailing # of `$schema` is legal and unknown to ajv.
  const validate = ajv.compile(JSON.parse(text.replace('2020-12/schema#', '2020-12/schema')) as AnySchema)
  return validate(value) ? [] : validate.errors
}

const fixtures: Record<string, Json> = {
  'bounds that leave a little room': {
    type: 'object',
    required: ['a', 'b', 'c', 'd', 'e'],
    properties: {
      a: { type: 'integer', exclusiveMinimum: 10, exclusiveMaximum: 12 },
      b: { type: 'number', minimum: 0.1, maximum: 0.15 },
      c: { type: 'number', multipleOf: 0.01, minimum: 5 },
      d: { type: 'integer', multipleOf: 7, minimum: -20, maximum: -10 },
      e: { type: 'integer', maximum: -3 },
    },
  },
  'lengths, patterns and formats': {
    type: 'object',
    properties: {
      code: { type: 'string', pattern: '^[A-Z]{3}-\\d{4,6}$' },
      long: { type: 'string', minLength: 50 },
      short: { type: 'string', maxLength: 3 },
      bounded: { type: 'string', pattern: '^a+$', minLength: 12, maxLength: 14 },
      inside: { type: 'string', pattern: 'x[yz]' },
      uuid: { type: 'string', format: 'uuid' },
      at: { type: 'string', format: 'date-time' },
      site: { type: 'string', format: 'uri' },
      mail: { type: 'string', format: 'email' },
      span: { type: 'string', format: 'duration' },
    },
  },
  'arrays with counts, tuples and no item twice': {
    type: 'object',
    properties: {
      lines: {
        type: 'array',
        minItems: 3,
        uniqueItems: true,
        items: { type: 'string', format: 'date-time' },
      },
      names: { type: 'array', minItems: 4, uniqueItems: true, items: { type: 'string' } },
      sizes: { type: 'array', minItems: 2, uniqueItems: true, items: { enum: ['s', 'm', 'l'] } },
      pair: {
        type: 'array',
        items: [{ type: 'string' }, { type: 'integer' }],
        minItems: 2,
        additionalItems: false,
      },
      none: { type: 'array', maxItems: 0 },
      has: { type: 'array', contains: { const: 7 } },
    },
  },
  'required fields that are not declared': {
    type: 'object',
    required: ['x-total', 'other'],
    patternProperties: { '^x-': { type: 'integer' } },
    additionalProperties: { type: 'boolean' },
  },
  'references, also in circles': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $ref: '#/$defs/tree',
    $defs: {
      tree: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { $ref: '#/$defs/name' },
          children: { type: 'array', items: { $ref: '#/$defs/tree' } },
        },
      },
      name: { type: 'string', minLength: 2 },
    },
  },
  'conditions and variants': {
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: ['card', 'bank'] } },
    if: { properties: { kind: { const: 'card' } } },
    then: { required: ['number'], properties: { number: { type: 'string', pattern: '^\\d{16}$' } } },
    else: { required: ['iban'] },
    oneOf: [
      { required: ['a'], properties: { a: { type: 'integer' } } },
      { required: ['b'], not: { required: ['a'] } },
    ],
  },
  'allOf put together': {
    allOf: [
      { type: 'object', required: ['a'], properties: { a: { type: 'number', minimum: 3 } } },
      { properties: { a: { type: 'integer', maximum: 3 }, b: { type: ['null', 'string'], minLength: 1 } } },
    ],
  },
}

describe('generateSample', () => {
  it.each(Object.entries(fixtures))('is valid for %s', (_, schema) => {
    const sample = generateSample(schema)
    expect(errorsOf(schema, sample), JSON.stringify(sample)).toEqual([])
  })

  it('ends for an enumeration of very many values', () => {
    // Each of them looked for among all others, this would take an hour.
    const codes = Array.from({ length: 100_000 }, (_, index) => `code-${index}`)
    expect(generateSample({ enum: codes })).toBe('code-0')
  })

  it('prefers what the author wrote: examples, then the default, then the values', () => {
    const schema: Json = {
      type: 'object',
      properties: {
        a: { type: 'string', default: 'd', examples: ['e'] },
        b: { type: 'string', default: 'd' },
        c: { enum: ['x', 'y'] },
        d: { type: 'integer', default: 'not a number' },
        e: { const: null },
      },
    }
    expect(generateSample(schema)).toEqual({ a: 'e', b: 'd', c: 'x', d: 1, e: null })
  })

  it('leaves out what is deprecated or impossible', () => {
    const schema: Json = {
      type: 'object',
      properties: { old: { deprecated: true }, never: false, a: { type: 'null' } },
    }
    expect(generateSample(schema)).toEqual({ a: null })
  })

  it('tries other variants while the caller says that a sample is not valid', () => {
    const schema: Json = { oneOf: [{ const: 1 }, { const: 2 }] }
    expect(generateSample(schema, { isValid: (value) => value === 2 })).toBe(2)
  })

  it('is the same every time', () => {
    for (const schema of Object.values(fixtures))
      expect(generateSample(schema)).toEqual(generateSample(schema))
  })

  it('ends on schemas that require themselves or multiply', () => {
    const endless: Json = { type: 'object', required: ['self'], properties: { self: { $ref: '#' } } }
    const laughs: Json = {
      $ref: '#/$defs/l0',
      $defs: Object.fromEntries(
        Array.from({ length: 40 }, (_, level) => {
          const next = { $ref: `#/$defs/l${level + 1}` }
          return [`l${level}`, { required: ['a', 'b'], properties: { a: next, b: next } }]
        }),
      ),
    }
    expect(generateSample(endless)).toBeTypeOf('object')
    expect(JSON.stringify(generateSample(laughs)).length).toBeLessThan(200_000)
  })

  it.runIf(existsSync(eiffel))(
    'is valid for every published Eiffel schema',
    () => {
      for (const type of readdirSync(eiffel)) {
        for (const file of readdirSync(join(eiffel, type))) {
          const schema = JSON.parse(readFileSync(join(eiffel, type, file), 'utf8')) as Json
          const sample = generateSample(schema)
          expect(errorsOf(schema, sample), `${type} ${file} ${JSON.stringify(sample)}`).toEqual([])
        }
      }
      // ajv compiles 222 schemas here, on a machine that may be busy.
    },
    60_000,
  )
})
