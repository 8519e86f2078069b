'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { parseAsString, useQueryState } from 'nuqs'
import { ApiProblem } from '@/lib/client/api'
import { paths } from '@/lib/client/paths'
import { quarantineQueries } from '@/lib/client/quarantine-queries'
import type { QuarantinedSummary } from '@/lib/contracts/event'
import { EventName } from '@/components/event/event-name'
import { Time } from '@/components/event/time'
import { PageHeader } from '@/components/shell/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { LinkButton } from '@/components/ui/link-button'
import { RowList, type RowColumn } from '@/components/ui/row-list'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import { byteSize } from './byte-size'
import { QuarantinePanel } from './quarantine-panel'

const AHEAD = 40

/** Messages that were no valid events: `/quarantine`. The open one is in the address. */
export function QuarantineScreen() {
  const [open, setOpen] = useQueryState('message', parseAsString)
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    quarantineQueries.list(),
  )
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  const first = data?.pages[0]
  return (
    <>
      <PageHeader
        title="Quarantine"
        facts={
          first !== undefined &&
          first.total > 0 && (
            <span role="status" className="text-ink-3">
              {first.total.toLocaleString('en-US')} {first.total === 1 ? 'message' : 'messages'},{' '}
              {byteSize(first.bytes)}
            </span>
          )
        }
      >
        Messages that were received and are no valid event, kept whole with the reason.
      </PageHeader>
      {data === undefined && error === null && <RowsSkeleton label="Loading the quarantine" />}
      {data === undefined && error !== null && (
        <ErrorState
          title="The quarantine could not be read"
          requestId={error instanceof ApiProblem ? error.problem.request_id : undefined}
          onRetry={() => void refetch()}
        >
          {error instanceof ApiProblem
            ? error.problem.detail
            : 'The server cannot be reached. Check that it runs and try again.'}
        </ErrorState>
      )}
      {data !== undefined && rows.length === 0 && (
        <EmptyState
          title="Nothing is in quarantine"
          actions={<LinkButton href={paths.explore()}>Look at the events</LinkButton>}
        >
          A message that is no JSON, or whose envelope lacks something, would be kept here, whole and with the
          reason, until it is tried again.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <div className="flex min-w-0 flex-1 border-t border-line">
          <div className="min-w-0 flex-1 pb-16">
            <RowList
              label="Messages in quarantine, newest first"
              rows={rows}
              columns={open === null ? COLUMNS : BESIDE_PANEL}
              rowKey={(row) => row.id}
              href={(row) => `${paths.quarantine()}?message=${encodeURIComponent(row.id)}`}
              onSelect={(row) => void setOpen(row.id)}
              selectedKey={open}
              keys={{ close: () => void setOpen(null) }}
              onReach={(index) => {
                if (index > rows.length - AHEAD && hasNextPage && !isFetchingNextPage) void fetchNextPage()
              }}
            />
          </div>
          {open !== null && <QuarantinePanel key={open} id={open} onClose={() => void setOpen(null)} />}
        </div>
      )}
    </>
  )
}

const COLUMNS: RowColumn<QuarantinedSummary>[] = [
  { id: 'reason', title: 'Reason', className: 'min-w-40 flex-[3]', cell: (row) => row.message },
  {
    id: 'place',
    title: 'Where',
    className: 'hidden min-w-24 flex-1 font-mono text-xs md:block',
    cell: (row) => (row.pointer === '' ? '(the whole)' : row.pointer),
  },
  {
    id: 'type',
    title: 'Says it is',
    className: 'hidden min-w-28 flex-1 lg:block',
    cell: (row) =>
      row.type === null ? <span className="text-ink-3">unknown</span> : <EventName name={row.type} />,
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
const BESIDE_PANEL = COLUMNS.filter(({ id }) => id !== 'tried' && id !== 'code' && id !== 'place')
