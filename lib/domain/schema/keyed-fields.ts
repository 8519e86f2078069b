import type { SchemaNode } from './schema-tree'

/** Every place below the root by its kind and its names from the root on. */
export function keyedFields(root: SchemaNode): Map<string, SchemaNode> {
  const fields = new Map<string, SchemaNode>()
  const open = root.children.map((node) => ({ node, above: '' })).reverse()
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { node, above } = at
    // The number of variants is no part of a variant's name, and becoming a list none of a field's.
    const name = node.name.replace(/ of \d+:/, ':').replace(/(\[\])+$/, '')
    const key = `${above}/${node.kind}:${name}`
    if (!fields.has(key)) fields.set(key, node)
    for (let index = node.children.length - 1; index >= 0; index--) {
      open.push({ node: node.children[index]!, above: key })
    }
  }
  return fields
}

/** One order for all: what is new in a version stands behind what it follows there. */
export function mergedOrder(lists: readonly (readonly string[])[]): string[] {
  const next = new Map<string, string | undefined>()
  const start = ''
  next.set(start, undefined)
  for (const list of lists) {
    let previous = start
    for (const key of list) {
      if (!next.has(key)) {
        next.set(key, next.get(previous))
        next.set(previous, key)
      }
      previous = key
    }
  }
  const order: string[] = []
  for (let key = next.get(start); key !== undefined; key = next.get(key)) order.push(key)
  return order
}
