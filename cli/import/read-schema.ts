import { isObject, type Json, type JsonObject } from '@/lib/domain/json/json'
import { valueAt } from '@/lib/domain/json/pointer'
import { lossIn } from './loss-in'

/**
 * The data block's schema inside a file, at a JSON Pointer. One that is cut out of a larger document takes the
 * document's `$schema` and definitions along, so that it means the same by itself. A text is what is wrong.
 */
export function readSchema(text: string, pointer: string): JsonObject | boolean | string {
  let document: Json
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, '')) as Json
  } catch (error) {
    return `not JSON: ${(error as Error).message}`
  }
  const loss = lossIn(text)
  if (loss !== undefined) return loss
  const schema = valueAt(document, pointer)
  if (typeof schema === 'boolean') return schema
  if (!isObject(schema)) return `no schema at ${pointer === '' ? 'its root' : pointer}`
  if (!isObject(document) || schema === document) return schema
  const inherited = ['$schema', 'definitions', '$defs'].filter(
    (key) => Object.hasOwn(document, key) && !Object.hasOwn(schema, key),
  )
  return { ...Object.fromEntries(inherited.map((key) => [key, document[key] as Json])), ...schema }
}
