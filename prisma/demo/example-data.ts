import { isObject, type Json, type JsonObject } from '@/lib/domain/json/json'
import type { Schema } from './company'

/**
 * An event's data made of the examples of its fields.
 *
 * @param whole every field, or only the required ones
 */
export function exampleData(schema: Schema, whole: boolean): Json {
  return exampleOf(schema, schema, whole)
}

function exampleOf(schema: Schema, root: Schema, whole: boolean): Json {
  if (typeof schema.$ref === 'string') return exampleOf(resolve(root, schema.$ref), root, whole)
  if (Array.isArray(schema.examples)) return schema.examples[0] ?? null
  if (schema.const !== undefined) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0] ?? null
  if (isObject(schema.properties)) return exampleObject(schema, schema.properties, root, whole)
  if (Array.isArray(schema.oneOf)) return exampleOf(schema.oneOf[0] as Schema, root, whole)
  if (isObject(schema.items)) return [exampleOf(schema.items, root, whole)]
  throw new Error(`no example in ${JSON.stringify(schema).slice(0, 120)}`)
}

function exampleObject(schema: Schema, properties: JsonObject, root: Schema, whole: boolean): JsonObject {
  const required = Array.isArray(schema.required) ? schema.required : []
  const chosen = Object.entries(properties).filter(([name]) => whole || required.includes(name))
  return Object.fromEntries(chosen.map(([name, field]) => [name, exampleOf(field as Schema, root, whole)]))
}

/** `#/$defs/Money` and `#/definitions/Money`: the only forms the company uses. */
function resolve(root: Schema, reference: string): Schema {
  const [, keyword = '', name = ''] = reference.split('/')
  const definitions = root[keyword]
  const found = isObject(definitions) ? definitions[name] : undefined
  if (!isObject(found)) throw new Error(`${reference} leads nowhere`)
  return found
}
