import { queryOptions } from '@tanstack/react-query'
import { call } from './api'

export const tokenQueries = {
  list: () =>
    queryOptions({
      queryKey: ['tokens'] as const,
      queryFn: ({ signal }) => call('listTokens', {}, { signal }),
    }),
}
