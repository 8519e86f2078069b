import { isObject, type Json, type JsonObject } from '../json/json'
import { appendPointer } from '../json/pointer'
import { kindOfKeyword, type Draft, type ValueKind } from './draft-keywords'

export type Schema = JsonObject | boolean

/** One schema inside a document, and how it came to stand there. */
export interface SchemaNode {
  schema: Schema
  path: string
  parent: SchemaNode | null
  /** The keyword it stands under; empty for the root. */
  keyword: string
  /** Its name in that keyword's map (the property's, the definition's), else null. */
  key: string | null
  depth: number
  /** Marked `x-sensitive`, itself or through a parent. */
  isSensitive: boolean
}

/** Beyond these the rest of a document is not looked at, and a finding says so. No real schema comes near. */
export const deepest = 200
export const mostNodes = 100_000

export interface Walk {
  nodes: SchemaNode[]
  /** Where the walk turned back, or null when it saw everything. */
  cutAt: string | null
}

/**
 * Every schema of a document in the order it is written, each once: references are not followed, so circles cost
 * nothing. Iterative, so that depth cannot overflow the stack.
 */
export function walkSchema(root: Schema, draft: Draft): Walk {
  const nodes: SchemaNode[] = []
  const waiting: SchemaNode[] = [nodeOf(root, null, '', '', null)]
  let cutAt: string | null = null
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (nodes.length >= mostNodes) return { nodes, cutAt: node.path }
    nodes.push(node)
    if (node.depth >= deepest) {
      if (typeof node.schema === 'object' && Object.keys(node.schema).length > 0) cutAt ??= node.path
      continue
    }
    const children = childrenOf(node, draft, mostNodes - nodes.length + 1)
    for (let place = children.length - 1; place >= 0; place--) {
      const child = children[place]
      if (child) waiting.push(child)
    }
  }
  return { nodes, cutAt }
}

function nodeOf(
  schema: Schema,
  parent: SchemaNode | null,
  path: string,
  keyword: string,
  key: string | null,
): SchemaNode {
  const isMarked =
    typeof schema === 'object' && Object.hasOwn(schema, 'x-sensitive') && schema['x-sensitive'] !== false
  const isSensitive = isMarked || (parent?.isSensitive ?? false)
  return { schema, path, parent, keyword, key, depth: parent ? parent.depth + 1 : 0, isSensitive }
}

function childrenOf(parent: SchemaNode, draft: Draft, most: number): SchemaNode[] {
  const { schema } = parent
  if (typeof schema === 'boolean') return []
  const children: SchemaNode[] = []
  const add = (value: Json | undefined, path: string, keyword: string, key: string | null) => {
    if (children.length < most && isSchema(value)) children.push(nodeOf(value, parent, path, keyword, key))
  }
  for (const keyword of Object.keys(schema)) {
    const kind = kindOfKeyword(keyword, draft)
    const value = schema[keyword]
    const path = appendPointer(parent.path, keyword)
    if (kind && isMap(kind) && isObject(value)) {
      for (const key of Object.keys(value)) add(value[key], appendPointer(path, key), keyword, key)
    } else if ((kind === 'schemas' || kind === 'schema-or-schemas') && Array.isArray(value)) {
      value.forEach((one, index) => add(one, appendPointer(path, index), keyword, null))
    } else if (kind === 'schema' || kind === 'schema-or-schemas') add(value, path, keyword, null)
  }
  return children
}

function isMap(kind: ValueKind): boolean {
  return kind === 'schema-map' || kind === 'pattern-map' || kind === 'schema-or-strings-map'
}

export function isSchema(value: Json | undefined): value is Schema {
  return typeof value === 'boolean' || isObject(value)
}
