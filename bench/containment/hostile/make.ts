import type { Json, JsonObject } from '@/lib/domain/json/json'

/** A question meant to hurt: whoever may send a schema may send this one. */
export interface HostilePair {
  readonly name: string
  readonly writer: Json
  readonly reader: Json
}

export const count = <Item>(length: number, item: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, index) => item(index))
export const record = (length: number, entry: (index: number) => [string, Json]): JsonObject =>
  Object.fromEntries(count(length, entry))
/** `wrap` around `core`, so often. */
export function nested(depth: number, core: Json, wrap: (inner: Json) => Json): Json {
  let schema = core
  for (let level = 0; level < depth; level += 1) schema = wrap(schema)
  return schema
}
/** Each definition names the next one twice: as a tree it has 2^n leaves. */
export const ladder = (length: number, rung: (next: Json, index: number) => Json, end: Json): Json => ({
  $ref: '#/$defs/d0',
  $defs: {
    ...record(length, (index) => [`d${index}`, rung({ $ref: `#/$defs/d${index + 1}` }, index)]),
    [`d${length}`]: end,
  },
})
export const object = (properties: JsonObject, more: JsonObject = {}): Json => ({
  type: 'object',
  properties,
  ...more,
})
export const requires = (...required: string[]): Json => ({ required })
export const text: Json = { type: 'string' }
export const both = (name: string, a: Json, b: Json): HostilePair[] => [
  { name, writer: a, reader: b },
  { name: `${name}, turned round`, writer: b, reader: a },
]
