import { queryOptions } from '@tanstack/react-query'
import { allItems } from './all-items'
import { call } from './api'

export const personQueries = {
  list: () =>
    queryOptions({
      queryKey: ['people'] as const,
      queryFn: ({ signal }) =>
        allItems((cursor) => call('listPeople', { query: { cursor, limit: 1_000 } }, { signal })),
    }),
}
