import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from './api'

/** What narrows the list of messages in quarantine. */
export interface QuarantineFilter {
  q?: string | undefined
  code?: string | undefined
}

export const quarantineQueries = {
  all: ['quarantine'] as const,
  list: ({ q, code }: QuarantineFilter = {}) =>
    infiniteQueryOptions({
      queryKey: ['quarantine', 'list', q ?? '', code ?? ''] as const,
      queryFn: ({ pageParam, signal }) =>
        call(
          'listQuarantine',
          { query: { q, code, cursor: pageParam ?? undefined, limit: 200 } },
          { signal },
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next_cursor,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: ['quarantine', 'detail', id] as const,
      queryFn: ({ signal }) => call('getQuarantined', { params: { id } }, { signal }),
    }),
}
