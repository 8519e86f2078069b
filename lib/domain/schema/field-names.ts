import type { Json } from '@/lib/domain/json/json'
import { buildSchemaTree, flattenTree } from './schema-tree'

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

/** The paths of everything marked `x-sensitive`; the empty path where the whole is. Bounded as above. */
export function sensitivePaths(schema: Json): string[] {
  const marked = flattenTree(buildSchemaTree(schema, BOUNDS).root).filter(({ sensitive }) => sensitive)
  return [...new Set(marked.map(({ path }) => path))]
}
