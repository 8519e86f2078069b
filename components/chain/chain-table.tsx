'use client'

import { useMemo } from 'react'
import type { ChainSort } from '@/lib/client/chain-url'
import { paths } from '@/lib/client/paths'
import { tagsOf } from '@/lib/domain/chain-view/flags'
import { tagsIn } from '@/lib/domain/chain-view/row-room'
import { sortMembers } from '@/lib/domain/chain-view/sort'
import { instantText, type ViewChain, type ViewMember } from '@/lib/domain/chain-view/chain-view'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { cutMiddle } from '@/components/event/cut-middle'
import { EventNameInRow } from '@/components/event/event-name-in-row'
import { ExactTime } from '@/components/event/time'
import { RowList, type RowColumn } from '@/components/ui/row-list'
import { TagCount } from '@/components/ui/tag-count'
import { toned } from './chain-tag'
import { TagList } from './tag-list'

interface ChainTableProps {
  chain: ViewChain
  selected: string
  /** By member, 1 where it matches the filter; null while none is set. */
  matched: Uint8Array | null
  sort: ChainSort
  descending: boolean
  onSort: (sort: ChainSort, descending: boolean) => void
  onSelect: (eventId: string) => void
  onClose: () => void
}

/** The events of a chain as a table that can be sorted. */
export function ChainTable(props: ChainTableProps) {
  const { chain, selected, matched, sort, descending, onSort, onSelect, onClose } = props
  const rows = useMemo(() => sortMembers(chain.members, sort, descending), [chain, sort, descending])
  const found = useMemo(
    () => matched && new Set(chain.members.filter((_, index) => matched[index] === 1)),
    [chain, matched],
  )
  function sorted(by: ChainSort): RowColumn<ViewMember>['sort'] {
    const current = sort === by
    return {
      direction: current ? (descending ? 'descending' : 'ascending') : null,
      onSort: () => onSort(by, current && !descending),
    }
  }
  return (
    // Beside the panel there is less room than the window has: columns go by the room of the table.
    <div className="@container">
      <RowList
        label="Events of the chain"
        rows={rows}
        rowKey={(member) => member.event_id}
        href={(member) => paths.event(member.event_id)}
        // Where the count of its remarks stands for them.
        title={(member) =>
          tagsOf(member)
            .map(({ text }) => text)
            .join(', ') || undefined
        }
        selectedKey={selected}
        onSelect={(member) => onSelect(member.event_id)}
        keys={{ close: onClose }}
        dimmed={(member) => found !== null && !found.has(member)}
        columns={COLUMNS.map((column) => (column.by ? { ...column, sort: sorted(column.by) } : column))}
      />
    </div>
  )
}

const mono = 'font-mono text-xs'

const COLUMNS: (RowColumn<ViewMember> & { by?: ChainSort })[] = [
  {
    id: 'event',
    title: 'Event',
    className: 'min-w-36 flex-[2]',
    by: 'type',
    cell: (member) => (
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="min-w-0">
          <EventNameInRow name={member.type} kind={member.kind} />
        </span>
        <TagCount tags={toned(tagsOf(member))} isAlone className="@min-[32rem]:hidden" />
      </span>
    ),
  },
  {
    id: 'version',
    title: 'Version',
    className: `hidden w-16 shrink-0 @min-[56rem]:block ${mono}`,
    cell: (member) => member.version,
  },
  {
    id: 'owner',
    title: 'Owner',
    className: 'hidden min-w-20 flex-1 @min-[38rem]:block',
    by: 'owner',
    cell: (member) => member.owner ?? <span className="text-ink-3">no owner</span>,
  },
  {
    id: 'created',
    title: 'Created',
    className: `hidden w-[13rem] shrink-0 @min-[50.5rem]:block ${mono}`,
    by: 'created',
    cell: (member) => <ExactTime at={instantText(member.created)} />,
  },
  {
    id: 'delay',
    title: 'Since parent',
    className: `w-24 shrink-0 text-right ${mono}`,
    by: 'delay',
    cell: (member) => (member.delay_ms === null ? '–' : formatDuration(member.delay_ms)),
  },
  {
    id: 'id',
    title: 'Id',
    className: `hidden w-32 shrink-0 @min-[66rem]:block ${mono}`,
    cell: (member) => <span title={member.event_id}>{cutMiddle(member.event_id)}</span>,
  },
  {
    id: 'flags',
    title: 'Remarks',
    className: 'hidden min-w-44 flex-[2] @min-[32rem]:block',
    cell: (member) => <Remarks member={member} />,
  },
]

/** Pixels of the remarks beside the panel, and where the id has a column too. */
const NARROW = 176
const WIDE = 300
const ONLY = { wide: '@max-[66rem]:hidden', narrow: '@min-[66rem]:hidden' }

function Remarks({ member }: { member: ViewMember }) {
  const tags = tagsOf(member)
  const texts = tags.map(({ short }) => short)
  return (
    <span className="flex gap-1">
      <TagList tags={tags} wide={tagsIn(WIDE, texts, 1)} narrow={tagsIn(NARROW, texts, 1)} only={ONLY} />
    </span>
  )
}
