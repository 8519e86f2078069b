import { queryOptions } from '@tanstack/react-query'
import { allItems } from './all-items'
import { call } from './api'

export const reviewQueries = {
  all: ['reviews'] as const,
  /** Where a proposal stands. Others review at the same time: it is asked again while somebody looks. */
  detail: (id: string) =>
    queryOptions({
      queryKey: ['reviews', 'detail', id] as const,
      queryFn: ({ signal }) => call('getReview', { params: { id } }, { signal }),
      refetchInterval: 10_000,
    }),
  /** One saved revision, whole. It never changes. */
  revision: (id: string, number: number) =>
    queryOptions({
      queryKey: ['reviews', 'revision', id, number] as const,
      queryFn: ({ signal }) => call('getRevision', { params: { id, number: String(number) } }, { signal }),
      staleTime: Infinity,
    }),
  /** Every saved revision, newest first. */
  revisions: (id: string) =>
    queryOptions({
      queryKey: ['reviews', 'revisions', id] as const,
      queryFn: ({ signal }) =>
        allItems((cursor) =>
          call('listRevisions', { params: { id }, query: { cursor, limit: 1_000 } }, { signal }),
        ),
    }),
}
