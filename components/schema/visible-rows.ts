import type { SchemaNode } from '@/lib/domain/schema/schema-tree'

export interface TreeRow {
  readonly node: SchemaNode
  /** Its place in the document order of the whole tree: the key of a row, since one pointer may be seen twice. */
  readonly id: number
  readonly parent: number | null
  readonly position: number
  readonly siblings: number
  readonly expanded: boolean
  /** Whether the search found it itself, and not only something below it. */
  readonly found: boolean
}

/**
 * The rows of a schema tree that are on the screen: what is folded hides what is below; a search keeps what matches and
 * the way to it, and unfolds it.
 */
export function visibleRows(root: SchemaNode, folded: ReadonlySet<number>, query: string): TreeRow[] {
  const wanted = query.trim().toLowerCase()
  const kept = wanted === '' ? undefined : matches(root, wanted)
  const rows: TreeRow[] = []
  let id = 0
  /** Recursive: a schema tree's depth is bounded. */
  const visit = (node: SchemaNode, parent: number | null, hidden: boolean): void => {
    const shown = node.children.filter((child) => kept === undefined || kept.has(child))
    node.children.forEach((child) => {
      const mine = id++
      const position = shown.indexOf(child)
      const expanded = kept !== undefined || !folded.has(mine)
      if (!hidden && position !== -1) {
        const found = wanted !== '' && isMatch(child, wanted)
        rows.push({
          node: child,
          id: mine,
          parent,
          position: position + 1,
          siblings: shown.length,
          expanded,
          found,
        })
      }
      visit(child, mine, hidden || position === -1 || !expanded)
    })
  }
  visit(root, null, false)
  return rows
}

function matches(root: SchemaNode, wanted: string): Set<SchemaNode> {
  const kept = new Set<SchemaNode>()
  const visit = (node: SchemaNode): boolean => {
    const below = node.children.map(visit).some(Boolean)
    const keeps = below || isMatch(node, wanted)
    if (keeps) kept.add(node)
    return keeps
  }
  visit(root)
  return kept
}

function isMatch(node: SchemaNode, wanted: string): boolean {
  return [node.path, node.name, node.type, node.title, node.description, node.reference].some((text) =>
    text?.toLowerCase().includes(wanted),
  )
}
