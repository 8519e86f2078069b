'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { eventQueries } from '@/lib/client/event-queries'
import { exploreFilter, exploreParsers, type ExploreState } from '@/lib/client/explore-url'
import { paths } from '@/lib/client/paths'
import { useEventStream } from '@/lib/client/use-event-stream'
import { useGlobalKeys } from '@/lib/client/use-keys'
import { useNow } from '@/components/event/now'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { EmptyState } from '@/components/ui/empty-state'
import { ReadFailure } from '@/components/ui/read-failure'
import { RowList } from '@/components/ui/row-list'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { EmptyExplore } from './empty-explore'
import { EntityLinks } from './entity-links'
import { eventColumns } from './event-columns'
import { ExploreFilters } from './explore-filters'
import { FiltersButton, type FiltersShown } from './filters-button'
import { FindEvent } from './find-event'
import { LiveBar } from './live-bar'
import { reasonFor } from './reason-for'
import { TimeFilter } from './time-filter'
import { useHeldRows } from './use-held-rows'

/** Events of the live tail that are kept on the screen. */
const MOST_LIVE = 1_000
/** Rows before the end at which the next page is fetched. */
const AHEAD = 60
/** Pages in which nothing was found that are followed by the next without being asked. */
const EMPTY_PAGES = 10

const CLEAR: Partial<Record<keyof ExploreState, null>> = {
  type: null,
  version: null,
  owner: null,
  domain: null,
  service: null,
  trace_id: null,
  key: null,
  validity: null,
  kind: null,
  without: null,
  minutes: null,
  range: null,
  from: null,
  to: null,
}

/** Search for events: `/explore`. */
export function ExploreScreen() {
  const [state, setState] = useQueryStates(exploreParsers, { history: 'replace' })
  const [openedAt] = useState(useNow())
  const filter = useMemo(() => exploreFilter(state, openedAt), [state, openedAt])
  const narrowed = Object.keys(filter).length > 0
  const absent = filter.without !== undefined
  const live = state.live && !absent
  // Until a person says so, filters that are set stand open where there is room beside the results: not on a phone.
  const [asked, setAsked] = useState<boolean | null>(null)
  const [wasNarrowed] = useState(narrowed)
  const shown: FiltersShown = asked ?? (wasNarrowed ? 'where-wide' : false)
  const filters = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLDivElement>(null)
  useGlobalKeys({
    filter: () => {
      flushSync(() => setAsked(true))
      filters.current?.querySelector<HTMLElement>('input, select')?.focus()
    },
  })
  const change = (next: Partial<ExploreState>) => void setState(next)
  // The one of the two buttons that is displayed takes it.
  const focusButton = () => {
    for (const one of button.current?.children ?? []) (one as HTMLElement).focus()
  }
  const clear = () => {
    // What was pressed goes with the filters.
    focusButton()
    void setState(CLEAR)
  }
  return (
    <>
      <PageHeader title="Explore" />
      <div className="flex flex-col gap-3 border-b border-line px-5 pb-3">
        <FindEvent />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <FiltersButton
            ref={button}
            controls="explore-filters"
            count={countInside(filter)}
            shown={shown}
            onShow={setAsked}
          />
          <TimeFilter state={state} onChange={change} />
          <Checkbox
            label="Live"
            title={absent ? 'What is still in time lacks nothing yet' : 'Show new events as they come'}
            checked={live}
            disabled={absent}
            onChange={(event) => change({ live: event.target.checked })}
          />
          <p className="text-ink-2 sm:ml-auto">
            {reasonFor(filter)}{' '}
            {narrowed && (
              <button
                type="button"
                onClick={clear}
                className="rounded-sm whitespace-nowrap underline decoration-line-strong underline-offset-2 hover:decoration-current"
              >
                Clear all filters
              </button>
            )}
          </p>
        </div>
        {filter.key !== undefined && <EntityLinks name={filter.key} />}
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- a key of the fields inside */}
        <div
          ref={filters}
          id="explore-filters"
          className={shown === true ? '' : shown === 'where-wide' ? 'hidden lg:block' : 'hidden'}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return
            setAsked(false)
            focusButton()
          }}
        >
          <ExploreFilters state={state} onChange={change} />
        </div>
      </div>
      <Results
        key={live ? JSON.stringify(filter) : 'list'}
        filter={filter}
        narrowed={narrowed}
        live={live}
        onClear={clear}
      />
    </>
  )
}

