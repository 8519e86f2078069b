import { placesOf, type Coded } from './chain-places'
import type { ViewChain, ViewMember } from './chain-view'
import { isOfOneEvent, tagsOf } from './flags'
import type { Folds } from './folds'
import type { Row } from './rows'
import { descendants, type ChainTree } from './tree'

/**
 * Which members hold every word of the filter, in a name, their id, or what is said of them; null where there is no filter
 * and so nothing is dimmed. O(n) a word. Names and flags are asked once each, however many events have them, and all ids
 * as one text: 100,000 texts of their own held the page up for a fifth of a second.
 */
export function matchMembers(chain: ViewChain, filter: string): Uint8Array | null {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  const matched = new Uint8Array(chain.members.length).fill(1)
  for (const word of words) {
    const found = findIds(idTextOf(chain), word)
    for (const names of namesOf(chain)) findNames(names, word, found)
    const says = (text: string) => text.toLowerCase().includes(word)
    const tagsSay = tagsSayer(says)
    for (let place = 0; place < matched.length; place++)
      if (found[place] === 0 && !tagsSay(chain.members[place]!)) matched[place] = 0
  }
  return matched
}

function namesOf(chain: ViewChain): Coded[] {
  const { types, versions, owners, producers } = placesOf(chain)
  return [types, versions, owners, producers]
}

/** Marks the members with a name that holds the word. */
function findNames({ codes, names }: Coded, word: string, found: Uint8Array): void {
  const says = names.map((name) => name?.toLowerCase().includes(word) ?? false)
  if (says.includes(true))
    for (let place = 0; place < codes.length; place++) if (says[codes[place]!]!) found[place] = 1
}

/**
 * Whether a word stands in what is said of a member: its state, its kind, its tags. Events that share their flags have the
 * same tags, but for those that tell of one event alone.
 */
function tagsSayer(says: (text: string) => boolean): (member: ViewMember) => boolean {
  const states = { valid: says('valid'), invalid: says('invalid'), unknown: says('unknown') }
  const kinds = { cud: says('CUD'), domain: says('domain') }
  const answers: Record<ViewMember['status'], Map<readonly string[], boolean>> = {
    valid: new Map(),
    invalid: new Map(),
    unknown: new Map(),
  }
  return (member) => {
    const { status, flags, kind } = member
    if (states[status] || (kind !== null && kinds[kind])) return true
    if (status === 'valid' && flags.length === 0) return false
    let answer = answers[status].get(flags)
    if (answer !== undefined) return answer
    answer = tagsOf(member).some(({ text }) => says(text))
    if (!flags.some(isOfOneEvent)) answers[status].set(flags, answer)
    return answer
  }
}

/** All ids of a chain in lower case, one after the other, and where each begins. */
interface IdText {
  text: string
  starts: Int32Array
}

const idTexts = new WeakMap<ViewChain, IdText>()

/** Made once per chain and kept while one types. */
function idTextOf(chain: ViewChain): IdText {
  const known = idTexts.get(chain)
  if (known !== undefined) return known
  // Ids hold no line ends, and words no blanks: no word is found across two ids.
  const text = chain.members
    .map(({ event_id }) => event_id)
    .join('\n')
    .toLowerCase()
  const starts = new Int32Array(chain.members.length)
  for (let place = 1; place < starts.length; place++)
    starts[place] = text.indexOf('\n', starts[place - 1]) + 1
  const made = { text, starts }
  idTexts.set(chain, made)
  return made
}

/** By member, 1 where the id holds the word. */
function findIds({ text, starts }: IdText, word: string): Uint8Array {
  const found = new Uint8Array(starts.length)
  let place = 0
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, starts[place + 1] ?? text.length)) {
    while (place + 1 < starts.length && starts[place + 1]! <= at) place++
    found[place] = 1
    if (place + 1 === starts.length) break
  }
  return found
}

export interface Matches {
  total: number
  /** Whether the row's own event matches; of a fold, any of its events. */
  own: (row: Row) => boolean
  /** Matches among the events that the row hides. */
  hiddenIn: (row: Row) => number
  /** The first matching member after a member in reading order, around the end; -1 where none matches. */
  next: (member: number) => number
}

/** Matches by row, each answered in the time of its fold, never of the chain. */
export function matchRows(tree: ChainTree, folds: Folds, matched: Uint8Array): Matches {
  const before = new Int32Array(tree.length + 1)
  for (let node = 0; node < tree.length; node++) {
    const member = tree.member[node]!
    before[node + 1] = before[node]! + (member === -1 ? 0 : matched[member]!)
  }
  const inside = (node: number) => before[tree.end[node]!]! - before[node]!
  const own = (node: number) => before[node + 1]! - before[node]! > 0
  return {
    total: before[tree.length]!,
    next: (member) => {
      const after = matched.indexOf(1, member + 1)
      return after === -1 ? matched.indexOf(1) : after
    },
    own: (row) => (row.kind === 'fold' ? folds.all[row.fold]!.nodes.some(own) : own(row.node)),
    hiddenIn: (row) => {
      if (row.hidden === 0) return 0
      if (row.kind === 'fold') return folds.all[row.fold]!.nodes.reduce((sum, node) => sum + inside(node), 0)
      return descendants(tree, row.node) === 0 ? 0 : inside(row.node) - (own(row.node) ? 1 : 0)
    },
  }
}
