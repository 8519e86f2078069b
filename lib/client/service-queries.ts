import { queryOptions } from '@tanstack/react-query'
import { allItems } from './all-items'
import { call } from './api'

export const serviceQueries = {
  all: ['services'] as const,
  list: () =>
    queryOptions({
      queryKey: ['services', 'list'] as const,
      queryFn: ({ signal }) =>
        allItems((cursor) => call('listServices', { query: { cursor, limit: 1_000 } }, { signal })),
    }),
  detail: (slug: string) =>
    queryOptions({
      queryKey: ['services', 'detail', slug] as const,
      queryFn: ({ signal }) => call('getService', { params: { slug } }, { signal }),
    }),
}
