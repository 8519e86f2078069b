import { queryOptions } from '@tanstack/react-query'
import { call } from './api'

export const retentionQueries = {
  /** What would be dropped if events were kept for so many days. */
  of: (days: number) =>
    queryOptions({
      queryKey: ['retention', days] as const,
      queryFn: ({ signal }) => call('getRetention', { query: { days } }, { signal }),
      staleTime: 10_000,
      retry: false,
    }),
}
