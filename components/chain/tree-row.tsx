import { memo } from 'react'
import type { Axis } from '@/lib/domain/chain-view/axis'
import type { TimeAxis, ViewChain, ViewMember } from '@/lib/domain/chain-view/chain-view'
import { group } from '@/lib/domain/chain-view/facts'
import { tagsOf } from '@/lib/domain/chain-view/flags'
import type { Folds } from '@/lib/domain/chain-view/folds'
import type { Row } from '@/lib/domain/chain-view/rows'
import type { ChainTree } from '@/lib/domain/chain-view/tree'
import { isSlow, usualText } from '@/lib/domain/chain-view/usual-delay'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { cutMiddle } from '@/components/event/cut-middle'
import { EventName } from '@/components/event/event-name'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { ChainTag } from './chain-tag'
import { rowLabel } from './row-label'
import { TimeCell } from './time-cell'
import type { Overdue } from './use-overdue'
import type { UsualDelays } from './use-usual-delays'

export const ROW_HEIGHT = 32
/** The columns of the tree's head, rows and background: name, time, delay. */
export const COLUMNS =
  'grid grid-cols-[minmax(0,1fr)_6rem] md:grid-cols-[minmax(15rem,27rem)_minmax(8rem,1fr)_7.5rem]'

/** Quieter, and still readable: the contrast of small text is kept. */
const DIMMED = '!text-ink-3 [&_*]:!text-ink-3 [&_.verb]:!font-[450] [&_*]:!bg-transparent [&_*]:!font-normal'

const STEP = 16
/** Deeper rows are indented no further, and say their depth. */
const DEEPEST = 12

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
  overdue: Overdue
  /** Flags that the page tells of the whole chain. */
  told: ReadonlySet<string>
  isNew: boolean
  /** Only where the row is and what it is called, for a row that passes by. */
  isSketch: boolean
}

/** One row of the tree. It has no controls of its own: clicks and keys are the tree's. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  return props.isSketch ? <SketchRow {...props} /> : <FullRow {...props} />
})

function SketchRow({ chain, tree, row, index, offset }: TreeRowProps) {
  const member = chain.members[tree.member[row.node]!]
  return (
    <div
      role="treeitem"
      id={`row-${index}`}
      data-row={index}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-expanded={row.expanded ?? undefined}
      aria-selected={false}
      tabIndex={-1}
      className="absolute inset-x-0 h-8 border-b border-line leading-8 whitespace-nowrap [contain:strict]"
      style={{
        transform: `translateY(${offset}px)`,
        paddingLeft: 28 + STEP * Math.min(row.level - 1, DEEPEST),
      }}
    >
      {member?.type ?? '…'}
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
  const late = row.kind === 'event' && member !== undefined && props.overdue.has(member.event_id)
  return (
    <div
      role="treeitem"
      id={`row-${index}`}
      data-row={index}
      aria-label={[rowLabel(props), slow && 'slower than usual', late && 'next step overdue']
        .filter(Boolean)
        .join(', ')}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-expanded={row.expanded ?? undefined}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      className={classNames(
        COLUMNS,
        'absolute inset-x-0 h-8 cursor-default items-center border-b border-line -outline-offset-2 [contain:strict]',
        selected ? 'bg-accent-soft' : 'hover:bg-hover/60',
        isNew && 'bg-safe-soft',
      )}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <span
        className={classNames(
          'flex h-full min-w-0 items-center pr-2 pl-2 whitespace-nowrap',
          dimmed && DIMMED,
        )}
      >
        <Indent level={row.level} />
        <Chevron expanded={row.expanded} />
        <RowName {...props} member={member} />
      </span>
      <span
        className={classNames(
          'hidden h-full md:block',
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

function foldMembers(chain: ViewChain, tree: ChainTree, folds: Folds, row: Row): ViewMember[] {
  if (row.expanded) return []
  return folds.all[row.fold]!.nodes.map((node) => chain.members[tree.member[node]!]!)
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

/** Guide lines of the levels above, one background for all of them: a row costs the same at any depth. */
function Indent({ level }: { level: number }) {
  const steps = Math.min(level - 1, DEEPEST)
  return (
    <>
      {steps > 0 && (
        <span
          aria-hidden
          className="h-full shrink-0 bg-[repeating-linear-gradient(90deg,transparent_0_7px,var(--line-strong)_7px_8px,transparent_8px_16px)]"
          style={{ width: steps * STEP }}
        />
      )}
      {level - 1 > DEEPEST && (
        <span aria-hidden className="mr-1 shrink-0 rounded-sm bg-hover px-1 font-mono text-2xs text-ink-3">
          {group(level - 1)}
        </span>
      )}
    </>
  )
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

function RowName(props: TreeRowProps & { member?: ViewMember }) {
  const { chain, tree, folds, row, member, hiddenMatches, told, overdue } = props
  if (row.kind === 'section') {
    return (
      <span className="truncate text-ink-2">
        Same trace, not linked by a parent
        <Hidden count={row.hidden} matches={hiddenMatches} />
      </span>
    )
  }
  if (row.kind === 'missing') {
    const { event_id, expired } = chain.missing[tree.missing[row.node]!]!
    return (
      <span className="truncate text-ink-2" title={event_id}>
        <span aria-hidden className="mr-1.5 text-ink-3">
          ◌
        </span>
        <code className="italic">{cutMiddle(event_id, 14)}</code>
        <i> {expired ? 'is past retention' : 'was not received'}</i>
        <Hidden count={row.hidden} matches={hiddenMatches} />
      </span>
    )
  }
  if (member === undefined) return null
  const late = row.kind === 'event' ? overdue.get(member.event_id) : undefined
  return (
    <>
      <span className="min-w-0 shrink truncate font-[450]">
        <EventName name={member.type} kind={member.kind} />
      </span>
      {row.kind === 'fold' && (
        <span className="ml-1.5 shrink-0 rounded-sm border border-line bg-surface px-1 font-mono text-xs text-ink-2">
          × {group(folds.all[row.fold]!.nodes.length)}
        </span>
      )}
      <span className="ml-2 hidden min-w-0 shrink-[4000000] truncate text-ink-3 sm:block">
        {member.owner ?? 'no owner'}
      </span>
      <span className="ml-2 hidden min-w-0 shrink-[2000000] truncate font-mono text-xs text-ink-3 sm:block">
        {member.version}
      </span>
      <span className="ml-1.5 flex min-w-0 shrink-[400000] items-center gap-1 overflow-hidden">
        {late !== undefined && <ChainTag tag={{ tone: 'bad', text: 'next step overdue', title: late }} />}
        {tagsOf(member, told).map((tag) => (
          <ChainTag key={tag.text} tag={tag} />
        ))}
        {row.kind === 'event' && <Hidden count={row.hidden} matches={hiddenMatches} />}
      </span>
    </>
  )
}

function Hidden({ count, matches }: { count: number; matches: number }) {
  if (count === 0) return null
  return (
    <span className="ml-1.5 shrink-0 rounded-sm bg-hover px-1 text-xs text-ink-2 not-italic">
      {group(count)} hidden{matches > 0 && `, ${group(matches)} match`}
    </span>
  )
}