/** Filters that stand in the form; the time stands outside of it, and how soon belongs to what did not follow. */
function countInside({ from: _, to: __, within: ___, ...inside }: ReturnType<typeof exploreFilter>): number {
  return Object.keys(inside).length
}

interface ResultsProps {
  filter: ReturnType<typeof exploreFilter>
  narrowed: boolean
  live: boolean
  onClear: () => void
}

function Results({ filter, narrowed, live, onClear }: ResultsProps) {
  const {
    data,
    error,
    isPending,
    isPlaceholderData,
    hasNextPage,
    isFetchingNextPage,
    isFetchNextPageError,
    fetchNextPage,
    refetch,
  } = useInfiniteQuery({
    ...eventQueries.list(filter),
    // The last answer stays until the next one is there: no blink while one narrows the list.
    placeholderData: keepPreviousData,
  })
  const [paused, setPaused] = useState(false)
  const tail = useEventStream(filter, live && !paused, MOST_LIVE)
  const come = useHeldRows(tail)
  // Of more than are kept the oldest went: between those that stayed and the list there would be a hole.
  const isCut = come.count > come.events.length
  const connected = tail.state === 'live'
  useEffect(() => {
    // What came between the list and the first event of the tail.
    if (connected) void refetch()
  }, [connected, refetch])
  const rows = useMemo(() => {
    if (isCut) return come.events
    const listed = data?.pages.flatMap(({ items }) => items) ?? []
    const ids = new Set(come.events.map(({ event_id }) => event_id))
    return ids.size === 0 ? listed : [...come.events, ...listed.filter(({ event_id }) => !ids.has(event_id))]
  }, [data, come.events, isCut])
  // A page is what was looked through: nothing may be in it, and something behind it.
  const emptyPages = rows.length === 0 && hasNextPage ? (data?.pages.length ?? 0) : 0
  const looksOn =
    emptyPages > 0 && emptyPages % EMPTY_PAGES !== 0 && !isPlaceholderData && !isFetchNextPageError
  useEffect(() => {
    if (looksOn && !isFetchingNextPage) void fetchNextPage()
  }, [looksOn, isFetchingNextPage, fetchNextPage])
  const columns = useMemo(() => eventColumns(filter, live), [filter, live])
  if (error !== null && data === undefined)
    return <ReadFailure title="The events could not be read" error={error} onRetry={() => void refetch()} />
  if (isPending) return <RowsSkeleton label="Loading events" rows={20} />
  const bar = live && (
    <LiveBar
      state={tail.state}
      count={tail.count}
      held={come.held}
      droppedBefore={tail.droppedBefore}
      onPause={setPaused}
      onAskAgain={tail.askAgain}
      onShow={() => window.scrollTo({ top: 0, behavior: 'instant' })}
    />
  )
  if (rows.length === 0 && !narrowed && !live) return <EmptyExplore />
  if (emptyPages > 0) {
    return (
      <>
        {bar}
        <EmptyState
          title="No event matches so far"
          actions={
            <>
              <Button
                look="primary"
                busy={looksOn || isFetchingNextPage}
                onClick={() => void fetchNextPage()}
              >
                {looksOn || isFetchingNextPage ? 'Looking further back …' : 'Look further back'}
              </Button>
              <Button onClick={onClear}>Clear all filters</Button>
            </>
          }
        >
          {reasonFor(filter)} Only looking at each event tells whether it is one of them, and there are older
          ones.
        </EmptyState>
      </>
    )
  }
  if (rows.length === 0) {
    return (
      <>
        {bar}
        <EmptyState title="No event matches" actions={<Button onClick={onClear}>Clear all filters</Button>}>
          {reasonFor(filter)} Widen the time or take a filter away.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      {bar}
      <RowList
        label="Events, newest first"
        top={live ? 'calc(var(--header-height) + 2.25rem)' : undefined}
        covered={live ? 112 : undefined}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.event_id}
        href={(row) => paths.event(row.event_id)}
        onReach={(index) => {
          if (!isCut && index > rows.length - AHEAD && hasNextPage && !isFetchingNextPage)
            void fetchNextPage()
        }}
      />
      <p role="status" className="px-5 py-3 text-xs text-ink-3">
        {isCut
          ? `The last ${rows.length.toLocaleString('en-US')} of ${come.count.toLocaleString('en-US')} events that came. Switch Live off for those before.`
          : isFetchingNextPage
            ? 'Loading more…'
            : hasNextPage
              ? `${rows.length} events so far; more come as you go on.`
              : `${rows.length} ${rows.length === 1 ? 'event' : 'events'}, that is all.`}
      </p>
    </>
  )
}
