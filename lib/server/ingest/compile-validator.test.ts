import { describe, expect, test } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { compileValidator } from './compile-validator'

function judge(schema: unknown, data: Json, text = JSON.stringify(data)) {
  return compileValidator(JSON.stringify(schema))(data, text.length, 'data')
}
/** `validity code pointer, …` */
function said(schema: unknown, data: Json): string {
  const { validity, problems } = judge(schema, data)
  return [validity, ...problems.map(({ code, pointer }) => `${code} ${pointer}`)].join(', ')
}

describe('judging a data block', () => {
  test('points at each place that breaks the schema', () => {
    const schema = {
      type: 'object',
      required: ['id'],
      properties: { n: { type: 'integer' }, 'a/b': { enum: [1] } },
      additionalProperties: false,
    }
    expect(said(schema, { n: 'x', 'a/b': 2, more: true })).toBe(
      'invalid, required /data/id, additionalProperties /data/more, type /data/n, enum /data/a~1b',
    )
    expect(said(schema, { id: undefined as unknown as Json, n: 1 })).toContain('invalid')
  })

  test('finds no inherited property where a required one is missing', () => {
    expect(said({ required: ['toString'] }, {})).toBe('invalid, required /data/toString')
    expect(said({ required: ['__proto__'] }, {})).toBe('invalid, required /data/__proto__')
  })

  test('takes a failed format for a warning, also where it stands under not', () => {
    expect(said({ properties: { at: { format: 'date-time' } } }, { at: 'soon' })).toBe(
      'valid, format /data/at',
    )
    expect(
      judge({ not: { properties: { at: { format: 'date-time' } }, required: ['at'] } }, { at: 'soon' })
        .validity,
    ).toBe('invalid')
  })

  test.each([
    ['http://json-schema.org/draft-04/schema#', { minimum: 1, exclusiveMinimum: true }, 1],
    ['http://json-schema.org/draft-06/schema#', { exclusiveMinimum: 1 }, 1],
    ['http://json-schema.org/draft-07/schema#', { if: { type: 'integer' }, then: { minimum: 2 } }, 1],
    [
      'https://json-schema.org/draft/2019-09/schema',
      { properties: { a: true }, unevaluatedProperties: false },
      { b: 1 },
    ],
    ['https://json-schema.org/draft/2020-12/schema', { prefixItems: [{ type: 'string' }] }, [1]],
  ] as [string, object, Json][])('knows %s', (uri, schema, data) => {
    expect(judge({ $schema: uri, ...schema }, data).validity).toBe('invalid')
  })

  test('reads a schema without $schema under the newest draft in which it is valid', () => {
    expect(judge({ minimum: 1, exclusiveMinimum: true }, 1).validity).toBe('invalid')
    expect(judge({ items: [{ type: 'string' }] }, [1]).validity).toBe('invalid')
  })

  test('reads a schema that refers to itself, and two versions under one $id', () => {
    const tree = { $id: 'https://example.com/tree', properties: { child: { $ref: '#' } }, required: ['n'] }
    expect(said(tree, { n: 1, child: { child: { n: 1 } } })).toBe('invalid, required /data/child/n')
    expect(said({ ...tree, required: ['m'] }, { m: 1 })).toBe('valid')
    expect(said({ properties: { child: { $ref: '#' } }, required: ['n'] }, { n: 1, child: {} })).toBe(
      'invalid, required /data/child/n',
    )
  })

  test('ignores what stands beside $ref up to draft-07', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      definitions: { a: {} },
      properties: { x: { $ref: '#/definitions/a', type: 'string' } },
    }
    expect(judge(schema, { x: 1 }).validity).toBe('valid')
  })

  test('does not run a pattern that no linear engine can', () => {
    expect(said({ properties: { a: { pattern: '^(?=x)' } } }, { a: 'y' })).toBe(
      'valid, pattern-not-checked /data',
    )
    expect(said({ properties: { a: { pattern: '^\\u00e9\\d+$' } } }, { a: 'é12' })).toBe('valid')
  })

  test.each([
    ['a remote $ref', { $ref: 'https://example.com/other.json' }],
    ['a broken schema', { type: 'nonsense' }],
    ['a schema of too many parts', { anyOf: Array.from({ length: 30_000 }, () => ({})) }],
  ])('says that it cannot use %s', (_, schema) => {
    expect(said(schema, {})).toBe('unknown, schema-not-usable /data')
  })
})

