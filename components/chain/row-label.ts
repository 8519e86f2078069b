import { formatDuration } from '@/lib/domain/chain-view/duration'
import { tagsOf } from '@/lib/domain/chain-view/flags'
import type { Folds } from '@/lib/domain/chain-view/folds'
import type { Row } from '@/lib/domain/chain-view/rows'
import type { ChainTree } from '@/lib/domain/chain-view/tree'
import type { ViewChain } from '@/lib/domain/chain-view/chain-view'

interface LabelledRow {
  chain: ViewChain
  tree: ChainTree
  folds: Folds
  row: Row
  hiddenMatches: number
  told: ReadonlySet<string>
}

/** What a screen reader says of a row: all that its cells show, in the order of its weight. */
export function rowLabel({ chain, tree, folds, row, hiddenMatches, told }: LabelledRow): string {
  const hidden =
    row.hidden > 0 && row.kind !== 'fold'
      ? `${row.hidden} ${row.hidden === 1 ? 'event' : 'events'} hidden`
      : ''
  const matching = hiddenMatches > 0 ? `${hiddenMatches} of the hidden match the filter` : ''
  return [...saying(chain, tree, folds, row, told), hidden, matching].filter((part) => part !== '').join(', ')
}

/** That something overdue is hidden in a row; empty where nothing is. */
export function overdueText({ overdue }: Row): string {
  if (overdue === 0) return ''
  return overdue === 1 ? 'next step overdue' : `${overdue} next steps overdue`
}

function saying(
  chain: ViewChain,
  tree: ChainTree,
  folds: Folds,
  row: Row,
  told: ReadonlySet<string>,
): string[] {
  if (row.kind === 'section') return ['Same trace, not linked by a parent']
  if (row.kind === 'missing') {
    const { event_id, expired, children } = chain.missing[tree.missing[row.node]!]!
    return [
      `Missing parent ${event_id}, ${expired ? 'past retention' : 'not received'}`,
      `named by ${children.length} ${children.length === 1 ? 'event' : 'events'}`,
    ]
  }
  const member = chain.members[tree.member[row.node]!]!
  const times = row.kind === 'fold' ? `${folds.all[row.fold]!.nodes.length} times` : ''
  const delay =
    row.kind === 'fold' || member.delay_ms === null
      ? ''
      : `${formatDuration(member.delay_ms)} since its parent`
  const owner = member.owner === null ? 'no owner' : `owner ${member.owner}`
  return [
    member.type,
    times,
    owner,
    `version ${member.version}`,
    ...tagsOf(member, told).map(({ text }) => text),
    delay,
  ]
}
