import type { QuarantinedSummary } from '@/lib/contracts/event'
import { cutMiddle } from '@/components/event/cut-middle'
import { EventNameInRow } from '@/components/event/event-name-in-row'
import { Time } from '@/components/event/time'
import { byteSize } from '@/components/ui/byte-size'
import type { RowColumn } from '@/components/ui/row-list'
import { Tag } from '@/components/ui/tag'
import { placeText } from './place-text'

/** What is told of each message in a list. */
export const MESSAGE_COLUMNS: RowColumn<QuarantinedSummary>[] = [
  { id: 'reason', title: 'Reason', className: 'min-w-40 flex-[3]', cell: (row) => row.message },
  {
    id: 'place',
    title: 'Where',
    className: 'hidden min-w-24 flex-1 font-mono text-xs md:block',
    cell: (row) => placeText(row.pointer),
  },
  {
    id: 'type',
    title: 'Says it is',
    className: 'hidden min-w-28 flex-1 lg:block',
    cell: (row) =>
      row.type === null ? <span className="text-ink-3">unknown</span> : <EventNameInRow name={row.type} />,
  },
  {
    id: 'sender',
    title: 'Sent by',
    className: 'hidden min-w-24 flex-1 truncate lg:block',
    cell: (row) => row.sender ?? <span className="text-ink-3">unknown</span>,
  },
  {
    id: 'tried',
    title: 'Tried again',
    className: 'hidden w-24 shrink-0 xl:block',
    cell: (row) => row.retried_at !== null && <Time at={row.retried_at} className="text-ink-2" />,
  },
  {
    id: 'code',
    title: 'Code',
    className: 'hidden w-40 shrink-0 xl:block',
    cell: (row) => <Tag>{row.code}</Tag>,
  },
  {
    id: 'size',
    title: 'Size',
    className: 'hidden w-20 shrink-0 text-right font-mono text-xs sm:block',
    cell: (row) => byteSize(row.bytes),
  },
  {
    id: 'time',
    title: 'Received',
    className: 'w-24 shrink-0 text-right text-ink-2',
    cell: (row) => <Time at={row.received_at} />,
  },
]

/** What is left of the columns where the open message takes its place beside them. */
export const BESIDE_PANEL = without(MESSAGE_COLUMNS, 'tried', 'code', 'place', 'sender')

/** In a group, where all else is the same: what tells one message from another. */
const WITHIN_GROUP: RowColumn<QuarantinedSummary> = {
  id: 'event',
  title: 'Event id',
  className: 'min-w-40 flex-[3]',
  cell: ({ event_id, message }) =>
    event_id === null ? (
      message
    ) : (
      <>
        <code className="max-sm:hidden">{event_id}</code>
        <code className="sm:hidden">{cutMiddle(event_id, 24)}</code>
      </>
    ),
}
export const GROUP_MESSAGE_COLUMNS = [
  WITHIN_GROUP,
  ...without(MESSAGE_COLUMNS, 'reason', 'type', 'sender', 'code'),
]
export const GROUP_BESIDE_PANEL = without(GROUP_MESSAGE_COLUMNS, 'tried', 'place')

function without(columns: readonly RowColumn<QuarantinedSummary>[], ...ids: string[]) {
  return columns.filter(({ id }) => !ids.includes(id))
}
