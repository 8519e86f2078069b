import { endOfValue } from '../envelope/end-of-value'
import type { Json } from '../json/json'
import { isObject, own } from '../json/json'
import { appendPointer, pointerTokens } from '../json/pointer'
import { NOTHING_MARKED } from '../masking/mask-plan'
import { walkPlaces } from '../masking/walk-places'
import { words } from '../naming/words'
import { buildSchemaTree, type SchemaNode } from '../schema/schema-tree'

/** Fields looked through of one schema; a key stands near its top. */
const BOUNDS = { nodes: 500, depth: 6 }

/**
 * Where the key of an entity may stand in its events' data, as JSON Pointers, the likeliest first: what the schemas mark
 * with `x-key`, else `id`, `<entity>_id` or `<entity>Id`. Of several marked fields, as a cart also names its customer, the
 * one that is named after the entity comes first, then the one that stands first. What is sensitive is no key.
 * @param schemas those of the entity's event types, the latest first
 */
export function keyPlaces(entity: string, schemas: readonly Json[]): string[] {
  const usual = usualPlaces(entity)
  const roots = schemas.map((schema) => buildSchemaTree(schema, BOUNDS).root)
  const marked = roots.flatMap((root) => markedPlaces(root, ''))
  const hidden = new Set(
    roots.flatMap(({ children }) => children.flatMap(({ name, sensitive }) => (sensitive ? [name] : []))),
  )
  const named = marked.filter((place) => usual.includes(pointerTokens(place).at(-1)!))
  const sorted = [...named, ...marked.filter((place) => !named.includes(place))]
  return [
    ...new Set([
      ...sorted,
      ...usual.filter((name) => !hidden.has(name)).map((name) => appendPointer('', name)),
    ]),
  ]
}

function usualPlaces(entity: string): string[] {
  const parts = words(entity).map((word) => word.toLowerCase())
  const [first = '', ...rest] = parts
  const camel = first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return ['id', `${parts.join('_')}_id`, `${camel}Id`]
}

/** Marked fields of the object itself and of objects in it; one of a list is no key of the whole. */
function markedPlaces(node: SchemaNode, pointer: string): string[] {
  return node.children.flatMap((child) => {
    if (child.kind === 'variant' || child.kind === 'condition') return markedPlaces(child, pointer)
    // A list carries its brackets in its name.
    if (child.kind !== 'property' || child.name.endsWith('[]') || child.sensitive) return []
    const place = appendPointer(pointer, child.name)
    return [...(child.key ? [place] : []), ...markedPlaces(child, place)]
  })
}

/**
 * The key that a data block has at the first of these places that holds a text or a whole number; null where none does.
 * @param dataText valid JSON: a number of more digits than a double holds is a key to the letter
 */
export function readKey(dataText: string, places: readonly string[]): { key: string; place: string } | null {
  const data = JSON.parse(dataText) as Json
  for (const place of places) {
    let value: Json | undefined = data
    for (const token of pointerTokens(place)) value = isObject(value) ? own(value, token) : undefined
    if (typeof value === 'string' && value !== '') return { key: value, place }
    if (typeof value !== 'number') continue
    const key = Number.isSafeInteger(value) ? String(value) : digitsAt(dataText, place)
    if (key !== null) return { key, place }
  }
  return null
}

function digitsAt(text: string, place: string): string | null {
  let digits: string | null = null
  walkPlaces(text, NOTHING_MARKED, (value) => {
    const at = value.pointer()
    // Of a name that stands twice the last counts, as where the text is parsed.
    if (at === place) digits = text.slice(value.start, endOfValue(text, value.start)).trim()
    return place.startsWith(`${at}/`)
  })
  return digits !== null && /^-?\d+$/.test(digits) ? digits : null
}
