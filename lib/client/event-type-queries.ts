import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { EventTypePage } from '@/lib/contracts/event-type'
import { allItems } from './all-items'
import { call } from './api'

export type CatalogSort = 'relevance' | 'name' | 'events' | 'updated'

/** What narrows the catalog; absent and empty mean the same. */
export interface CatalogFilter {
  q?: string
  kind?: string[]
  owner?: string[]
  domain?: string[]
  service?: string[]
  status?: string[]
  field?: string[]
  sort?: CatalogSort
}

/** Rows that come with the page itself, and rows of each later page while one scrolls. */
export const FIRST_ROWS = 100
export const MORE_ROWS = 500
/** Rows of a list on the start page. */
export const START_ROWS = 8

export const eventTypeQueries = {
  all: ['event-types'] as const,
  list: (filter: CatalogFilter = {}) =>
    infiniteQueryOptions({
      queryKey: ['event-types', 'list', withoutEmpty(filter)] as const,
      queryFn: ({ pageParam, signal }): Promise<EventTypePage> =>
        call(
          'listEventTypes',
          {
            query: {
              ...withoutEmpty(filter),
              cursor: pageParam ?? undefined,
              limit: pageParam === null ? FIRST_ROWS : MORE_ROWS,
            },
          },
          { signal },
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next_cursor,
    }),
  detail: (name: string) =>
    queryOptions({
      queryKey: ['event-types', 'detail', name] as const,
      queryFn: ({ signal }) => call('getEventType', { params: { name } }, { signal }),
    }),
  activity: (name: string) =>
    queryOptions({
      queryKey: ['event-types', 'activity', name] as const,
      queryFn: ({ signal }) => call('getEventTypeActivity', { params: { name } }, { signal }),
    }),
  /** Every version, newest first, as one array. */
  versions: (name: string) =>
    queryOptions({
      queryKey: ['event-types', 'versions', name] as const,
      queryFn: ({ signal }) =>
        allItems((cursor) =>
          call('listVersions', { params: { name }, query: { cursor, limit: 1_000 } }, { signal }),
        ),
    }),
  version: (name: string, version: string) =>
    queryOptions({
      queryKey: ['event-types', 'version', name, version] as const,
      queryFn: ({ signal }) => call('getVersion', { params: { name, version } }, { signal }),
    }),
  /** Both versions are immutable, and so is their difference. */
  diff: (name: string, from: string, to: string) =>
    queryOptions({
      queryKey: ['event-types', 'diff', name, from, to] as const,
      queryFn: ({ signal }) => call('getDiff', { params: { name }, query: { from, to } }, { signal }),
      staleTime: Infinity,
    }),
}

/** One filter, one key: `{}` and `{ q: '' }` must not be fetched twice. */
export function withoutEmpty(filter: CatalogFilter): CatalogFilter {
  return Object.fromEntries(
    Object.entries<string | string[] | undefined>({ ...filter }).filter(
      ([, value]) => value !== undefined && value.length > 0,
    ),
  )
}
