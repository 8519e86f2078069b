import { isDeeperThan } from '@/lib/domain/json/depth'
import type { Json } from '@/lib/domain/json/json'
import { constraintWords } from './constraint-words'
import { firstText, itemSchemas, readNode, readNodes, valuesOf, type MergedNode } from './merged-node'
import { childrenOf, referenceName, type Child, type ChildKind } from './node-children'
import { SchemaDocument } from './schema-document'
import { enumeratedOf, typesOf, typeWords } from './type-words'

/** A place of a schema as the screen shows it. Plain data. */
export interface SchemaNode {
  readonly kind: 'root' | ChildKind
  /** The property's name, a pattern, or words for a variant; an array's name carries its `[]`. */
  readonly name: string
  /** Where values stand in the data, `lines[].sku`; variants add nothing to it. One path may have several nodes. */
  readonly path: string
  /** JSON Pointer into the schema document, before any `$ref` is followed. */
  readonly pointer: string
  readonly depth: number
  /** `string`, `date-time`, `enum of 4`, `array of Money` */
  readonly type: string
  /** The same with objects as objects: a definition that got a name is no other type. */
  readonly plainType: string
  readonly required: boolean
  readonly title: string | undefined
  readonly description: string | undefined
  readonly constraints: readonly string[]
  /** Absent where there is none: `null` is a value. */
  readonly default?: Json
  readonly examples: readonly Json[]
  readonly values: readonly Json[] | undefined
  readonly sensitive: boolean
  readonly key: boolean
  readonly deprecated: boolean
  /** Name of the definition that a `$ref` leads to. */
  readonly reference: string | undefined
  /** The definition contains itself: its fields stand further up. */
  readonly recursive: boolean
  /** A `$ref` that leads out of this document. */
  readonly unresolved: string | undefined
  readonly children: readonly SchemaNode[]
}

export interface SchemaTree {
  readonly root: SchemaNode
  /** Whether a bound cut something off. */
  readonly truncated: boolean
}

export interface TreeBounds {
  readonly nodes: number
  /** Levels below the root; a schema that nests deeper is shown as far as this. */
  readonly depth: number
}

const DEFAULT_BOUNDS: TreeBounds = { nodes: 5_000, depth: 40 }
/** JSON that nests deeper than this is no schema anybody reads. */
const MAX_JSON_DEPTH = 400

/** The schema as a tree of fields. Never throws, whatever the schema is. */
export function buildSchemaTree(schema: Json, bounds: TreeBounds = DEFAULT_BOUNDS): SchemaTree {
  const tooDeep = isDeeperThan(schema, MAX_JSON_DEPTH)
  return new TreeBuilder(new SchemaDocument(tooDeep ? true : schema), bounds, tooDeep).build()
}

class TreeBuilder {
  private left: number

  constructor(
    private readonly document: SchemaDocument,
    private readonly bounds: TreeBounds,
    private truncated: boolean,
  ) {
    this.left = bounds.nodes
  }

  build(): SchemaTree {
    const node = readNode(this.document, { schema: this.document.root, pointer: '' })
    const root: Child = { kind: 'items', name: '', places: [], required: true }
    return { root: { ...this.node(root, node, '', 0, ['']), kind: 'root' }, truncated: this.truncated }
  }

  /** Recursive: depth is bounded. */
  private node(
    child: Child,
    node: MergedNode,
    parent: string,
    depth: number,
    above: readonly string[],
  ): SchemaNode {
    this.left--
    const { element, suffix } = this.elementOf(node)
    const recursive = [...node.targets, ...element.targets].some((target) => above.includes(target))
    const name = child.name + suffix
    const path = pathOf(child, parent) + suffix
    const described = element === node ? [node] : [node, element]
    const defaults = valuesOf(node, 'default')
    return {
      kind: child.kind,
      name,
      path,
      pointer: node.pointer,
      depth,
      type: typeWords(this.document, node),
      plainType: typeWords(this.document, node, false),
      required: child.required,
      title: firstOf(described, 'title'),
      description: firstOf(described, 'description'),
      constraints: [
        ...constraintWords(node),
        ...(element === node ? [] : constraintWords(element).map((words) => `each: ${words}`)),
      ],
      ...(defaults.length > 0 && { default: defaults[0] }),
      examples: examplesOf(node),
      values: enumeratedOf(element),
      sensitive: isSensitive(node) || isSensitive(element),
      key: isMarked(node, 'x-key'),
      deprecated: isMarked(node, 'deprecated'),
      reference: referenceOf(node) ?? referenceOf(element),
      recursive,
      unresolved: node.unresolved ?? element.unresolved,
      children: recursive
        ? []
        : this.children(element, path, depth, [...above, ...node.targets, ...element.targets]),
    }
  }

  /** A list is read as its items: `lines` becomes `lines[]`. Tuples and lists that may also be something else are not. */
  private elementOf(node: MergedNode): { element: MergedNode; suffix: string } {
    let element = node
    let suffix = ''
    for (let nested = 0; nested < 4; nested++) {
      const types = typesOf(element)
      const { rest, positions } = itemSchemas(element)
      const isList = types === undefined ? rest.length > 0 : types.includes('array')
      if (!isList || positions.length > 0) break
      suffix += '[]'
      if (rest.length === 0) break
      element = readNodes(this.document, rest)
    }
    return { element, suffix }
  }

  private children(node: MergedNode, path: string, depth: number, above: readonly string[]): SchemaNode[] {
    const children: SchemaNode[] = []
    for (const child of childrenOf(node)) {
      if (child.kind === 'items' && path.endsWith('[]')) continue
      if (this.left <= 0 || depth >= this.bounds.depth) {
        this.truncated = true
        break
      }
      children.push(this.node(child, readNodes(this.document, child.places), path, depth + 1, above))
    }
    return children
  }
}

function pathOf(child: Child, parent: string): string {
  switch (child.kind) {
    case 'property':
    case 'pattern':
      return parent === '' ? child.name : `${parent}.${child.name}`
    case 'additional':
      return parent === '' ? '*' : `${parent}.*`
    case 'position':
      return parent + child.name
    case 'items':
    case 'variant':
    case 'condition':
      return parent
  }
}

function firstOf(nodes: readonly MergedNode[], keyword: string): string | undefined {
  for (const node of nodes) {
    const text = firstText(node, keyword)
    if (text !== undefined) return text
  }
  return undefined
}

function examplesOf(node: MergedNode): Json[] {
  return valuesOf(node, 'examples').flatMap((value) => (Array.isArray(value) ? value : []))
}

function isMarked(node: MergedNode, keyword: string): boolean {
  return valuesOf(node, keyword).includes(true)
}

/** Any word but `false` marks: who writes `"x-sensitive": "pii"` means it. */
function isSensitive(node: MergedNode): boolean {
  return valuesOf(node, 'x-sensitive').some((mark) => mark !== false)
}

function referenceOf(node: MergedNode): string | undefined {
  return node.reference === undefined ? undefined : referenceName(node.reference)
}

/** Every node of the tree, parents before their children. */
export function flattenTree(root: SchemaNode): SchemaNode[] {
  const rows: SchemaNode[] = []
  const open: SchemaNode[] = [root]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    rows.push(at)
    for (let index = at.children.length - 1; index >= 0; index--) open.push(at.children[index]!)
  }
  return rows
}
