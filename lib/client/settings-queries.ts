import { queryOptions } from '@tanstack/react-query'
import { call } from './api'

export const settingsQueries = {
  all: ['settings'] as const,
  current: () =>
    queryOptions({
      queryKey: ['settings'] as const,
      queryFn: ({ signal }) => call('getSettings', {}, { signal }),
    }),
}
