import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { buildSchemaTree, flattenTree } from './schema-tree'

/** The tree as one reads it: name, type, what is required, what narrows it. */
function drawn(schema: Json): string[] {
  return flattenTree(buildSchemaTree(schema).root)
    .slice(1)
    .map(({ depth, name, type, required, constraints, recursive }) =>
      [
        `${'  '.repeat(depth - 1)}${name}${required ? '!' : ''}: ${type}`,
        ...constraints,
        ...(recursive ? ['recursive'] : []),
      ].join(', '),
    )
}

describe('buildSchemaTree', () => {
  it('draws fields with their types, limits and what is required', () => {
    const schema: Json = {
      type: 'object',
      required: ['status', 'lines'],
      properties: {
        status: { type: 'string', enum: ['new', 'paid'] },
        at: { type: 'string', format: 'date-time' },
        qty: { type: 'integer', minimum: 1, exclusiveMaximum: 100, multipleOf: 5 },
        code: { type: ['string', 'null'], minLength: 2, maxLength: 8, pattern: '^[A-Z]+$' },
        version: { const: '1.0' },
        lines: {
          type: 'array',
          minItems: 1,
          items: { properties: { sku: { type: 'string', maxLength: 9 } } },
        },
        tags: { type: 'array', items: { type: 'string', maxLength: 3 } },
        never: false,
      },
      additionalProperties: false,
    }
    expect(drawn(schema)).toEqual([
      'status!: enum of 2, one of new, paid',
      'at: date-time',
      'qty: integer, at least 1, less than 100, a multiple of 5',
      'code: string or null, 2 to 8 characters, matches ^[A-Z]+$',
      'version: always "1.0"',
      'lines[]!: array of object, at least 1 item',
      '  sku: string, at most 9 characters',
      'tags[]: array of string, each: at most 3 characters',
      'never: never',
    ])
  })

  it('follows references, ends in circles, and reads allOf as one', () => {
    const schema: Json = {
      allOf: [
        { $ref: '#/definitions/base' },
        { properties: { tree: { $ref: '#/definitions/tree' } }, required: ['id'] },
      ],
      definitions: {
        base: { properties: { id: { type: 'string' } } },
        tree: {
          type: 'object',
          properties: { children: { type: 'array', items: { $ref: '#/definitions/tree' } } },
        },
      },
    }
    expect(drawn(schema)).toEqual(['id!: string', 'tree: tree', '  children[]: array of tree, recursive'])
  })

  it('shows variants, patterns, other fields and conditions as places of their own', () => {
    const schema: Json = {
      patternProperties: { '^x-': { type: 'string' } },
      additionalProperties: { type: 'integer' },
      oneOf: [{ title: 'Card', properties: { number: { type: 'string' } } }, { properties: { iban: true } }],
      if: { required: ['a'] },
      then: { required: ['b'] },
    }
    expect(drawn(schema)).toEqual([
      '/^x-/: string',
      'any other field: integer',
      'one of 2: Card: object',
      '  number: string',
      'one of 2: 2: object',
      '  iban: any',
      'if the condition holds: object',
      '  b!: any',
    ])
  })

  it('finds anchors and ids, and names what it cannot resolve', () => {
    const schema: Json = {
      $id: 'https://example.com/order',
      properties: {
        a: { $ref: '#money' },
        b: { $ref: 'https://example.com/order#/$defs/m' },
        c: { $ref: 'https://elsewhere.example/other.json' },
      },
      $defs: { m: { $anchor: 'money', type: 'number' } },
    }
    expect(drawn(schema)).toEqual(['a: number', 'b: number', 'c: other.json'])
    const [, , , c] = flattenTree(buildSchemaTree(schema).root)
    expect(c?.unresolved).toBe('https://elsewhere.example/other.json')
  })

  it('points into the document, and says where values stand in the data', () => {
    const schema: Json = { properties: { 'a/b': { items: { properties: { 'c~d': {} } } } } }
    const rows = flattenTree(buildSchemaTree(schema).root)
    expect(rows.map(({ path, pointer }) => [path, pointer])).toEqual([
      ['', ''],
      ['a/b[]', '/properties/a~1b'],
      ['a/b[].c~d', '/properties/a~1b/items/properties/c~0d'],
    ])
  })

  it('says where a bound cut it off', () => {
    const properties = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`f${index}`, {}]))
    const tree = buildSchemaTree({ properties }, { nodes: 10, depth: 5 })
    expect(tree.truncated).toBe(true)
    expect(flattenTree(tree.root)).toHaveLength(10)
  })
})
