import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { fieldNames, fieldPaths, sensitivePaths } from './field-names'

const eiffel = join(process.cwd(), '../shared/data/eiffel/schemas')

describe('ways to fields', () => {
  it('have a step for each name, dots and brackets in it or not, and one for each list', () => {
    const text: Json = { type: 'string', 'x-sensitive': true }
    const schema: Json = {
      properties: {
        'a.b': { type: 'object', properties: { 'c[]': text } },
        'rows[]': { type: 'array', items: { type: 'array', items: { properties: { x: {} } } } },
        pair: { type: 'array', prefixItems: [{}, { properties: { right: text } }] },
      },
      oneOf: [{ properties: { note: {} } }],
    }
    expect(fieldPaths(schema)).toEqual([
      ['a.b'],
      ['a.b', 'c[]'],
      ['rows[]', 0, 0],
      ['rows[]', 0, 0, 'x'],
      ['pair'],
      ['pair', 1, 'right'],
      ['note'],
    ])
    expect(sensitivePaths(schema)).toEqual([
      ['a.b', 'c[]'],
      ['pair', 1, 'right'],
    ])
    expect(sensitivePaths({ 'x-sensitive': true })).toEqual([[]])
  })
})

describe('field names', () => {
  it('are dotted paths in the order of the schema, each once', () => {
    const schema: Json = {
      type: 'object',
      properties: {
        order_id: { type: 'string' },
        lines: { type: 'array', items: { properties: { sku: { type: 'string' }, tags: { items: {} } } } },
        customer: { $ref: '#/$defs/customer' },
      },
      oneOf: [{ properties: { order_id: { const: 'a' } } }, { properties: { note: true } }],
      $defs: { customer: { properties: { city: { type: 'string' } } } },
    }
    expect(fieldNames(schema)).toEqual([
      'order_id',
      'lines[]',
      'lines[].sku',
      'lines[].tags[]',
      'customer',
      'customer.city',
      'note',
    ])
  })

  it('end where a definition contains itself', () => {
    const schema = {
      $ref: '#/$defs/node',
      $defs: { node: { properties: { name: {}, next: { $ref: '#/$defs/node' } } } },
    }
    expect(fieldNames(schema)).toEqual(['name', 'next'])
  })

  it('take names such as __proto__ for what they are', () => {
    const schema = JSON.parse('{"properties":{"__proto__":{"type":"string"},"constructor":{}}}') as Json
    expect(fieldNames(schema)).toEqual(['__proto__', 'constructor'])
  })

  it('stay bounded on a hundred thousand fields, on deep ones and on references that multiply', () => {
    const wide = { properties: Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`f${i}`, {}])) }
    let deep: Json = {}
    for (let i = 0; i < 100_000; i++) deep = { properties: { a: deep } }
    const laughs = {
      $ref: '#/$defs/l0',
      $defs: Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [
          `l${i}`,
          { properties: { a: { $ref: `#/$defs/l${i + 1}` }, b: { $ref: `#/$defs/l${i + 1}` } } },
        ]),
      ),
    }
    expect(fieldNames(wide).length).toBeLessThanOrEqual(2_000)
    expect(fieldNames(deep)).toEqual([])
    expect(fieldNames(laughs).length).toBeLessThanOrEqual(2_000)
  })

  it('are none for schemas that are no objects', () => {
    for (const schema of [true, false, null, 3, 'x', [], [{ properties: { a: {} } }]]) {
      expect(fieldNames(schema)).toEqual([])
    }
  })

  it.runIf(existsSync(eiffel))('are found in every published Eiffel schema', () => {
    for (const type of readdirSync(eiffel)) {
      for (const file of readdirSync(join(eiffel, type))) {
        const schema = JSON.parse(readFileSync(join(eiffel, type, file), 'utf8')) as Json
        expect(fieldNames(schema), file).toContain('meta.id')
      }
    }
  })
})
