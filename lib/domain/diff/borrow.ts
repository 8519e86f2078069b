import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import type { SchemaDocument } from '@/lib/domain/schema/schema-document'

/** Under this name the schema after is carried in a schema before that borrows pieces from it. */
const NAME = 'pasttense-after'
const ADDRESS = `#/definitions/${NAME}`

/** A piece of the schema after, to be put into the schema before: its references lead into the copy that goes along. */
export function borrowed(piece: Json, after: SchemaDocument): Json {
  if (Array.isArray(piece)) return piece.map((each) => borrowed(each, after))
  if (!isObject(piece)) return piece
  const entries = Object.entries(piece).map(([key, value]): [string, Json] => {
    if (key === '$ref' && typeof value === 'string') {
      const target = after.resolve(value, piece)
      return [key, target === undefined ? value : ADDRESS + encode(target.pointer)]
    }
    return [key, key === 'enum' || key === 'const' ? value : borrowed(value, after)]
  })
  return Object.fromEntries(entries)
}

/** The copy goes along only where something leads into it. */
export function withAfter(schema: Json, after: SchemaDocument): Json {
  if (!isObject(schema) || !mentions(schema)) return schema
  const definitions = own(schema, 'definitions')
  const copy = nameless(borrowed(after.root, after))
  return { ...schema, definitions: { ...(isObject(definitions) ? definitions : {}), [NAME]: copy } }
}

function mentions(value: Json): boolean {
  if (Array.isArray(value)) return value.some(mentions)
  if (!isObject(value)) return false
  return Object.entries(value).some(
    ([key, each]) =>
      (key === '$ref' && typeof each === 'string' && each.startsWith(ADDRESS)) || mentions(each),
  )
}

/** Two documents may use the same ids and anchors; references go by pointer by now. */
function nameless(value: Json): Json {
  if (Array.isArray(value)) return value.map(nameless)
  if (!isObject(value)) return value
  const named = ['$schema', '$id', 'id', '$anchor', '$dynamicAnchor']
  const kept: JsonObject = Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => !(named.includes(key) && typeof each === 'string'))
      .map(([key, each]) => [key, nameless(each)]),
  )
  return kept
}

function encode(pointer: string): string {
  return pointer.split('/').map(encodeURIComponent).join('/').replaceAll('%24', '$')
}
