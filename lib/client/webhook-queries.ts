import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from './api'

const DELIVERIES_A_PAGE = 20
/** While a message is on its way somebody looks on. */
const WATCH_MS = 2_000
/** Whether one that fails is well again. */
const FAILING_WATCH_MS = 5_000

export const webhookQueries = {
  all: ['webhooks'] as const,
  list: () =>
    queryOptions({
      queryKey: ['webhooks', 'list'] as const,
      queryFn: ({ signal }) => call('listWebhooks', {}, { signal }),
      refetchInterval: (query) =>
        query.state.data?.items.some(({ on, failing_since }) => on && failing_since !== null)
          ? FAILING_WATCH_MS
          : false,
    }),
  deliveries: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['webhooks', 'deliveries', id] as const,
      queryFn: ({ pageParam, signal }) =>
        call(
          'listDeliveries',
          { params: { id }, query: { cursor: pageParam, limit: DELIVERIES_A_PAGE } },
          { signal },
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
      refetchInterval: (query) =>
        query.state.data?.pages.some(({ items }) => items.some(({ state }) => state === 'waiting'))
          ? WATCH_MS
          : false,
    }),
}
