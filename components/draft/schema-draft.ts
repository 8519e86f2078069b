import { draftOfUri, type Draft } from '@/lib/domain/compatibility/schema/drafts'
import { isObject, own, type Json } from '@/lib/domain/json/json'

/** The draft a schema says it is written in; without `$schema`, or with one nobody knows, the newest. */
export function draftNameOf(schema: Json): Draft {
  const uri = isObject(schema) ? own(schema, '$schema') : undefined
  return (typeof uri === 'string' ? draftOfUri(uri) : undefined) ?? '2020-12'
}
