import { placesOf } from './chain-places'
import type { ViewChain, ViewMember } from './chain-view'
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

/** Of a tree whose equal siblings all have rows of their own: not to look for them spares most of its drawing. */
export function noFolds(tree: ChainTree): Folds {
  return { all: [], of: new Int32Array(tree.length).fill(-1) }
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
  let last = 0
  // What is said of it, with what is below, and each as a child: hardly ever do all of them differ.
  const pairs = new PairNumbers(() => ++last, tree.length * 2)
  const said = sayings(tree.chain, pairs)
  for (let node = tree.length - 1; node >= 0; node--) {
    const member = tree.member[node]!
    let below = 0
    for (let child = node + 1; child < tree.end[node]!; child = tree.end[child]!)
      below = pairs.of(below, shape[child]!)
    // What is no event is equal to nothing.
    const own = pairs.of(member === -1 ? -1 - node : said[member]!, 0)
    shape[node] = below === 0 ? own : pairs.of(own, below)
  }
  return { shape, last }
}

/** By member, a number for its type, version, owner, producer, validity and flags. */
function sayings(chain: ViewChain, pairs: PairNumbers): Int32Array {
  const { types, versions, owners, producers } = placesOf(chain)
  const { codes, count } = states(chain)
  const different = [versions, owners, producers].reduce(
    (sum, { names }) => sum * names.length,
    types.names.length,
  )
  // As digits of one number where that holds them all, as it does but for a chain of very many names.
  const fits = different * count <= MOST_NUMBERS
  const join = (left: number, right: number, many: number) =>
    fits ? left * many + right : pairs.of(left, right)
  return codes.map((state, member) => {
    const schema = join(types.codes[member]!, versions.codes[member]!, versions.names.length)
    const owned = join(schema, owners.codes[member]!, owners.names.length)
    return join(join(owned, producers.codes[member]!, producers.names.length), state, count)
  })
}

/** By member, a number for its validity and flags, lower than `count`. */
function states({ members }: ViewChain): { codes: Int32Array; count: number } {
  const known = new Map<string, number>()
  const flagCodes = new Map<readonly string[], number>()
  const codes = new Int32Array(members.length)
  for (let member = 0; member < members.length; member++) {
    const { status, flags } = members[member]!
    let code = flagCodes.get(flags)
    if (code === undefined) {
      const text = flags.join(' ')
      code = known.get(text) ?? known.size
      known.set(text, code)
      flagCodes.set(flags, code)
    }
    codes[member] = code * STATUSES.length + STATUSES.indexOf(status)
  }
  return { codes, count: Math.max(1, known.size) * STATUSES.length }
}

const STATUSES: readonly ViewMember['status'][] = ['valid', 'invalid', 'unknown']
const MOST_NUMBERS = 2 ** 31