describe('a hostile schema or event does not stall the server', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`) as Json

  test.each([
    [
      'exponential references',
      {
        $defs: {
          n: {
            anyOf: [
              { properties: { a: { $ref: '#/$defs/n' } }, required: ['b'] },
              { properties: { a: { $ref: '#/$defs/n' } }, required: ['c'] },
            ],
          },
        },
        $ref: '#/$defs/n',
      },
    ],
    [
      'exponential dynamic references',
      {
        $dynamicAnchor: 'n',
        anyOf: [
          { properties: { a: { $dynamicRef: '#n' } }, required: ['b'] },
          { properties: { a: { $dynamicRef: '#n' } }, required: ['c'] },
        ],
      },
    ],
    ['a reference to itself', { allOf: [{ $ref: '#' }] }],
  ])('%s', (_, schema) => {
    expect(said(schema, deep)).toBe('unknown, too-complex /data')
  })

  test('a pattern that backtracks for ever elsewhere', () => {
    expect(
      judge({ properties: { a: { pattern: '^(a+)+$' } } }, { a: `${'a'.repeat(5_000)}!` }).validity,
    ).toBe('invalid')
  })

  test('hundreds of patterns over a long text are given up, a dozen are not', () => {
    const patterns = (count: number) => Array.from({ length: count }, (_, i) => ({ pattern: `${i}.*a$` }))
    const data = { a: '1'.repeat(1_000_000) }
    expect(said({ properties: { a: { anyOf: patterns(500) } } }, data)).toBe('unknown, too-complex /data')
    expect(judge({ properties: { a: { anyOf: patterns(12) } } }, data).validity).toBe('invalid')
  })

  test('tells two patterns apart', () => {
    const schema = { properties: { a: { pattern: '^a' }, b: { pattern: '^b' } } }
    expect(said(schema, { a: 'a', b: 'x' })).toBe('invalid, pattern /data/b')
  })

  test('unique items are compared in one pass', () => {
    const items = Array.from({ length: 100_000 }, (_, i) => ({ i }))
    expect(judge({ uniqueItems: true }, items as unknown as Json).validity).toBe('valid')
    expect(
      said(
        { properties: { a: { uniqueItems: true } } },
        {
          a: [
            { x: 1, y: 2 },
            { y: 2, x: 1 },
          ],
        },
      ),
    ).toBe('invalid, uniqueItems /data/a')
  })
})

describe('a schema that refers to others', () => {
  const others: Record<string, Json> = {
    'https://shop.example/money': {
      $id: 'https://shop.example/money',
      type: 'object',
      properties: { currency: { $ref: 'currency#/$defs/code' }, amount: { type: 'number' } },
    },
    'https://shop.example/currency': { $defs: { code: { enum: ['EUR'] } } },
    'https://shop.example/old': { $schema: 'http://json-schema.org/draft-04/schema#' },
    'https://shop.example/endless': { items: { $ref: 'https://shop.example/endless' } },
  }
  const resolve = (uri: string) => others[uri]
  const verdict = (reference: string, total: Json) => {
    const schema = { $id: 'https://shop.example/order', properties: { total: { $ref: reference } } }
    const { validity, problems } = compileValidator(JSON.stringify(schema), resolve)({ total }, 10, 'data')
    return [validity, ...problems.map(({ code, pointer, message }) => `${code} ${pointer} ${message}`)].join()
  }

  test('is judged by what the catalog knows, as often as it is compiled', () => {
    for (let time = 0; time < 2; time++) {
      expect(verdict('money', { currency: 'EUR', amount: 1 })).toBe('valid')
      expect(verdict('money', { currency: 'DM' })).toContain('invalid,enum /data/total/currency')
    }
    expect(verdict('endless', [[[]]])).toBe('valid')
  })

  test('cannot be used without the others, nor with ones of another draft', () => {
    expect(verdict('elsewhere', 1)).toContain('unknown,schema-not-usable /data')
    expect(verdict('old', 1)).toContain('which is written in another draft')
  })
})
