import type { EventFilter } from '@/lib/client/event-queries'
import type { EventSummary } from '@/lib/contracts/event'
import { cutMiddle } from '@/components/event/cut-middle'
import { EventNameInRow } from '@/components/event/event-name-in-row'
import { remarksOf } from '@/components/event/event-tags'
import { Time, TimeOfDay } from '@/components/event/time'
import type { RowColumn } from '@/components/ui/row-list'
import { Tag } from '@/components/ui/tag'
import { RemarkList, RemarkTag } from './remark-list'

const mono = 'font-mono text-xs'

/**
 * The columns of a list of events; with a key or a trace searched for, what each row matched by.
 * @param live whether they come while one looks: then it is told at what time of day each did
 */
export function eventColumns(filter: EventFilter, live: boolean): RowColumn<EventSummary>[] {
  const reason = [
    filter.key && `key ${filter.key}`,
    filter.trace_id && 'trace id',
    filter.without && `no ${filter.without}`,
  ].filter((text) => text !== undefined)
  return [
    {
      id: 'type',
      title: 'Event',
      className: 'min-w-28 flex-[1.5] sm:min-w-40',
      cell: (row) => <EventNameInRow name={row.type} kind={row.kind} />,
    },
    {
      id: 'time',
      title: live ? 'Created, UTC' : 'Created',
      className: 'w-20 shrink-0 text-ink-2 tabular-nums sm:w-24',
      cell: (row) => (live ? <TimeOfDay at={row.created_at} /> : <Time at={row.created_at} />),
    },
    {
      id: 'version',
      title: 'Version',
      className: `hidden w-16 shrink-0 sm:block ${mono}`,
      cell: (row) => row.version,
    },
    {
      id: 'owner',
      title: 'Owner',
      className: 'hidden min-w-24 flex-1 md:block',
      cell: (row) => row.owner ?? <span className="text-ink-3">no owner</span>,
    },
    {
      id: 'producer',
      title: 'Producer',
      className: 'hidden min-w-24 flex-1 lg:block',
      cell: (row) => row.producer ?? <span className="text-ink-3">unknown</span>,
    },
    {
      id: 'id',
      title: 'Id',
      className: `hidden w-32 shrink-0 xl:block ${mono}`,
      cell: (row) => (
        <span title={row.event_id} translate="no">
          {cutMiddle(row.event_id)}
        </span>
      ),
    },
    {
      id: 'remarks',
      title: reason.length === 0 ? 'Remarks' : 'Matched by, remarks',
      className: 'hidden min-w-40 flex-[2] sm:block',
      cell: (row) => <RemarkList event={row} reasons={reason} />,
    },
    reason.length === 0 ? REMARK_ON_PHONES : whyOnPhones(reason),
  ]
}

/** Where the remarks have no room, the gravest of them. */
const REMARK_ON_PHONES: RowColumn<EventSummary> = {
  id: 'remark',
  title: 'Remarks',
  className: 'w-28 shrink-0 sm:hidden',
  cell: (row) => {
    const [gravest] = remarksOf(row)
    return gravest !== undefined && <RemarkTag remark={gravest} />
  },
}

/** Where the remarks have no room, why a row is there, and that it breaks its schema. */
function whyOnPhones(reason: readonly string[]): RowColumn<EventSummary> {
  const all = reason.join(', ')
  return {
    id: 'why',
    title: 'Matched by',
    className: 'w-24 shrink-0 sm:hidden',
    cell: (row) => (
      <span className="flex items-center gap-1">
        <Tag tone="accent" title={all} className="!block min-w-0 shrink truncate">
          {all}
        </Tag>
        {row.status === 'invalid' && (
          <span role="img" aria-label="invalid" title="invalid" className="text-breaking">
            ✕
          </span>
        )}
      </span>
    ),
  }
}
