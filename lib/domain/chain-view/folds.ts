import type { ViewMember } from './chain-view'
import { nodeKey, type ChainTree } from './tree'

/** Two rows save nothing as one; from three on a fold makes a chain shorter than it makes it vaguer. */
const SMALLEST_FOLD = 3

/** Equal siblings that may stand as one row with a count. */
export interface Fold {
  key: string
  /** In time order. */
  nodes: number[]
}

export interface Folds {
  all: Fold[]
  /** Index into `all` per node, or -1. */
  of: Int32Array
}

/**
 * Finds siblings that say the same: same type, version, owner, validity and flags, and the same below them. They need
 * not follow one another; the fold stands at the place of the first.
 */
export function findFolds(tree: ChainTree): Folds {
  const shape = shapes(tree)
  const of = new Int32Array(tree.length).fill(-1)
  const all: Fold[] = []
  for (const [parent, children] of childLists(tree)) {
    if (children.length < SMALLEST_FOLD) continue
    const sameKind = new Map<number, number[]>()
    for (const child of children) {
      if (tree.member[child] === -1) continue
      const equal = sameKind.get(shape[child]!)
      if (equal === undefined) sameKind.set(shape[child]!, [child])
      else equal.push(child)
    }
    const named = new Map<string, number>()
    for (const nodes of sameKind.values()) {
      if (nodes.length < SMALLEST_FOLD) continue
      const type = tree.chain.members[tree.member[nodes[0]!]!]!.type
      // The third kind of ItemPicked below one parent keeps its name while the count of its members grows.
      const nth = (named.get(type) ?? 0) + 1
      named.set(type, nth)
      for (const node of nodes) of[node] = all.length
      all.push({
        key: `fold ${nth} ${JSON.stringify(type)} ${parent === -1 ? '' : nodeKey(tree, parent)}`,
        nodes,
      })
    }
  }
  return { all, of }
}

function childLists(tree: ChainTree): Map<number, number[]> {
  const lists = new Map<number, number[]>()
  for (let node = 0; node < tree.length; node++) {
    const parent = tree.parent[node]!
    const list = lists.get(parent)
    if (list === undefined) lists.set(parent, [node])
    else list.push(node)
  }
  return lists
}

/** One number per different subtree; equal subtrees have equal numbers. From the last node up, so children come first. */
function shapes(tree: ChainTree): Int32Array {
  const shape = new Int32Array(tree.length)
  const known = new Map<string, number>()
  for (let node = tree.length - 1; node >= 0; node--) {
    const member = tree.chain.members[tree.member[node]!]
    let below = ''
    for (let child = node + 1; child < tree.end[node]!; child = tree.end[child]!) below += `${shape[child]} `
    const text = `${member === undefined ? nodeKey(tree, node) : sayings(member)}\n${below}`
    let number = known.get(text)
    if (number === undefined) known.set(text, (number = known.size))
    shape[node] = number
  }
  return shape
}

function sayings({ type, version, owner, producer, status, flags }: ViewMember): string {
  return JSON.stringify([type, version, owner, producer, status, flags])
}
