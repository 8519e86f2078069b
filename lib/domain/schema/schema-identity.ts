import { isObject, own, type Json } from '../json/json'

/** The address that a schema gives itself, in any draft, without its empty fragment; undefined where it gives none. */
export function schemaIdentity(schema: Json): string | undefined {
  const identity = isObject(schema) ? (own(schema, '$id') ?? own(schema, 'id')) : undefined
  return typeof identity === 'string' ? identity.replace(/#$/, '') : undefined
}
