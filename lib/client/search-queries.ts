import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from './api'

export const searchQueries = {
  /** What the palette finds for a text. The last answer stays until the next one is there. */
  hits: (text: string) =>
    queryOptions({
      queryKey: ['search', text] as const,
      queryFn: async ({ signal }) =>
        (await call('search', { query: { q: text, limit: 20 } }, { signal })).hits,
      enabled: text !== '',
      placeholderData: keepPreviousData,
      staleTime: 5_000,
    }),
}
