import { countOverdue, NOTHING_AWAITED, type Awaited } from './awaited'
import { type Fold, type Folds } from './folds'
import { Rows, type WrittenRow } from './rows'
import { descendants, nodeKey, nodeOfKey, type ChainTree } from './tree'

export interface RowOptions {
  /** Equal siblings as one row. */
  fold: boolean
  /** Rows deeper than this start shut; null for all open. */
  level: number | null
  /** Keys of rows that a person turned to the other state than `fold` and `level` would give them. */
  flipped: ReadonlySet<string>
}

/** Children of a node, or the events of an open fold, that are still to be written. */
interface Frame {
  /** The node whose children they are; -1 for roots and for the events of a fold. */
  of: number
  parentRow: number
  level: number
  fold: Fold | null
  next: number
  end: number
}

/**
 * The tree as a flat list of rows: a pure function of the chain, of what is shut and of what is waited for. Every member
 * is either a row or counted in exactly one row's `hidden`; every overdue step is counted in exactly one row's `overdue`.
 * Iterative and O(n).
 */
export function listRows(
  tree: ChainTree,
  folds: Folds,
  options: RowOptions,
  awaited: Awaited = NOTHING_AWAITED,
): Rows {
  const rows = new Rows(tree, folds, awaited.steps.size)
  const turned = turnedBy(options.flipped, tree)
  const frames: Frame[] = [{ of: -1, parentRow: -1, level: 1, fold: null, next: 0, end: tree.length }]
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const node = takeNext(tree, frame)
    if (node === undefined) {
      if (awaited.steps.has(frame.of) && !awaited.held.has(frame.of)) rows.push(expectedRow(frame, awaited))
      frames.pop()
      continue
    }
    const foldIndex = options.fold && frame.fold === null ? folds.of[node]! : -1
    const fold = folds.all[foldIndex]
    if (fold !== undefined && fold.nodes[0] !== node) continue
    const row =
      fold === undefined
        ? nodeRow(tree, node, frame, options.level, turned, awaited)
        : foldRow(tree, fold, foldIndex, frame, turned, awaited)
    rows.push(row)
    if (row.expanded !== true) continue
    frames.push({
      of: fold === undefined ? node : -1,
      parentRow: rows.length - 1,
      level: row.level + 1,
      fold: fold ?? null,
      next: fold === undefined ? node + 1 : 0,
      end: fold === undefined ? tree.end[node]! : fold.nodes.length,
    })
  }
  return rows.numberSiblings()
}

function takeNext(tree: ChainTree, frame: Frame): number | undefined {
  if (frame.next >= frame.end) return undefined
  if (frame.fold !== null) return frame.fold.nodes[frame.next++]
  const node = frame.next
  frame.next = tree.end[node]!
  return node
}

function nodeRow(
  tree: ChainTree,
  node: number,
  frame: Frame,
  level: number | null,
  { nodes }: Turned,
  awaited: Awaited,
): WrittenRow {
  const below = descendants(tree, node)
  const isTurned = (level !== null && frame.level >= level) !== (nodes?.[node] === 1)
  const isLeaf = tree.end[node]! === node + 1
  const holds = isLeaf && !isTurned && awaited.held.has(node)
  const shut = isTurned || holds
  const hasRowsBelow = !isLeaf || awaited.steps.has(node)
  return {
    kind: node === tree.section ? 'section' : tree.member[node] === -1 ? 'missing' : 'event',
    node,
    fold: -1,
    level: frame.level,
    parentRow: frame.parentRow,
    expanded: hasRowsBelow ? !shut : null,
    hidden: hasRowsBelow && shut ? below : 0,
    overdue:
      hasRowsBelow && shut
        ? countOverdue(awaited, node, tree.end[node]!)
        : awaited.held.has(node)
          ? countOverdue(awaited, node, node + 1)
          : 0,
    holds,
  }
}

function expectedRow({ of, level, parentRow }: Frame, awaited: Awaited): WrittenRow {
  return {
    kind: 'expected',
    node: of,
    fold: -1,
    level,
    parentRow,
    expanded: null,
    hidden: 0,
    overdue: countOverdue(awaited, of, of + 1),
    holds: false,
  }
}

function foldRow(
  tree: ChainTree,
  fold: Fold,
  index: number,
  frame: Frame,
  { folds }: Turned,
  awaited: Awaited,
): WrittenRow {
  const expanded = folds.has(fold.key)
  return {
    kind: 'fold',
    node: fold.nodes[0]!,
    fold: index,
    level: frame.level,
    parentRow: frame.parentRow,
    expanded,
    hidden: expanded ? 0 : fold.nodes.reduce((sum, node) => sum + 1 + descendants(tree, node), 0),
    overdue: expanded
      ? 0
      : fold.nodes.reduce((sum, node) => sum + countOverdue(awaited, node, tree.end[node]!), 0),
    holds: false,
  }
}

/** What a person turned, by node; of folds by their keys. */
interface Turned {
  /** null where none is. */
  nodes: Uint8Array | null
  folds: ReadonlySet<string>
}

function turnedBy(flipped: ReadonlySet<string>, tree: ChainTree): Turned {
  const folds = new Set([...flipped].filter((key) => key.startsWith('fold ')))
  if (folds.size === flipped.size) return { nodes: null, folds }
  const nodes = new Uint8Array(tree.length)
  for (const key of flipped) {
    const node = nodeOfKey(tree, key)
    if (node !== -1) nodes[node] = 1
  }
  return { nodes, folds }
}

/**
 * Where the rows of steps that are held would stand, by the node that waits: the row that each would push down first,
 * `rows.length` where that is none; -1 for those that something shuts in. O(rows).
 */
export function heldPlaces(rows: Rows, { held }: Awaited): Map<number, number> {
  const places = new Map<number, number>([...held].map((node) => [node, -1]))
  if (held.size === 0) return places
  // Nodes whose rows are being read, outermost first: the next row that is no deeper ends what is below them.
  const open: { node: number; level: number }[] = []
  for (let index = 0; index < rows.length; index++) {
    const node = rows.node[index]!
    const level = rows.level[index]!
    while (open.length > 0 && open.at(-1)!.level >= level) places.set(open.pop()!.node, index)
    const kind = rows.kind(index)
    if (
      (kind === 'event' || kind === 'missing') &&
      held.has(node) &&
      (rows.expanded(index) === true || rows.isHolding(index))
    )
      open.push({ node, level })
  }
  for (const { node } of open) places.set(node, rows.length)
  return places
}

/** Turns that must be made for a member to have a row of its own: whatever shuts it in, undone. */
export function reveal(tree: ChainTree, folds: Folds, options: RowOptions, member: number): Set<string> {
  const flipped = new Set(options.flipped)
  const path: number[] = []
  for (let node = tree.nodeOf[member] ?? -1; node !== -1; node = tree.parent[node]!) path.push(node)
  let level = 1
  for (const node of path.reverse()) {
    const fold = options.fold ? folds.all[folds.of[node]!] : undefined
    if (fold !== undefined) {
      flipped.add(fold.key)
      level++
    }
    if (node === path.at(-1)) break
    const key = nodeKey(tree, node)
    if (options.level !== null && level >= options.level) flipped.add(key)
    else flipped.delete(key)
    level++
  }
  return flipped
}
