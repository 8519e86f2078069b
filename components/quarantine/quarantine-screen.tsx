'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useDeferredValue, useMemo } from 'react'
import { paths } from '@/lib/client/paths'
import { quarantineQueries } from '@/lib/client/quarantine-queries'
import { quarantineFilter, quarantineParsers } from '@/lib/client/quarantine-url'
import type { QuarantinedSummary } from '@/lib/contracts/event'
import { EventNameInRow } from '@/components/event/event-name-in-row'
import { Time } from '@/components/event/time'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { RowList, type RowColumn } from '@/components/ui/row-list'
import { ReadFailure } from '@/components/ui/read-failure'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import { byteSize } from '@/components/ui/byte-size'
import { QuarantineFilters } from './quarantine-filters'
import { QuarantinePanel } from './quarantine-panel'
import { RetryAll } from './retry-all'

const AHEAD = 40

/** Messages that were no valid events: `/quarantine`. What is searched for and the open one are in the address. */
export function QuarantineScreen() {
  const [state, setState] = useQueryStates(quarantineParsers, { history: 'replace' })
  const open = state.message
  const setOpen = (message: string | null) => void setState({ message }, { history: 'push' })
  const wanted = useMemo(() => quarantineFilter(state), [state])
  const filter = useDeferredValue(wanted)
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...quarantineQueries.list(filter),
    placeholderData: keepPreviousData,
  })
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  const first = data?.pages[0]
  const reasons = first?.reasons ?? []
  const matching = reasons
    .filter(({ code }) => filter.code === undefined || code === filter.code)
    .reduce((sum, { count }) => sum + count, 0)
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
        <ReadFailure title="The quarantine could not be read" error={error} onRetry={() => void refetch()} />
      )}
      {first !== undefined && first.total > 0 && (
        <QuarantineFilters
          state={state}
          reasons={reasons}
          onChange={(change) => void setState({ ...change, message: null })}
        >
          <RetryAll key={JSON.stringify(filter)} filter={filter} count={matching} />
        </QuarantineFilters>
      )}
      {first !== undefined && first.total > 0 && rows.length === 0 && (
        <EmptyState
          title="No message matches"
          actions={<Button onClick={() => void setState({ q: null, code: null })}>Show all</Button>}
        >
          Messages are found by the reason, the type and the id they name, and who sent them; authors,
          reviewers and administrators find them by what is in them too, as it is spelt there.
        </EmptyState>
      )}
      {first?.total === 0 && (
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
              href={(row) => paths.quarantine({ ...filter, message: row.id })}
              onSelect={(row) => setOpen(row.id)}
              selectedKey={open}
              keys={{ close: () => setOpen(null) }}
              onReach={(index) => {
                if (index > rows.length - AHEAD && hasNextPage && !isFetchingNextPage) void fetchNextPage()
              }}
            />
          </div>
          {open !== null && <QuarantinePanel key={open} id={open} onClose={() => setOpen(null)} />}
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
const BESIDE_PANEL = COLUMNS.filter(({ id }) => !['tried', 'code', 'place', 'sender'].includes(id))
