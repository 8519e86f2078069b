import { Link } from '@/components/ui/link'
import { memo } from 'react'
import { EventNameInRow } from '@/components/event/event-name-in-row'
import { StatusTag } from '@/components/event/event-tags'
import { markRanges } from '@/components/event/mark-ranges'
import { Sparkline } from '@/components/event/sparkline'
import { VersionLabel } from '@/components/event/version-label'
import { paths } from '@/lib/client/paths'
import { leavingWords } from '@/lib/domain/news/leaving'
import type { EventTypeSummary, SearchMatch } from '@/lib/contracts/event-type'
import { NameFindings } from './name-findings'
import { perDay } from './per-day'
import { COLUMNS, WIDE } from './row-columns'

interface EventTypeRowProps {
  row: EventTypeSummary
  /** Its place in the whole list, from 0. */
  index: number
  /** The row that has the list's one tab stop. */
  active: boolean
  /** The row whose panel is open. */
  selected: boolean
}

/** One event type in one line; all of it leads to its page. */
export const EventTypeRow = memo(function EventTypeRow({ row, index, active, selected }: EventTypeRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-selected={selected || undefined}
      className={`${COLUMNS} relative h-8 border-b border-line focus-within:bg-hover hover:bg-hover data-selected:bg-accent-soft`}
    >
      <span role="cell" className="flex min-w-0 items-center gap-1.5">
        <Link
          href={paths.eventType(row.name)}

          tabIndex={active ? 0 : -1}
          data-row={index}
          className="min-w-0 rounded-sm -outline-offset-1 after:absolute after:inset-0"
        >
          <EventNameInRow name={row.name} kind={row.kind} marks={matchIn(row, 'name')?.ranges} />
        </Link>
        <NameFindings row={row} />
        {row.status !== 'active' && (
          <StatusTag status={row.status} title={leavingWords({ ...row, status_reason: '' })} />
        )}
      </span>
      <span role="cell" className={`${WIDE.what} truncate text-ink-2`}>
        <WhatHappened row={row} />
      </span>
      <span role="cell" className={`${WIDE.owner} truncate`}>
        <ReferenceCell row={row} of="owner" />
      </span>
      <span role="cell" className={`${WIDE.uses} truncate text-ink-2`}>
        <ReferenceCell row={row} of="domain" />
      </span>
      <span role="cell" className={`${WIDE.owner} truncate text-ink-2`}>
        {row.latest_version === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          <VersionLabel label={row.latest_version} />
        )}
      </span>
      <span role="cell" className={`${WIDE.uses} text-ink-2`}>
        <Uses row={row} />
      </span>
      <span role="cell" className="flex items-center justify-end gap-2 text-ink-2">
        <span className={`${WIDE.owner} text-ink-3`}>
          <Sparkline values={row.daily} label={`Events of each of the last ${row.daily.length} days`} />
        </span>
        <span className="w-full text-right font-mono text-xs">{perDay(row.events_per_day)}</span>
      </span>
    </div>
  )
})

/** The description; where the words were found in something that has no column, where that was. */
function WhatHappened({ row }: { row: EventTypeSummary }) {
  const elsewhere = matchIn(row, 'field') ?? matchIn(row, 'entity') ?? matchIn(row, 'service')
  if (elsewhere) {
    return (
      <>
        <span className="text-ink-3">{elsewhere.in} </span>
        <span className="font-mono text-xs">{markRanges(elsewhere.text, 0, elsewhere.ranges)}</span>
      </>
    )
  }
  return markRanges(row.description, 0, matchIn(row, 'description')?.ranges ?? [])
}

/** An owner or a domain. What the search looked through begins with the name, and goes on with the id. */
function ReferenceCell({ row, of }: { row: EventTypeSummary; of: 'owner' | 'domain' }) {
  const reference = row[of]
  if (reference === null) return <span className="text-ink-3">none</span>
  return markRanges(reference.name, 0, matchIn(row, of)?.ranges ?? [])
}

function matchIn(row: EventTypeSummary, part: SearchMatch['in']): SearchMatch | undefined {
  return row.matches?.find((match) => match.in === part)
}

function Uses({ row: { producers, consumers } }: { row: EventTypeSummary }) {
  return (
    <span
      className="font-mono text-xs"
      title={`Produced by ${producers.join(', ') || 'no declared service'}; consumed by ${consumers.join(', ') || 'no declared service'}`}
    >
      <span aria-hidden>
        {producers.length} → {consumers.length}
      </span>
      <span className="sr-only">
        {producers.length} producers, {consumers.length} consumers
      </span>
    </span>
  )
}
