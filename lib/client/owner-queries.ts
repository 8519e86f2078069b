import { queryOptions } from '@tanstack/react-query'
import { allItems } from './all-items'
import { call } from './api'

export const ownerQueries = {
  all: ['owners'] as const,
  list: () =>
    queryOptions({
      queryKey: ['owners', 'list'] as const,
      queryFn: ({ signal }) =>
        allItems((cursor) => call('listOwners', { query: { cursor, limit: 1_000 } }, { signal })),
    }),
  detail: (slug: string) =>
    queryOptions({
      queryKey: ['owners', 'detail', slug] as const,
      queryFn: ({ signal }) => call('getOwner', { params: { slug } }, { signal }),
    }),
}
