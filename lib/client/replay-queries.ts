import { queryOptions } from '@tanstack/react-query'
import { call } from './api'

export const replayQueries = {
  /** The last replays of a proposal; asked again while one runs. */
  list: (id: string) =>
    queryOptions({
      queryKey: ['replays', id] as const,
      queryFn: async ({ signal }) => (await call('listReplays', { params: { id } }, { signal })).items,
      refetchInterval: ({ state }) => (state.data?.[0]?.state === 'running' ? 700 : false),
    }),
}
