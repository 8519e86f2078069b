import { isObject, own, type Json, type JsonObject } from '../json/json'
import { appendPointer, valueAt } from '../json/pointer'
import { words } from '../naming/words'
import { isSchema, type Schema, type SchemaNode } from './walk-schema'

/** A name's words in lower case, so that `createdAt`, `created_at` and `CREATED-AT` are one. */
export function spelling(name: string): string {
  return words(name).join('-').toLowerCase()
}

/** The types a schema lists; empty where it leaves them open. */
export function typesOf(schema: JsonObject): string[] {
  const type = own(schema, 'type')
  if (typeof type === 'string') return [type]
  return Array.isArray(type) ? type.filter((one) => typeof one === 'string') : []
}

export function hasAny(schema: JsonObject, ...keywords: string[]): boolean {
  return keywords.some((keyword) => Object.hasOwn(schema, keyword))
}

/** The schema of a property, with the property's name; null for every other place. */
export function propertyAt(node: SchemaNode): { name: string; schema: JsonObject } | null {
  if (node.keyword !== 'properties' || node.key === null || typeof node.schema === 'boolean') return null
  return { name: node.key, schema: node.schema }
}

/** A value: a property, an item. Not a branch of a combination, whose type may stand beside it. */
export function isValuePlace(node: SchemaNode): boolean {
  return ['properties', 'items', 'prefixItems', 'additionalProperties', 'patternProperties'].includes(
    node.keyword,
  )
}

export interface Declared {
  schema: Schema
  path: string
}

/**
 * The properties a schema declares for one object, also through `allOf` and references within the document, with
 * what it requires. `start` is a schema of the document `root`, and paths are the document's. At most 100 schemas
 * are looked into, each once, so circles end.
 */
export function declaredProperties(root: Schema, start: Declared = { schema: root, path: '' }) {
  const properties = new Map<string, Declared>()
  const required = new Set<string>()
  const seen = new Set<Json>()
  const waiting: Declared[] = [start]
  for (let next = waiting.pop(); next && seen.size < 100; next = waiting.pop()) {
    const { schema, path } = next
    if (typeof schema === 'boolean' || seen.has(schema)) continue
    seen.add(schema)
    const declared = own(schema, 'properties')
    for (const key of isObject(declared) ? Object.keys(declared) : []) {
      const one = isObject(declared) ? declared[key] : undefined
      if (isSchema(one)) properties.set(key, { schema: one, path: appendPointer(path, 'properties', key) })
    }
    const names = own(schema, 'required')
    if (Array.isArray(names)) for (const name of names) if (typeof name === 'string') required.add(name)
    waiting.push(...conjuncts(schema, path, root))
  }
  return { properties, required }
}

function conjuncts(schema: JsonObject, path: string, root: Schema): Declared[] {
  const found: Declared[] = []
  const all = own(schema, 'allOf')
  if (Array.isArray(all)) {
    all.slice(0, 100).forEach((one, index) => {
      if (isSchema(one)) found.push({ schema: one, path: appendPointer(path, 'allOf', index) })
    })
  }
  const reference = own(schema, '$ref')
  const pointer = typeof reference === 'string' ? localPointer(reference) : null
  const target = pointer === null ? undefined : valueAt(root, pointer)
  if (pointer !== null && isSchema(target)) found.push({ schema: target, path: pointer })
  return found
}

/** The JSON Pointer of a reference within the document (`#/$defs/a%20b`), or null for any other reference. */
export function localPointer(reference: string): string | null {
  if (!/^#(?:\/|$)/.test(reference)) return null
  try {
    return decodeURIComponent(reference.slice(1))
  } catch {
    return reference.slice(1)
  }
}

/** The data block's schema: the document, or what it says of `data` where it describes a whole envelope. */
export function blocksOf(root: Schema): { data: Declared; meta: Declared | null } {
  const { properties } = declaredProperties(root)
  const data = properties.get('data') ?? properties.get('payload')
  const meta = properties.get('meta')
  return data && meta ? { data, meta } : { data: { schema: root, path: '' }, meta: null }
}
