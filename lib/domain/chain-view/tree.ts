import { missingPlaceOf, placeOf } from './chain-places'
import type { ViewChain } from './chain-view'

/**
 * The chain as a tree for the screen, in the order in which it is read. Nodes are numbers, facts are typed arrays, so
 * that 100,000 events cost a few megabytes and no recursion: a line of 100,000 events is as good as a fan.
 *
 * Nodes are the members, the missing parents, and at most one `section` that holds the trees which share only a trace
 * id with the chain. The subtree of a node is the range from the node to `end[node]`.
 */
export interface ChainTree {
  chain: ViewChain
  length: number
  /** Index into `chain.members`, or -1. */
  member: Int32Array
  /** Index into `chain.missing`, or -1. */
  missing: Int32Array
  /** 0 for roots; one more for trees inside the section. */
  depth: Int32Array
  /** -1 for roots. */
  parent: Int32Array
  /** First node after the subtree. */
  end: Int32Array
  /** How many members stand before a node; one longer than the nodes, so that ranges subtract. */
  membersBefore: Int32Array
  /** Node of each member. */
  nodeOf: Int32Array
  /** Node of each missing parent. */
  nodeOfMissing: Int32Array
  /** The node of the section, or -1. */
  section: number
}

interface Range {
  missing: number
  from: number
  to: number
  /** Joined by nothing but a trace id. */
  byTrace: boolean
}

export function layoutTree(chain: ViewChain): ChainTree {
  const ranges = topLevel(chain)
  const own = ranges.filter((range) => !range.byTrace)
  const byTrace = ranges.filter((range) => range.byTrace)
  const length = chain.members.length + chain.missing.length + (byTrace.length > 0 ? 1 : 0)
  const tree = emptyTree(chain, length)
  let node = 0
  for (const range of own) node = placeRange(tree, range, node, 0)
  if (byTrace.length > 0) {
    tree.section = node++
    for (const range of byTrace) node = placeRange(tree, range, node, 1)
  }
  link(tree)
  return tree
}

function emptyTree(chain: ViewChain, length: number): ChainTree {
  return {
    chain,
    length,
    member: new Int32Array(length).fill(-1),
    missing: new Int32Array(length).fill(-1),
    depth: new Int32Array(length),
    parent: new Int32Array(length).fill(-1),
    end: new Int32Array(length),
    membersBefore: new Int32Array(length + 1),
    nodeOf: new Int32Array(chain.members.length),
    nodeOfMissing: new Int32Array(chain.missing.length),
    section: -1,
  }
}

/** The trees side by side: each begins at a member of depth 0 or at a missing parent. */
function topLevel({ members, missing }: ViewChain): Range[] {
  const missingAt = new Map<number, number[]>()
  for (const [index, { before }] of missing.entries()) {
    const at = Math.min(Math.max(before, 0), members.length)
    missingAt.set(at, [...(missingAt.get(at) ?? []), index])
  }
  const ranges: Range[] = []
  for (let i = 0; i <= members.length; i++) {
    for (const index of missingAt.get(i) ?? [])
      ranges.push({ missing: index, from: i, to: i, byTrace: false })
    const member = members[i]
    if (member === undefined) break
    if (ranges.length === 0 || (member.depth <= 0 && !missingAt.has(i))) {
      ranges.push({ missing: -1, from: i, to: i, byTrace: false })
    }
    const range = ranges.at(-1)!
    range.to = i + 1
    if (member.joined_by === 'trace') range.byTrace = true
  }
  return ranges
}

function placeRange(tree: ChainTree, { missing, from, to }: Range, start: number, indent: number): number {
  let node = start
  if (missing !== -1) {
    tree.missing[node] = missing
    tree.nodeOfMissing[missing] = node
    tree.depth[node++] = indent
  }
  for (let i = from; i < to; i++) {
    tree.member[node] = i
    tree.nodeOf[i] = node
    tree.depth[node++] = indent + tree.chain.members[i]!.depth
  }
  return node
}

/** Parents and subtree ends from the depths, and the running count of members. */
function link(tree: ChainTree): void {
  const open: number[] = []
  for (let node = 0; node < tree.length; node++) {
    while (open.length > 0 && tree.depth[open.at(-1)!]! >= tree.depth[node]!) tree.end[open.pop()!] = node
    tree.parent[node] = open.at(-1) ?? -1
    open.push(node)
    tree.membersBefore[node + 1] = tree.membersBefore[node]! + (tree.member[node] === -1 ? 0 : 1)
  }
  for (const node of open) tree.end[node] = tree.length
}

/** Members below a node, itself not counted. */
export function descendants(tree: ChainTree, node: number): number {
  return tree.membersBefore[tree.end[node]!]! - tree.membersBefore[node + 1]!
}

/** A name for a node that survives the arrival of others: what the screen keeps open or shut by. */
export function nodeKey(tree: ChainTree, node: number): string {
  if (node === tree.section) return 'trace'
  const member = tree.member[node]!
  return member === -1
    ? `missing ${tree.chain.missing[tree.missing[node]!]!.event_id}`
    : `event ${tree.chain.members[member]!.event_id}`
}

/** The node that has a key; -1 where none has. */
export function nodeOfKey(tree: ChainTree, key: string): number {
  if (key === 'trace') return tree.section
  const [kind, id] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]
  if (kind === 'event') return tree.nodeOf[placeOf(tree.chain, id)] ?? -1
  return kind === 'missing' ? (tree.nodeOfMissing[missingPlaceOf(tree.chain, id)] ?? -1) : -1
}
