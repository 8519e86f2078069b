'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useDeferredValue, useMemo, useRef } from 'react'
import { EventNameInRow } from '@/components/event/event-name-in-row'
import { Time } from '@/components/event/time'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { RowList, type RowColumn } from '@/components/ui/row-list'
import { paths } from '@/lib/client/paths'
import { seenTypeQueries } from '@/lib/client/seen-type-queries'
import { findSeenTypes, seenParsers, sortSeenTypes } from '@/lib/client/seen-url'
import { useGlobalKeys } from '@/lib/client/use-keys'
import type { SeenSort, SeenType } from '@/lib/contracts/seen-type'
import { versionWords } from './version-words'

/** Event types that somebody sends and nobody has described: `/seen`. */
export function SeenListScreen() {
  const { data: types } = useSuspenseQuery(seenTypeQueries.list())
  const [{ sort, q }, setState] = useQueryStates(seenParsers, { history: 'replace' })
  const words = useDeferredValue(q)
  const rows = useMemo(() => sortSeenTypes(findSeenTypes(types, words), sort), [types, words, sort])
  const field = useRef<HTMLInputElement>(null)
  useGlobalKeys({ find: () => field.current?.focus(), filter: () => field.current?.focus() })
  const columns = COLUMNS.map(({ sorts, ...column }): RowColumn<SeenType> => {
    if (sorts === undefined) return column
    const direction = sorts === 'name' ? 'ascending' : 'descending'
    return {
      ...column,
      sort: {
        direction: sorts === sort ? direction : null,
        onSort: () => void setState({ sort: sorts }),
      },
    }
  })
  return (
    <>
      <PageHeader
        title="Seen, not in the catalog"
        facts={
          types.length > 0 && (
            <span role="status" className="text-ink-3">
              {rows.length < types.length && `${rows.length.toLocaleString('en')} of `}
              {types.length.toLocaleString('en')} {types.length === 1 ? 'type' : 'types'}
            </span>
          )
        }
      >
        Event types that are sent and that nobody has described. Their events are kept and linked like any
        other; they cannot be checked until a schema is published.
      </PageHeader>
      {types.length === 0 ? (
        <EmptyState
          title="Every event type that is seen is in the catalog"
          actions={<LinkButton href={paths.catalog()}>Open the catalog</LinkButton>}
        >
          A type that events name and the catalog does not know would stand here, with a schema inferred from
          its events, one click from a draft.
        </EmptyState>
      ) : (
        <>
          <div className="border-t border-line px-5 py-1.5">
            <Input
              ref={field}
              type="search"
              value={q}
              maxLength={200}
              aria-label="Filter by name or service"
              placeholder="Filter by name or service"
              className="!h-7 sm:max-w-80"
              onChange={(event) => void setState({ q: event.target.value })}
            />
          </div>
          {rows.length === 0 ? (
            <EmptyState
              title="No event type matches"
              actions={<Button onClick={() => void setState({ q: null })}>Show all</Button>}
            >
              No type that is not in the catalog, and no service that sends one, is named so.
            </EmptyState>
          ) : (
            <div className="border-t border-line pb-16">
              <RowList
                label="Event types that are seen and not in the catalog"
                rows={rows}
                columns={columns}
                rowKey={(row) => row.name}
                href={(row) => paths.eventType(row.name)}
              />
            </div>
          )}
        </>
      )}
    </>
  )
}

const COLUMNS: (RowColumn<SeenType> & { sorts?: SeenSort })[] = [
  {
    id: 'name',
    sorts: 'name',
    title: 'Name',
    className: 'min-w-40 flex-[2] truncate',
    cell: (row) => <EventNameInRow name={row.name} />,
  },
  {
    id: 'versions',
    title: 'Versions that its events name',
    className: 'hidden min-w-28 flex-1 truncate font-mono text-xs md:block',
    cell: (row) => versionWords(row.versions),
  },
  {
    id: 'producers',
    title: 'Sent by',
    className: 'hidden min-w-28 flex-1 truncate lg:block',
    cell: ({ producers }) =>
      producers.length === 0 ? (
        <span className="text-ink-3">unknown</span>
      ) : (
        <span title={producers.join(', ')}>{producers.join(', ')}</span>
      ),
  },
  {
    id: 'first',
    title: 'First seen',
    className: 'hidden w-28 shrink-0 text-ink-2 xl:block',
    cell: (row) => <Time at={row.first_seen_at} />,
  },
  {
    id: 'last',
    title: 'Last received',
    className: 'hidden w-28 shrink-0 text-ink-2 sm:block',
    cell: (row) => <Time at={row.last_received_at} />,
  },
  {
    id: 'count',
    sorts: 'events',
    title: 'Events',
    className: 'w-20 shrink-0 text-right font-mono text-xs',
    cell: (row) => row.count.toLocaleString('en'),
  },
]
