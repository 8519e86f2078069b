import { queryOptions } from '@tanstack/react-query'
import { call } from './api'

/** Milliseconds between two looks at the server's pulse; none while the tab is hidden. */
const PULSE = 5_000

export const healthQueries = {
  now: () =>
    queryOptions({
      queryKey: ['health'] as const,
      queryFn: ({ signal }) => call('getHealth', {}, { signal }),
      refetchInterval: PULSE,
      staleTime: PULSE,
    }),
}
