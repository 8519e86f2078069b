import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from './api'

const ENTRIES_A_PAGE = 50

export const auditQueries = {
  pages: () =>
    infiniteQueryOptions({
      queryKey: ['audit'] as const,
      queryFn: ({ pageParam, signal }) =>
        call('listAudit', { query: { cursor: pageParam, limit: ENTRIES_A_PAGE } }, { signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    }),
}
