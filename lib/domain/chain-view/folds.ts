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
  const of = new Int32Array(tree.length).fill(-1)
  const all: Fold[] = []
  const { starts, children } = childLists(tree)
  if (!hasSiblings(starts)) return { all, of }
  const { shape, last } = shapes(tree)
  const times = new Int32Array(last + 1)
  for (let list = 0; list <= tree.length; list++) {
    const from = starts[list]!
    const to = starts[list + 1]!
    // Missing parents have no type, and each is its own.
    let most = 0
    if (to - from >= SMALLEST_FOLD)
      for (let at = from; at < to; at++) most = Math.max(most, ++times[shape[children[at]!]!]!)
    if (most >= SMALLEST_FOLD) addFolds(children.subarray(from, to), list - 1)
    if (most > 0) for (let at = from; at < to; at++) times[shape[children[at]!]!] = 0
  }
  return { all, of }

  /** @param parent -1 for the roots */
  function addFolds(siblings: Int32Array, parent: number): void {
    const sameKind = new Map<number, number[]>()
    for (const child of siblings) {
      const kind = shape[child]!
      if (times[kind]! < SMALLEST_FOLD || tree.member[child] === -1) continue
      const equal = sameKind.get(kind)
      if (equal === undefined) sameKind.set(kind, [child])
      else equal.push(child)
    }
    const named = new Map<string, number>()
    for (const nodes of sameKind.values()) {
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
}

/**
 * Children by their parent: those of node n are `children` from `starts[n + 1]` to before `starts[n + 2]`, those of no
 * node, the roots, stand first.
 */
interface ChildLists {
  starts: Int32Array
  children: Int32Array
}

function childLists(tree: ChainTree): ChildLists {
  const starts = new Int32Array(tree.length + 2)
  for (let node = 0; node < tree.length; node++) starts[tree.parent[node]! + 2]!++
  for (let list = 1; list < starts.length; list++) starts[list]! += starts[list - 1]!
  const filled = starts.slice()
  const children = new Int32Array(tree.length)
  for (let node = 0; node < tree.length; node++) children[filled[tree.parent[node]! + 1]!++] = node
  return { starts, children }
}

/** Whether anything has enough children to fold. A line of 100,000 events has not, and costs no more than this. */
function hasSiblings(starts: Int32Array): boolean {
  return starts.some((start, list) => list > 0 && start - starts[list - 1]! >= SMALLEST_FOLD)
}

/**
 * One number per different subtree; equal subtrees have equal numbers, the highest is `last`. From the last node up, so
 * children come first. Everything is said in pairs, each known pair by its number: no text is built of a subtree,
 * however large.
 */
function shapes(tree: ChainTree): { shape: Int32Array; last: number } {
  const shape = new Int32Array(tree.length)
  const words = new Map<unknown, number>()
  let last = 0
  const next = () => ++last
  const word = (said: unknown) => {
    const known = words.get(said)
    if (known === undefined) words.set(said, next())
    return known ?? last
  }
  // Schema, people, both, with the state, with what is below, and each as a child: hardly ever do all of them differ.
  const pairs = new PairNumbers(next, tree.length * 3)
  for (let node = tree.length - 1; node >= 0; node--) {
    const member = tree.chain.members[tree.member[node]!]
    let below = 0
    for (let child = node + 1; child < tree.end[node]!; child = tree.end[child]!)
      below = pairs.of(below, shape[child]!)
    shape[node] = pairs.of(member === undefined ? word(nodeKey(tree, node)) : sayings(member), below)
  }
  return { shape, last }

  function sayings(member: ViewMember): number {
    const schema = pairs.of(word(member.type), word(member.version))
    const people = pairs.of(word(member.owner), word(member.producer))
    const state = pairs.of(word(member.status), member.flags.length === 0 ? 0 : word(member.flags.join(' ')))
    return pairs.of(pairs.of(schema, people), state)
  }
}
