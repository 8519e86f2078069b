import type { Json, JsonObject } from '@/lib/domain/json/json'
import { both, count, object, record, type HostilePair } from './make'

export const cyclic: HostilePair[] = [
  ...both('a reference to itself', { $ref: '#' }, { type: 'string' }),
  ...both(
    'references in a ring of 500',
    {
      $ref: '#/$defs/d0',
      $defs: record(500, (index) => [`d${index}`, { $ref: `#/$defs/d${(index + 1) % 500}` }]),
    },
    { type: 'string' },
  ),
  ...both(
    'properties in a ring of 300',
    {
      $ref: '#/$defs/d0',
      $defs: record(300, (index) => [
        `d${index}`,
        object({ next: { $ref: `#/$defs/d${(index + 1) % 300}` }, v: { minimum: index } }),
      ]),
    },
    {
      $ref: '#/$defs/d0',
      $defs: record(299, (index) => [
        `d${index}`,
        object({ next: { $ref: `#/$defs/d${(index + 1) % 299}` }, v: { minimum: 0 } }),
      ]),
    },
  ),
  ...both('rings of 7, 11 and 13', ring(7), {
    allOf: [{ $ref: '#/$defs/x' }, { $ref: '#/$defs/y' }],
    $defs: { x: inline(ring(11), 'x'), y: inline(ring(13), 'y') },
  }),
  ...both(
    'a tree of every field',
    { type: 'object', additionalProperties: { $ref: '#' }, minProperties: 1 },
    { type: 'object', additionalProperties: { $ref: '#' } },
  ),
  ...both('a schema that is its own not', { not: { $ref: '#' } }, { type: 'string' }),
  ...both(
    'anyOf of itself and more',
    { anyOf: [{ $ref: '#' }, { type: 'array', items: { $ref: '#' } }, object({ a: { $ref: '#' } })] },
    { anyOf: [{ type: 'array', items: { $ref: '#' } }, object({ a: { $ref: '#' } }, { required: ['a'] })] },
  ),
  ...both('200 kinds that hold all kinds', kinds(200, 'a'), kinds(200, 'b')),
]

function ring(length: number): JsonObject {
  return {
    $ref: '#/$defs/r0',
    $defs: record(length, (index) => [
      `r${index}`,
      object({ next: { $ref: `#/$defs/r${(index + 1) % length}` } }, index === 0 ? { required: ['id'] } : {}),
    ]),
  }
}

function inline(schema: JsonObject, name: string): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('#/$defs/', `#/$defs/${name}/$defs/`)) as Json
}

function kinds(length: number, tag: string): Json {
  return {
    $ref: '#/$defs/any',
    $defs: {
      any: { oneOf: count(length, (index) => ({ $ref: `#/$defs/k${index}` })) },
      ...record(length, (index) => [
        `k${index}`,
        object(
          {
            kind: { const: `k${index}` },
            [tag]: { $ref: '#/$defs/any' },
            children: { type: 'array', items: { $ref: '#/$defs/any' } },
          },
          { required: ['kind'] },
        ),
      ]),
    },
  }
}
