'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useDeferredValue, useMemo, useRef } from 'react'
import { ApiProblem } from '@/lib/client/api'
import { flowQueries } from '@/lib/client/flow-queries'
import { DAYS, flowParsers } from '@/lib/client/flow-url'
import { paths } from '@/lib/client/paths'
import { useGlobalKeys } from '@/lib/client/use-keys'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { Select } from '@/components/ui/select'
import { FlowTable } from './flow-table'
import { sortEdges } from './sort-edges'

/** How event types follow one another: `/flows`. */
export function FlowScreen() {
  const [state, setState] = useQueryStates(flowParsers, { history: 'replace' })
  const { data, error, refetch } = useQuery({
    ...flowQueries.edges({ days: state.days }),
    placeholderData: keepPreviousData,
  })
  const words = useDeferredValue(state.q).toLowerCase().split(/\s+/).filter(Boolean).join(' ')
  const edges = useMemo(() => {
    const wanted = words.split(' ').filter(Boolean)
    const hits = (data?.edges ?? []).filter(({ from, to }) => {
      const text = `${from}\n${to}`.toLowerCase()
      return wanted.every((word) => text.includes(word))
    })
    return sortEdges(hits, state.sort, state.desc)
  }, [data, words, state.sort, state.desc])
  const field = useRef<HTMLInputElement>(null)
  useGlobalKeys({ find: () => field.current?.focus() })
  const clear = () => void setState({ q: null })

  return (
    <>
      <PageHeader title="Flows">
        How often an event led to another and how long that took, measured from the chains.
      </PageHeader>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-5 pb-3">
        <Input
          ref={field}
          type="search"
          value={state.q}
          aria-label="Filter by event type"
          placeholder="Filter by event type"
          className="min-w-0 flex-1 basis-48 sm:max-w-80"
          onChange={(event) => void setState({ q: event.target.value || null })}
        />
        <Select
          className="w-36"
          aria-label="Period"
          value={state.days}
          options={DAYS.map((days) => ({
            value: String(days),
            label: days === 1 ? 'Last day' : `Last ${days} days`,
          }))}
          onChange={(event) =>
            void setState({ days: DAYS.find((days) => String(days) === event.target.value) ?? null })
          }
        />
        <span role="status" className="text-ink-3 sm:ml-auto">
          {data !== undefined && `${edges.length} of ${data.edges.length} steps`}
        </span>
      </div>
      {data === undefined && error === null && <RowsSkeleton label="Loading flows" />}
      {data === undefined && error !== null && (
        <ErrorState
          title="The flows could not be read"
          requestId={error instanceof ApiProblem ? error.problem.request_id : undefined}
          onRetry={() => void refetch()}
        >
          {error instanceof ApiProblem
            ? error.problem.detail
            : 'The server cannot be reached. Check that it runs and try again.'}
        </ErrorState>
      )}
      {data?.edges.length === 0 && (
        <EmptyState
          title="No event has led to another yet"
          actions={<LinkButton href={paths.explore()}>Look at the events</LinkButton>}
        >
          A step from one event type to the next is counted when an event names its parent in{' '}
          <code>meta.parent_event_id</code> and the parent is known. In this period none did.
        </EmptyState>
      )}
      {data !== undefined && data.edges.length > 0 && edges.length === 0 && (
        <EmptyState title="No step matches" actions={<Button onClick={clear}>Clear the filter</Button>}>
          Neither side of a step has “{state.q}” in its name.
        </EmptyState>
      )}
      {edges.length > 0 && (
        <FlowTable
          edges={edges}
          sort={state.sort}
          descending={state.desc}
          onSort={(sort, desc) => void setState({ sort, desc })}
        />
      )}
    </>
  )
}
