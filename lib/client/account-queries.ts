import { queryOptions } from '@tanstack/react-query'
import { call } from './api'

export const accountQueries = {
  own: () =>
    queryOptions({
      queryKey: ['account'] as const,
      queryFn: ({ signal }) => call('getAccount', {}, { signal }),
    }),
}
