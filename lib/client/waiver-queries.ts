import { queryOptions } from '@tanstack/react-query'
import { call } from './api'

export const waiverQueries = {
  /** Newest first, those taken back among them. */
  list: (name: string) =>
    queryOptions({
      queryKey: ['waivers', name] as const,
      queryFn: async ({ signal }) => (await call('listWaivers', { params: { name } }, { signal })).items,
    }),
}
