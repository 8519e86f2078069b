import { expect, test } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { remoteReferences } from './remote-references'

const found = (schema: Json) => [...remoteReferences(schema)].sort()

test('names the documents that a schema refers to and does not hold', () => {
  expect(
    found({
      $id: 'https://shop.example/schemas/order',
      properties: {
        money: { $ref: 'money#/$defs/amount' },
        card: { $ref: 'https://cards.example/card' },
        own: { $ref: '#/$defs/line' },
        inner: { $ref: 'line' },
      },
      $defs: { line: { $id: 'line', type: 'object' } },
    }),
  ).toEqual(['https://cards.example/card', 'https://shop.example/schemas/money'])
})

test('a schema of its own names none, whatever it is', () => {
  expect(found({ $ref: '#/$defs/a', $defs: { a: true } })).toEqual([])
  expect(found({ properties: { $ref: { type: 'string' } } })).toEqual([])
  expect(found(true)).toEqual([])
  expect(found({ $ref: 'http://[' })).toEqual([])
})

test('depth does no harm', () => {
  let schema: Json = { $ref: 'https://a.example/b' }
  for (let depth = 0; depth < 50_000; depth++) schema = { not: schema }
  expect(found(schema)).toEqual(['https://a.example/b'])
})
