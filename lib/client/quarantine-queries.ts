import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from './api'

export const quarantineQueries = {
  all: ['quarantine'] as const,
  list: () =>
    infiniteQueryOptions({
      queryKey: ['quarantine', 'list'] as const,
      queryFn: ({ pageParam, signal }) =>
        call('listQuarantine', { query: { cursor: pageParam ?? undefined, limit: 200 } }, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next_cursor,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: ['quarantine', 'detail', id] as const,
      queryFn: ({ signal }) => call('getQuarantined', { params: { id } }, { signal }),
    }),
}
