import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'
import type { Located, SchemaDocument } from './schema-document'

/**
 * One place of a schema as a person reads it: `$ref` followed, `allOf` put together. Nothing is copied: `parts` are the
 * plain schema objects that all hold at this place, in reading order, each where it stands in the document.
 */
export interface MergedNode {
  /** Where the place was declared, before any `$ref`. */
  readonly pointer: string
  readonly parts: readonly Part[]
  /** `false`, or an `allOf` with `false` in it: no value fits. */
  readonly impossible: boolean
  /** Pointers of the schemas that `$ref`s led to; a walk uses them to notice recursion. */
  readonly targets: readonly string[]
  /** The first `$ref` as it was written. */
  readonly reference: string | undefined
  /** A `$ref` that leads out of the document, or nowhere. */
  readonly unresolved: string | undefined
}

export interface Part {
  readonly schema: JsonObject
  readonly pointer: string
}

/** A place merged from more parts than this is read no further. */
const MAX_PARTS = 200

/** Keywords that only describe; they count beside a `$ref` in every draft, as authors mean them to. */
const describing = ['title', 'description', 'default', 'examples', 'deprecated', 'x-sensitive', 'x-key']

/** Reads the place as a person would. Bounded, and safe on references in circles. */
export function readNode(document: SchemaDocument, place: Located): MergedNode {
  const parts: Part[] = []
  const targets: string[] = []
  const seen = new Set<string>()
  let reference: string | undefined
  let unresolved: string | undefined
  let impossible = false
  const open: Located[] = [place]
  for (let at = open.shift(); at !== undefined && seen.size < MAX_PARTS; at = open.shift()) {
    if (seen.has(at.pointer)) continue
    seen.add(at.pointer)
    if (at.schema === false) impossible = true
    if (!isObject(at.schema)) continue
    const { schema, pointer } = at
    const ref = own(schema, '$ref')
    const follows = typeof ref === 'string'
    if (follows) reference ??= ref
    const alone = follows && document.refHidesNeighbours
    parts.push({ schema: alone ? only(schema, describing) : schema, pointer })
    const all = alone ? undefined : own(schema, 'allOf')
    const next: Located[] = Array.isArray(all)
      ? all.map((each, index) => ({ schema: each, pointer: appendPointer(pointer, 'allOf', index) }))
      : []
    if (follows) {
      const target = document.resolve(ref, schema)
      if (target === undefined) unresolved ??= ref
      else {
        targets.push(target.pointer)
        next.unshift(target)
      }
    }
    open.unshift(...next)
  }
  return { pointer: place.pointer, parts, impossible, targets, reference, unresolved }
}

function only(schema: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    keys.filter((key) => Object.hasOwn(schema, key)).map((key) => [key, schema[key] as Json]),
  )
}

/** The values of a keyword, of every part that has it. */
export function valuesOf(node: MergedNode, keyword: string): Json[] {
  const values: Json[] = []
  for (const { schema } of node.parts) {
    const value = own(schema, keyword)
    if (value !== undefined) values.push(value)
  }
  return values
}

export function firstText(node: MergedNode, keyword: string): string | undefined {
  return valuesOf(node, keyword).find((value): value is string => typeof value === 'string' && value !== '')
}

/** Subschemas under a keyword that holds one schema (`not`, `contains`). */
export function schemasUnder(node: MergedNode, keyword: string): Located[] {
  return node.parts.flatMap(({ schema, pointer }) => {
    const value = own(schema, keyword)
    return value === undefined || Array.isArray(value)
      ? []
      : [{ schema: value, pointer: appendPointer(pointer, keyword) }]
  })
}

/** Schemas under a keyword that holds them by name (`properties`, `patternProperties`), those of one name together. */
export function namedSchemas(node: MergedNode, keyword: string): Map<string, Located[]> {
  const named = new Map<string, Located[]>()
  for (const { schema, pointer } of node.parts) {
    const value = own(schema, keyword)
    if (!isObject(value)) continue
    for (const name of Object.keys(value)) {
      const located = { schema: value[name] as Json, pointer: appendPointer(pointer, keyword, name) }
      const known = named.get(name)
      if (known) known.push(located)
      else named.set(name, [located])
    }
  }
  return named
}

/** Lists of schemas under a keyword (`oneOf`, `anyOf`, `prefixItems`), one list for each part that has it. */
export function schemaLists(node: MergedNode, keyword: string): Located[][] {
  return node.parts.flatMap(({ schema, pointer }) => {
    const value = own(schema, keyword)
    return Array.isArray(value)
      ? [value.map((each, index) => ({ schema: each, pointer: appendPointer(pointer, keyword, index) }))]
      : []
  })
}

export function requiredNames(node: MergedNode): Set<string> {
  const names = new Set<string>()
  for (const value of valuesOf(node, 'required')) {
    if (Array.isArray(value)) for (const name of value) if (typeof name === 'string') names.add(name)
  }
  return names
}

/**
 * Several schemas for one place as one node. The first says where the place is; most places have only one.
 */
export function readNodes(document: SchemaDocument, places: readonly Located[]): MergedNode {
  const nodes = places.slice(0, MAX_PARTS).map((place) => readNode(document, place))
  const [first] = nodes
  if (first === undefined) throw new RangeError('a place needs at least one schema')
  if (nodes.length === 1) return first
  return {
    pointer: first.pointer,
    parts: nodes.flatMap(({ parts }) => parts),
    impossible: nodes.some(({ impossible }) => impossible),
    targets: nodes.flatMap(({ targets }) => targets),
    reference: nodes.find(({ reference }) => reference !== undefined)?.reference,
    unresolved: nodes.find(({ unresolved }) => unresolved !== undefined)?.unresolved,
  }
}

/** Positions of an array (`prefixItems`, or `items` as a list before 2020-12) and what holds for all others. */
export function itemSchemas(node: MergedNode): { positions: Located[][]; rest: Located[] } {
  const positions = [...schemaLists(node, 'prefixItems'), ...schemaLists(node, 'items')]
  const rest = node.parts.flatMap(({ schema, pointer }) => {
    const items = own(schema, 'items')
    const keyword = Array.isArray(items) ? 'additionalItems' : 'items'
    const value = own(schema, keyword)
    return value === undefined ? [] : [{ schema: value, pointer: appendPointer(pointer, keyword) }]
  })
  return { positions, rest }
}
