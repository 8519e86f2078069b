import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from './api'

/** What narrows the list of messages in quarantine. */
export interface QuarantineFilter {
  q?: string | undefined
  code?: string | undefined
  /** The id of a group. */
  group?: string | undefined
}

export const quarantineQueries = {
  all: ['quarantine'] as const,
  list: ({ q, code, group }: QuarantineFilter = {}) =>
    infiniteQueryOptions({
      queryKey: ['quarantine', 'list', q ?? '', code ?? '', group ?? ''] as const,
      queryFn: ({ pageParam, signal }) =>
        call(
          'listQuarantine',
          { query: { q, code, group, cursor: pageParam ?? undefined, limit: 200 } },
          { signal },
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next_cursor,
    }),
  groups: ({ q, code }: QuarantineFilter = {}) =>
    infiniteQueryOptions({
      queryKey: ['quarantine', 'groups', q ?? '', code ?? ''] as const,
      queryFn: ({ pageParam, signal }) =>
        call(
          'listQuarantineGroups',
          { query: { q, code, cursor: pageParam ?? undefined, limit: 100 } },
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
