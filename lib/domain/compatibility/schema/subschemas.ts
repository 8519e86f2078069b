import { isObject, type Json } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'
import type { Draft } from './drafts'
import { keywordsOf } from './keywords'

export interface Subschema {
  readonly schema: Json
  readonly pointer: string
  /** Below its parent: the keyword, and where that holds several, a slash and the name or index in it. */
  readonly key: string
}

/** The schemas directly inside a schema, by the keywords of its draft. Beside a `$ref` up to draft-07 there are only definitions. */
export function subschemas(schema: Json, pointer: string, draft: Draft): Subschema[] {
  if (!isObject(schema)) return []
  const found: Subschema[] = []
  const rules = keywordsOf(draft)
  for (const [keyword, value] of Object.entries(schema)) {
    const at = appendPointer(pointer, keyword)
    const form = rules.get(keyword)?.form
    switch (form) {
      case 'schema':
      case 'schemaOrBoolean':
        found.push({ schema: value, pointer: at, key: keyword })
        break
      case 'schemas':
      case 'schemaOrSchemas':
        if (Array.isArray(value))
          value.forEach((each, index) =>
            found.push({ schema: each, pointer: `${at}/${index}`, key: `${keyword}/${index}` }),
          )
        else found.push({ schema: value, pointer: at, key: keyword })
        break
      case 'schemaMap':
      case 'dependencies':
      case 'someDependencies':
        if (!isObject(value)) break
        for (const [name, each] of Object.entries(value)) {
          if (form === 'schemaMap' || !Array.isArray(each))
            found.push({ schema: each, pointer: appendPointer(at, name), key: `${keyword}/${name}` })
        }
        break
      default:
      // Holds no schemas.
    }
  }
  return found
}
