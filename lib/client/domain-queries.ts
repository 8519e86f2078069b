import { queryOptions } from '@tanstack/react-query'
import { allItems } from './all-items'
import { call } from './api'

export const domainQueries = {
  all: ['domains'] as const,
  list: () =>
    queryOptions({
      queryKey: ['domains', 'list'] as const,
      queryFn: ({ signal }) =>
        allItems((cursor) => call('listDomains', { query: { cursor, limit: 1_000 } }, { signal })),
    }),
  detail: (slug: string) =>
    queryOptions({
      queryKey: ['domains', 'detail', slug] as const,
      queryFn: ({ signal }) => call('getDomain', { params: { slug } }, { signal }),
    }),
}
