import type { Replacement } from '@/lib/domain/json/edit-text'
import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'
import { SCHEMA_MAPS, VALUE_KEYWORDS } from '@/lib/domain/schema/keyword-places'
import type { SchemaDocument } from '@/lib/domain/schema/schema-document'
import { occurrencesOf, type WantedField } from './occurrences'

interface Renaming {
  /** Before and after, of what is renamed. */
  readonly pointer: string
  readonly renamed: string
  /** Of a field: whose it is, and what it is called now. */
  readonly wanted?: WantedField
  readonly name?: string
}

/** Where a schema document speaks of what is renamed, besides its declaration. */
export function mentionsOf(document: SchemaDocument, renaming: Renaming): Replacement[] {
  const found: Replacement[] = []
  const open: { value: Json; pointer: string; isMap: boolean }[] = [
    { value: document.root, pointer: '', isMap: false },
  ]
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, pointer, isMap } = at
    if (Array.isArray(value)) {
      value.forEach((each, index) =>
        open.push({ value: each, pointer: appendPointer(pointer, index), isMap: false }),
      )
    }
    if (!isObject(value)) continue
    if (!isMap) found.push(...mentionsIn(document, value, pointer, renaming))
    for (const key of Object.keys(value)) {
      if (!isMap && VALUE_KEYWORDS.has(key)) continue
      open.push({
        value: value[key] as Json,
        pointer: appendPointer(pointer, key),
        isMap: !isMap && SCHEMA_MAPS.has(key),
      })
    }
  }
  return found
}

function mentionsIn(
  document: SchemaDocument,
  schema: JsonObject,
  pointer: string,
  { pointer: from, renamed, wanted, name }: Renaming,
): Replacement[] {
  const found = referencesIn(schema, pointer, from, renamed)
  if (wanted === undefined || name === undefined) return found
  if (pointer === wanted.owner) found.push(...demandsIn(schema, pointer, wanted.name, name))
  const example = (value: Json, place: string) =>
    occurrencesOf(document, { schema, pointer }, value, wanted).forEach((inside) =>
      found.push({ pointer: place + inside, part: 'key', content: name }),
    )
  const examples = own(schema, 'examples')
  if (Array.isArray(examples)) {
    examples.forEach((value, index) => example(value, appendPointer(pointer, 'examples', index)))
  }
  const byDefault = own(schema, 'default')
  if (byDefault !== undefined) example(byDefault, appendPointer(pointer, 'default'))
  return found
}

/** `$ref`s to it, and to what is inside it. */
function referencesIn(schema: JsonObject, pointer: string, from: string, renamed: string): Replacement[] {
  const reference = own(schema, '$ref')
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return []
  const target = decoded(reference.slice(1))
  if (target !== from && !target.startsWith(`${from}/`)) return []
  const content = `#${renamed.replaceAll('%', '%25')}${target.slice(from.length).replaceAll('%', '%25')}`
  return [{ pointer: appendPointer(pointer, '$ref'), part: 'value', content }]
}

/** `required`, `dependentRequired` and its kin. */
function demandsIn(schema: JsonObject, pointer: string, old: string, name: string): Replacement[] {
  const found: Replacement[] = []
  const inList = (list: Json | undefined, place: string) => {
    if (!Array.isArray(list)) return
    list.forEach((each, index) => {
      if (each === old) found.push({ pointer: appendPointer(place, index), part: 'value', content: name })
    })
  }
  inList(own(schema, 'required'), appendPointer(pointer, 'required'))
  for (const keyword of ['dependentRequired', 'dependentSchemas', 'dependencies']) {
    const named = own(schema, keyword)
    if (!isObject(named)) continue
    for (const key of Object.keys(named)) {
      const place = appendPointer(pointer, keyword, key)
      if (key === old) found.push({ pointer: place, part: 'key', content: name })
      inList(named[key], place)
    }
  }
  return found
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
