import { queryOptions } from '@tanstack/react-query'
import { call } from './api'

/** Milliseconds between two looks: often while something runs, seldom otherwise. */
const WHILE_RUNNING = 1_000
const AT_REST = 15_000

export const taskQueries = {
  list: () =>
    queryOptions({
      queryKey: ['tasks'] as const,
      queryFn: async ({ signal }) => (await call('listTasks', {}, { signal })).items,
      refetchInterval: ({ state }) =>
        state.data?.some((task) => task.state === 'running') ? WHILE_RUNNING : AT_REST,
    }),
}
