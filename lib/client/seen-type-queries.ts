import { queryOptions } from '@tanstack/react-query'
import { allItems } from './all-items'
import { call } from './api'

export const seenTypeQueries = {
  list: () =>
    queryOptions({
      queryKey: ['seen-types', 'list'] as const,
      queryFn: ({ signal }) =>
        allItems((cursor) => call('listSeenTypes', { query: { cursor, limit: 1_000 } }, { signal })),
    }),
  detail: (name: string) =>
    queryOptions({
      queryKey: ['seen-types', 'detail', name] as const,
      queryFn: ({ signal }) => call('inferSeenType', { params: { name } }, { signal }),
    }),
}
