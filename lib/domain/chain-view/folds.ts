import type { ViewMember } from './chain-view'
import { PairNumbers } from './pair-numbers'
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

/** Children by their parent, where there are enough of them to fold; roots under -1. */
function childLists(tree: ChainTree): Map<number, number[]> {
  const counts = new Int32Array(tree.length + 1)
  for (const parent of tree.parent) counts[parent + 1]!++
  const lists = new Map<number, number[]>()
  for (const [node, parent] of tree.parent.entries()) {
    if (counts[parent + 1]! < SMALLEST_FOLD) continue
    const list = lists.get(parent)
    if (list === undefined) lists.set(parent, [node])
    else list.push(node)
  }
  return lists
}

/**
 * One number per different subtree; equal subtrees have equal numbers. From the last node up, so children come first.
 * Everything is said in pairs, each known pair by its number: no text is built of a subtree, however large.
 */
function shapes(tree: ChainTree): Int32Array {
  const shape = new Int32Array(tree.length)
  const words = new Map<unknown, number>()
  let last = 0
  const next = () => ++last
  const word = (said: unknown) => {
    const known = words.get(said)
    if (known === undefined) words.set(said, next())
    return known ?? last
  }
  const pairs = new PairNumbers(next)
  const pair = (left: number, right: number) => pairs.of(left, right)
  const sayings = (member: ViewMember) => {
    const schema = pair(word(member.type), word(member.version))
    const people = pair(word(member.owner), word(member.producer))
    const state = pair(word(member.status), member.flags.length === 0 ? 0 : word(member.flags.join(' ')))
    return pair(pair(schema, people), state)
  }
  for (let node = tree.length - 1; node >= 0; node--) {
    const member = tree.chain.members[tree.member[node]!]
    let below = 0
    for (let child = node + 1; child < tree.end[node]!; child = tree.end[child]!)
      below = pair(below, shape[child]!)
    shape[node] = pair(member === undefined ? word(nodeKey(tree, node)) : sayings(member), below)
  }
  return shape
}
