import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { DraftState } from '@/lib/contracts/draft'
import { allItems } from './all-items'
import { call } from './api'
import type { QueueFilter } from './queue-url'

/** How much of a queue is read at a time. */
export const QUEUE_ROWS = 200

export const draftQueries = {
  all: ['drafts'] as const,
  /** Last changed first, as one array. */
  list: (query: { state?: DraftState; event_type?: string } = {}) =>
    queryOptions({
      queryKey: ['drafts', 'list', query] as const,
      queryFn: ({ signal }) =>
        allItems((cursor) => call('listDrafts', { query: { ...query, cursor, limit: 1_000 } }, { signal })),
    }),
  /** One queue, a page after the other. */
  queue: (filter: QueueFilter) =>
    infiniteQueryOptions({
      queryKey: ['drafts', 'queue', filter] as const,
      queryFn: ({ pageParam, signal }) =>
        call(
          'listDrafts',
          { query: { ...filter, cursor: pageParam ?? undefined, limit: QUEUE_ROWS } },
          { signal },
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next_cursor,
    }),
  /** What is like it in the catalog, as of a saved revision. The answer of before stays until the next one is there. */
  alike: (id: string, revision: number) =>
    queryOptions({
      queryKey: ['drafts', 'alike', id, revision] as const,
      queryFn: async ({ signal }) => (await call('listAlike', { params: { id } }, { signal })).items,
      placeholderData: keepPreviousData,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: ['drafts', 'detail', id] as const,
      queryFn: ({ signal }) => call('getDraft', { params: { id } }, { signal }),
    }),
}
