import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from './api'

/** Told things of one page. */
export const TOLD_A_PAGE = 200

export const inboxQueries = {
  all: ['inbox'] as const,
  /** What one was told, newest first. */
  list: () =>
    infiniteQueryOptions({
      queryKey: ['inbox', 'list'] as const,
      queryFn: ({ pageParam, signal }) =>
        call('listInbox', { query: { cursor: pageParam ?? undefined, limit: TOLD_A_PAGE } }, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next_cursor }) => next_cursor,
    }),
  unread: () =>
    queryOptions({
      queryKey: ['inbox', 'unread'] as const,
      queryFn: ({ signal }) => call('getUnread', {}, { signal }),
      refetchInterval: 15_000,
    }),
}
