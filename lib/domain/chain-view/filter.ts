import type { ViewMember } from './chain-view'
import { tagsOf } from './flags'
import type { Folds } from './folds'
import type { Row } from './rows'
import { descendants, type ChainTree } from './tree'

/** What a filter looks through, per member, in lower case; made once per chain and kept while one types. */
export function haystacks(members: readonly ViewMember[]): string[] {
  return members.map((member) =>
    [
      member.type,
      member.version,
      member.event_id,
      member.owner ?? '',
      member.producer ?? '',
      member.status,
      member.kind === 'cud' ? 'CUD' : (member.kind ?? ''),
      ...tagsOf(member).map((tag) => tag.text),
    ]
      .join('\n')
      .toLowerCase(),
  )
}

/** Which members hold every word of the filter; null where there is no filter and so nothing is dimmed. */
export function matchMembers(stacks: readonly string[], filter: string): Uint8Array | null {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  return Uint8Array.from(stacks, (stack) => (words.every((word) => stack.includes(word)) ? 1 : 0))
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
