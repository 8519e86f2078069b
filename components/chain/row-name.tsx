import { tagsOf, type Tag as ChainTagData } from '@/lib/domain/chain-view/flags'
import type { Folds } from '@/lib/domain/chain-view/folds'
import { group } from '@/lib/domain/chain-view/facts'
import { roomFor, type RowRoom } from '@/lib/domain/chain-view/row-room'
import type { Row } from '@/lib/domain/chain-view/rows'
import type { ChainTree } from '@/lib/domain/chain-view/tree'
import type { ViewChain, ViewMember } from '@/lib/domain/chain-view/chain-view'
import { cutMiddle } from '@/components/event/cut-middle'
import { EventNameInLine } from '@/components/event/event-name-in-line'
import { classNames } from '@/components/ui/class-names'
import { Tag } from '@/components/ui/tag'
import { ChainTag } from './chain-tag'
import { nameAt } from './row-frame'
import { overdueText } from './row-label'
import { TagList } from './tag-list'

interface RowNameProps {
  chain: ViewChain
  tree: ChainTree
  folds: Folds
  row: Row
  member: ViewMember | undefined
  /** Matches of the filter among the events that the row hides. */
  hiddenMatches: number
  /** Flags that the page tells of the whole chain. */
  told: ReadonlySet<string>
}

/** What a row is, and what is unusual about it, as far as there is room. Its title tells all of it. */
export function RowName(props: RowNameProps) {
  const { chain, tree, row, member, hiddenMatches } = props
  if (row.kind === 'section') {
    return (
      <span className="truncate text-ink-2">
        Same trace, not linked by a parent <Hidden count={row.hidden} matches={hiddenMatches} />{' '}
        <OverdueTag row={row} />
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
        <i> {expired ? 'is past retention' : 'was not received'}</i>{' '}
        <Hidden count={row.hidden} matches={hiddenMatches} /> <OverdueTag row={row} />
      </span>
    )
  }
  return member === undefined ? null : <EventRowName {...props} member={member} />
}

function EventRowName(props: RowNameProps & { member: ViewMember }) {
  const { folds, row, member, hiddenMatches, told } = props
  const tags = tagsOf(member, told)
  const { wide, narrow } = roomsOf(props, tags)
  const owner = member.owner ?? NO_OWNER
  const isAlone = row.overdue === 0 && (row.hidden === 0 || row.kind === 'fold')
  return (
    <span
      className="flex h-full min-w-0 flex-1 items-center"
      title={[member.type, owner, member.version, ...tags.map(({ text }) => text)].join(' · ')}
    >
      <span className="min-w-0 shrink-1000 font-[450]">
        <EventNameInLine name={member.type} kind={member.kind} />
      </span>
      {row.kind === 'fold' && (
        <span className="ml-1.5 shrink-0 rounded-sm border border-line bg-surface px-1 font-mono text-xs text-ink-2">
          {timesText(folds, row)}
        </span>
      )}
      {wide.owner && (
        <span
          className={classNames('ml-2 min-w-0 shrink-100000 truncate text-ink-3', !narrow.owner && ONLY.wide)}
        >
          {owner}
        </span>
      )}
      {wide.version && (
        <span
          className={classNames('ml-2 shrink-0 font-mono text-xs text-ink-3', !narrow.version && ONLY.wide)}
        >
          {member.version}
        </span>
      )}
      {(tags.length > 0 || !isAlone) && (
        <span className="ml-1.5 flex min-w-0 items-center gap-1 overflow-hidden">
          <OverdueTag row={row} />
          {row.kind === 'event' && <Hidden count={row.hidden} matches={hiddenMatches} />}
          <TagList tags={tags} wide={wide.tags} narrow={narrow.tags} only={ONLY} isAlone={isAlone} />
        </span>
      )}
    </span>
  )
}

/** The tags that a row tells by their number: by title for the pointer, and beside its name while the keys are on it. */
export function FoldedTags(props: RowNameProps & { member: ViewMember }) {
  const tags = tagsOf(props.member, props.told)
  const folded = tags.slice(roomsOf(props, tags).wide.tags)
  if (folded.length === 0) return null
  return (
    <span
      aria-hidden
      className="absolute inset-y-1 left-0 z-1 hidden items-center gap-1 bg-bg px-1.5 group-focus-visible:flex"
    >
      {folded.map((tag) => (
        <ChainTag key={tag.text} tag={tag} />
      ))}
    </span>
  )
}

const NO_OWNER = 'no owner'
const ONLY = { wide: 'max-lg:hidden', narrow: 'lg:hidden' }
/** Pixels of a name's cell: from `lg` on all that its column takes, below that what a phone leaves it. */
const WIDE = 416
const NARROW = 264

/** What the row has room for, on wide screens and on narrow ones. */
function roomsOf(
  { folds, row, member, hiddenMatches }: RowNameProps & { member: ViewMember },
  tags: readonly ChainTagData[],
): { wide: RowRoom; narrow: RowRoom } {
  const rest = {
    name: member.type,
    owner: member.owner ?? NO_OWNER,
    version: member.version,
    tags: tags.map(({ short }) => short),
  }
  const own = [
    row.kind === 'fold' ? timesText(folds, row) : '',
    row.kind === 'event' ? hiddenText(row.hidden, hiddenMatches) : '',
  ]
  const counts = (overdue: string) => [...own, overdue].filter((text) => text !== '')
  const from = nameAt(row.level)
  return {
    wide: roomFor(WIDE - from, { ...rest, counts: counts(overdueText(row)) }),
    narrow: roomFor(NARROW - from, { ...rest, counts: counts(shortOverdueText(row)) }),
  }
}

function timesText(folds: Folds, row: Row): string {
  return `× ${group(folds.all[row.fold]!.nodes.length)}`
}

function Hidden({ count, matches }: { count: number; matches: number }) {
  if (count === 0) return null
  return (
    <span className="shrink-0 rounded-sm bg-hover px-1 text-xs text-ink-2 not-italic">
      {hiddenText(count, matches)}
    </span>
  )
}

function hiddenText(count: number, matches: number): string {
  if (count === 0) return ''
  return `${group(count)} hidden${matches > 0 ? `, ${group(matches)} match` : ''}`
}

function OverdueTag({ row }: { row: Row }) {
  const text = overdueText(row)
  if (text === '') return null
  return (
    <Tag tone="breaking" title="Unfold the row to see what is expected">
      <span className={ONLY.narrow}>{shortOverdueText(row)}</span>
      <span className={ONLY.wide}>{text}</span>
    </Tag>
  )
}

function shortOverdueText({ overdue }: Row): string {
  if (overdue === 0) return ''
  return overdue > 1 ? `${group(overdue)} overdue` : 'overdue'
}
