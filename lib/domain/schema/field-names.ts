import type { Json } from '@/lib/domain/json/json'
import { pointerTokens } from '@/lib/domain/json/pointer'
import { buildSchemaTree, flattenTree, type SchemaNode } from './schema-tree'

/** Fields of one type beyond these are not searched. */
const BOUNDS = { nodes: 2_000, depth: 12 }

/**
 * The paths of all fields, `customer.address.city`, `lines[].sku`, each once, in the order of the schema: what the
 * catalog searches. Bounded; never throws.
 */
export function fieldNames(schema: Json): string[] {
  const fields = flattenTree(buildSchemaTree(schema, BOUNDS).root).filter(({ kind }) => kind === 'property')
  return [...new Set(fields.map(({ path }) => path))]
}

/**
 * The way to a field from the root, a name a step: names may hold dots. A number is an item of a list, 0 for all that are
 * alike.
 */
export type FieldPath = readonly (string | number)[]

/** The ways to all fields. A field of several variants may be there several times. Bounded as above. */
export function fieldPaths(schema: Json): FieldPath[] {
  return pathsTo(schema, ({ kind }) => kind === 'property')
}

/** The ways to everything marked `x-sensitive`; the empty one where the whole is. Bounded as above. */
export function sensitivePaths(schema: Json): FieldPath[] {
  return pathsTo(schema, ({ sensitive }) => sensitive)
}

function pathsTo(schema: Json, wanted: (node: SchemaNode) => boolean): FieldPath[] {
  const found: FieldPath[] = []
  // Recursive: depth is bounded.
  const collect = (node: SchemaNode, parent: FieldPath) => {
    const path = [...parent, ...stepsOf(node)]
    if (wanted(node)) found.push(path)
    for (const child of node.children) collect(child, path)
  }
  collect(buildSchemaTree(schema, BOUNDS).root, [])
  return found
}

/** What a node adds to its parent's way. */
function stepsOf({ kind, name: shown, pointer }: SchemaNode): FieldPath {
  if (kind === 'variant' || kind === 'condition') return []
  if (kind === 'position') return [Number(/^\[(\d+)\]/.exec(shown)?.[1])]
  // A list is read as its items, and named `lines[]`; a name may end so by itself.
  const [keyword, last] = pointerTokens(pointer).slice(-2)
  const isNamed = keyword === 'properties' && last !== undefined && shown.startsWith(last)
  const name = isNamed ? last : shown.replace(/(\[\])+$/, '')
  const lists = Array<number>((shown.length - name.length) / 2).fill(0)
  return kind === 'root' || kind === 'items' ? lists : [name, ...lists]
}
