import { queryOptions } from '@tanstack/react-query'
import { call } from './api'

export const flowQueries = {
  all: ['flows'] as const,
  /** Measured edges of the last `days` days; with `type`, only those that touch it. */
  edges: (query: { days?: number; type?: string } = {}) =>
    queryOptions({
      queryKey: ['flows', 'edges', query] as const,
      queryFn: ({ signal }) => call('getFlows', { query }, { signal }),
    }),
}
