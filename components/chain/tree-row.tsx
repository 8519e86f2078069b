import { memo } from 'react'
import type { AwaitedStep } from '@/lib/domain/chain-view/awaited'
import type { Axis } from '@/lib/domain/chain-view/axis'
import type { TimeAxis, ViewChain, ViewMember } from '@/lib/domain/chain-view/chain-view'
import { group } from '@/lib/domain/chain-view/facts'
import type { Folds } from '@/lib/domain/chain-view/folds'
import type { Row } from '@/lib/domain/chain-view/rows'
import type { ChainTree } from '@/lib/domain/chain-view/tree'
import { isSlow, usualText } from '@/lib/domain/chain-view/usual-delay'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { ExpectedRow } from './expected-row'
import { COLUMNS, DIMMED, Indent, NAME_CELL, nameAt, ROW, rowAttributes } from './row-frame'
import { overdueText, rowLabel } from './row-label'
import { FoldedTags, RowName } from './row-name'
import { TimeCell } from './time-cell'
import type { UsualDelays } from './use-usual-delays'

interface TreeRowProps {
  chain: ViewChain
  tree: ChainTree
  folds: Folds
  row: Row
  index: number
  /** Distance from the top of the list. */
  offset: number
  axis: Axis
  timeAxis: TimeAxis
  selected: boolean
  /** The row that the Tab key reaches. */
  active: boolean
  dimmed: boolean
  /** Matches of the filter among the events that the row hides. */
  hiddenMatches: number
  usualDelays: UsualDelays
  /** What is expected after the row's node. */
  awaited: AwaitedStep | undefined
  /** Flags that the page tells of the whole chain. */
  told: ReadonlySet<string>
  isNew: boolean
  /** Only where the row is and what it is called, for a row that passes by. */
  isSketch: boolean
}

/** One row of the tree. It has no controls of its own: clicks and keys are the tree's. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  if (props.isSketch) return <SketchRow {...props} />
  const { row, awaited } = props
  return row.kind === 'expected' && awaited !== undefined ? (
    <ExpectedRow {...props} step={awaited} />
  ) : (
    <FullRow {...props} />
  )
})

function SketchRow({ chain, tree, row, index, offset }: TreeRowProps) {
  const member = chain.members[tree.member[row.node]!]
  return (
    // Nobody reads it, so it says nothing of itself: each attribute is written again at every frame.
    <div
      aria-hidden
      data-row={index}
      className="absolute inset-x-0 h-8 border-b border-line leading-8 whitespace-nowrap [contain:strict]"
      style={{ transform: `translateY(${offset}px)`, paddingLeft: nameAt(row.level) }}
    >
      {row.kind === 'expected' ? 'expected' : (member?.type ?? '…')}
    </div>
  )
}

function FullRow(props: TreeRowProps) {
  const { chain, tree, folds, row, index, offset, axis, timeAxis, selected, active, dimmed, isNew } = props
  const member = chain.members[tree.member[row.node]!]
  const members = row.kind === 'fold' ? foldMembers(chain, tree, folds, row) : member ? [member] : []
  const parent = chain.members[tree.member[tree.parent[row.node]!] ?? -1]
  const usual =
    row.kind === 'event' && parent !== undefined && member !== undefined
      ? props.usualDelays.get(parent.type)?.get(member.type)
      : undefined
  const slow = isSlow(member?.delay_ms ?? null, usual)
  return (
    <div
      role="treeitem"
      {...rowAttributes(row, index)}
      aria-label={[rowLabel(props), slow && 'slower than usual', overdueText(row)].filter(Boolean).join(', ')}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      className={classNames(
        COLUMNS,
        ROW,
        'group',
        selected ? 'bg-accent-soft' : 'hover:bg-hover/60',
        isNew && 'bg-safe-soft',
      )}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <span className={classNames(NAME_CELL, dimmed && DIMMED)}>
        <Indent level={row.level} />
        <Chevron expanded={row.expanded} />
        <RowName {...props} member={member} />
      </span>
      <span
        className={classNames(
          'relative hidden h-full md:block',
          dimmed && (row.kind === 'missing' ? DIMMED : 'opacity-30'),
        )}
      >
        {row.kind === 'missing' ? (
          <span aria-hidden className="block h-full truncate px-2 leading-8 text-ink-3">
            {namedBy(chain.missing[tree.missing[row.node]!]!.children.length)}
          </span>
        ) : (
          <TimeCell axis={axis} timeAxis={timeAxis} members={members} parent={parent} />
        )}
        {active && member !== undefined && <FoldedTags {...props} member={member} />}
      </span>
      <span
        title={usualText(usual)}
        className={classNames(
          'truncate pr-3 text-right font-mono text-xs',
          slow ? 'text-risky' : 'text-ink-2',
          dimmed && DIMMED,
        )}
      >
        {slow && <span aria-hidden>▲ </span>}
        {delayText(row, member)}
      </span>
    </div>
  )
}

/** More points than this in one row cannot be told apart. */
const MOST_POINTS = 80

/** Of a closed fold its events, of very many only some, the first and the last among them. */
function foldMembers(chain: ViewChain, tree: ChainTree, folds: Folds, row: Row): ViewMember[] {
  if (row.expanded) return []
  const { nodes } = folds.all[row.fold]!
  const step = Math.max(1, Math.ceil(nodes.length / MOST_POINTS))
  return nodes
    .filter((_, index) => index % step === 0 || index === nodes.length - 1)
    .map((node) => chain.members[tree.member[node]!]!)
}

function delayText(row: Row, member: ViewMember | undefined): string {
  if (row.kind !== 'event' || member === undefined) return ''
  return member.delay_ms === null ? '–' : formatDuration(member.delay_ms)
}

export function namedBy(children: number): string {
  return children === 1
    ? 'one event names it as its parent'
    : `${group(children)} events name it as their parent`
}

function Chevron({ expanded }: { expanded: boolean | null }) {
  if (expanded === null) return <span className="w-5 shrink-0" />
  return (
    <span
      data-toggle
      aria-hidden
      className="-my-1 inline-flex h-full w-5 shrink-0 cursor-pointer items-center justify-center text-ink-3 hover:text-ink"
    >
      <Icon name={expanded ? 'chevron-down' : 'chevron-right'} />
    </span>
  )
}
