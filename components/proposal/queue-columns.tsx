import { EventNameInRow } from '@/components/event/event-name-in-row'
import { Time } from '@/components/event/time'
import type { RowColumn } from '@/components/ui/row-list'
import { Tag } from '@/components/ui/tag'
import type { DraftSummary } from '@/lib/contracts/draft'
import type { QueueSort } from '@/lib/domain/review/queue'
import { StateTag } from './state-tag'

const VERDICTS = {
  breaking: <Tag tone="breaking">✕ breaking</Tag>,
  compatible: <Tag tone="safe">✓ compatible</Tag>,
  unknown: <Tag>? unknown</Tag>,
}

/** @param sort how the list is ordered now; `onSort` turns it round */
export function queueColumns(sort: QueueSort, onSort: () => void): RowColumn<DraftSummary>[] {
  return [
    ...ABOUT,
    {
      id: 'age',
      title: 'Waits since',
      className: 'w-20 shrink-0 text-ink-2',
      cell: ({ waits_since }) => <Time at={waits_since} />,
      sort: { direction: sort === 'oldest' ? 'ascending' : 'descending', onSort },
    },
  ]
}

const ABOUT: RowColumn<DraftSummary>[] = [
  {
    id: 'event',
    title: 'Event type',
    className: 'min-w-0 flex-[3] basis-56',
    cell: ({ event_type, kind }) => <EventNameInRow name={event_type} kind={kind} />,
  },
  {
    id: 'summary',
    title: 'What changes',
    className: 'min-w-0 flex-[2] basis-52 hidden md:block text-ink-2',
    cell: ({ summary }) => <span title={summary}>{summary || '–'}</span>,
  },
  {
    id: 'base',
    title: 'Continues',
    className: 'w-16 shrink-0 hidden lg:block font-mono text-xs text-ink-2',
    cell: ({ base }) => base ?? 'new',
  },
  {
    id: 'verdict',
    title: 'Verdict',
    className: 'w-28 shrink-0 hidden sm:block',
    cell: ({ verdict }) => (verdict === null ? <span className="text-ink-3">–</span> : VERDICTS[verdict]),
  },
  {
    id: 'state',
    title: 'State',
    className: 'w-24 shrink-0 sm:w-36',
    cell: ({ state }) => <StateTag state={state} narrow />,
  },
  {
    id: 'author',
    title: 'Author',
    className: 'w-28 shrink-0 hidden lg:block text-ink-2',
    cell: ({ author }) => author.name || '–',
  },
  {
    id: 'owner',
    title: 'Owner',
    className: 'w-28 shrink-0 hidden xl:block text-ink-2',
    cell: ({ owner }) => owner?.name ?? 'nobody yet',
  },
]
