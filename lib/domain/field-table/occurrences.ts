import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'
import {
  namedSchemas,
  readNodes,
  schemaLists,
  schemasUnder,
  type MergedNode,
} from '@/lib/domain/schema/merged-node'
import { itemSchemas } from '@/lib/domain/schema/merged-node'
import type { Located, SchemaDocument } from '@/lib/domain/schema/schema-document'

/** Places looked at in one instance: an example is no data set. */
const MOST_STEPS = 50_000

/** The field `name` of the object schema at `owner`, a JSON Pointer. */
export interface WantedField {
  readonly owner: string
  readonly name: string
}

/**
 * Where a field stands in an example: the JSON Pointers of its members in an instance of the schema at `start`, through
 * references, lists and variants. The walk follows the instance, so a schema that contains itself ends with it.
 */
export function occurrencesOf(
  document: SchemaDocument,
  start: Located,
  instance: Json,
  { owner, name }: WantedField,
): string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const open: { places: Located[]; value: Json; pointer: string }[] = [
    { places: [start], value: instance, pointer: '' },
  ]
  for (let at = open.pop(); at && seen.size < MOST_STEPS; at = open.pop()) {
    const { places, value, pointer } = at
    const key = `${pointer}\n${places.map((place) => place.pointer).join('\n')}`
    if (seen.has(key) || typeof value !== 'object' || value === null) continue
    seen.add(key)
    const node = readNodes(document, places)
    for (const variant of variantsOf(node)) {
      if (fits(variant.schema, value)) open.push({ places: [variant], value, pointer })
    }
    if (isObject(value)) {
      const isHere = node.parts.some((part) => part.pointer === owner)
      if (isHere && Object.hasOwn(value, name)) found.add(appendPointer(pointer, name))
    }
    open.push(...childrenOf(node, value, pointer))
  }
  return [...found]
}

function childrenOf(node: MergedNode, value: Json[] | JsonObject, pointer: string) {
  if (Array.isArray(value)) {
    const { positions, rest } = itemSchemas(node)
    return value.flatMap((element, index) => {
      const places = [...positions.flatMap((list) => list.slice(index, index + 1)), ...rest]
      return places.length === 0 ? [] : [{ places, value: element, pointer: appendPointer(pointer, index) }]
    })
  }
  const declared = namedSchemas(node, 'properties')
  const others = schemasUnder(node, 'additionalProperties')
  return Object.keys(value).flatMap((key) => {
    const places = declared.get(key) ?? others
    return places.length === 0
      ? []
      : [{ places, value: value[key] as Json, pointer: appendPointer(pointer, key) }]
  })
}

function variantsOf(node: MergedNode): Located[] {
  return [
    ...['oneOf', 'anyOf'].flatMap((keyword) => schemaLists(node, keyword).flat()),
    ...['then', 'else'].flatMap((keyword) => schemasUnder(node, keyword)),
    ...[...namedSchemas(node, 'dependentSchemas').values()].flat(),
  ]
}

/** Whether a variant may be meant: what it requires is there, and its constants are those of the value. */
function fits(schema: Json, value: Json[] | JsonObject): boolean {
  if (!isObject(schema) || Array.isArray(value)) return true
  const required = own(schema, 'required')
  if (
    Array.isArray(required) &&
    required.some((name) => typeof name === 'string' && !Object.hasOwn(value, name))
  )
    return false
  const properties = own(schema, 'properties')
  if (!isObject(properties)) return true
  return Object.keys(properties).every((key) => {
    const property = properties[key]
    if (!isObject(property) || !Object.hasOwn(property, 'const') || !Object.hasOwn(value, key)) return true
    return JSON.stringify(property['const']) === JSON.stringify(value[key])
  })
}
