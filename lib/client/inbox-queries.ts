import { queryOptions } from '@tanstack/react-query'
import { call } from './api'

export const inboxQueries = {
  all: ['inbox'] as const,
  /** The last 200 things one was told, newest first. */
  list: () =>
    queryOptions({
      queryKey: ['inbox', 'list'] as const,
      queryFn: async ({ signal }) => (await call('listInbox', { query: { limit: 200 } }, { signal })).items,
    }),
  unread: () =>
    queryOptions({
      queryKey: ['inbox', 'unread'] as const,
      queryFn: ({ signal }) => call('getUnread', {}, { signal }),
      refetchInterval: 15_000,
    }),
}
