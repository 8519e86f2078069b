import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import type { Documents, Location } from '../schema/documents'

/** What an object or array says of the parts it does not list: anything, nothing, or what fits a schema. */
export type ContentModel =
  { readonly kind: 'open' | 'closed' } | { readonly kind: 'partial'; readonly others: readonly Location[] }

export function objectModel(schema: JsonObject, at: Location, documents: Documents): ContentModel {
  const patterns = own(schema, 'patternProperties')
  const sources = isObject(patterns) ? Object.keys(patterns) : []
  const rest = restModel(schema, at, documents, ['additionalProperties', 'unevaluatedProperties'])
  if (sources.length === 0) return rest
  const byPattern = sources.map((source) => documents.child(at, 'patternProperties', source))
  return { kind: 'partial', others: [...byPattern, ...(rest.kind === 'partial' ? rest.others : [])] }
}

export function arrayModel(schema: JsonObject, at: Location, documents: Documents): ContentModel {
  const isList = !Array.isArray(own(schema, 'items'))
  return restModel(schema, at, documents, [isList ? 'items' : 'additionalItems', 'unevaluatedItems'])
}

function restModel(
  schema: JsonObject,
  at: Location,
  documents: Documents,
  keywords: readonly string[],
): ContentModel {
  for (const keyword of keywords) {
    const value = own(schema, keyword)
    if (value === false) return { kind: 'closed' }
    if (isObject(value)) return { kind: 'partial', others: [documents.child(at, keyword)] }
  }
  return { kind: 'open' }
}

/** A schema that asks for nothing. */
export function isEmptySchema(schema: Json): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0)
}
