'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { eventTypeQueries, type CatalogFilter } from '@/lib/client/event-type-queries'
import { matchLocally } from './match-locally'

/**
 * The rows of a filter. While the server still searches, what is loaded already is searched here, so that the list
 * follows the typing within a frame; the server's answer (ranked, and tolerant of typing errors) then takes its place.
 */
export function useCatalogRows(filter: CatalogFilter) {
  const query = useInfiniteQuery({ ...eventTypeQueries.list(filter), placeholderData: keepPreviousData })
  const { data, isPlaceholderData } = query
  const loaded = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const rows = useMemo(() => {
    if (!isPlaceholderData) return loaded
    const found = matchLocally(loaded, filter)
    // Nothing among what is loaded says little about the rest: what stands there stays until the answer comes.
    return found.length > 0 ? found : loaded
  }, [isPlaceholderData, loaded, filter])
  const first = data?.pages[0]
  return {
    rows,
    /** Rows to draw, loaded or not. */
    total: isPlaceholderData ? rows.length : (first?.total ?? 0),
    /** What the server counted last. */
    counted: first?.total ?? 0,
    facets: first?.facets,
    isSettled: data !== undefined && !isPlaceholderData,
    isPending: query.isPending,
    error: query.error,
    refetch: () => void query.refetch(),
    /** Loads on until row `index` is there; call again while it is not. */
    reach: (index: number) => {
      if (index >= loaded.length && query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
  }
}

export type CatalogRows = ReturnType<typeof useCatalogRows>
