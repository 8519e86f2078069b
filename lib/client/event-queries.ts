import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ChainColumns } from '@/lib/contracts/chain-columns'
import type { EventPage, Validity } from '@/lib/contracts/event'
import { call } from './api'
import { sameOrNew } from './same-chain'

/** What narrows Explore; instants are RFC 3339 texts. */
export interface EventFilter {
  type?: string
  version?: string
  owner?: string
  domain?: string
  service?: string
  trace_id?: string
  key?: string
  from?: string
  to?: string
  validity?: Validity
  kind?: 'domain' | 'cud'
  /** Only events without a child of this type, with `within` seconds for it to come. */
  without?: string
  within?: number
}

/** Rows of one page of the list. */
export const EVENTS_A_PAGE = 200

export const eventQueries = {
  all: ['events'] as const,
  list: (filter: EventFilter = {}, limit: number = EVENTS_A_PAGE) =>
    infiniteQueryOptions({
      queryKey: ['events', 'list', filter, limit] as const,
      queryFn: ({ pageParam, signal }): Promise<EventPage> =>
        call('listEvents', { query: { ...filter, cursor: pageParam ?? undefined, limit } }, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next_cursor,
    }),
  detail: (eventId: string) =>
    queryOptions({
      queryKey: ['events', 'detail', eventId] as const,
      queryFn: ({ signal }) => call('getEvent', { params: { event_id: eventId } }, { signal }),
    }),
  chain: (eventId: string) =>
    queryOptions({
      queryKey: ['events', 'chain', eventId] as const,
      queryFn: ({ signal }) => call('getChainColumns', { params: { event_id: eventId } }, { signal }),
      structuralSharing: (before, after) =>
        sameOrNew(before as ChainColumns | undefined, after as ChainColumns),
    }),
  /** What should come next in its chain. */
  expectations: (eventId: string) =>
    queryOptions({
      queryKey: ['events', 'expectations', eventId] as const,
      queryFn: ({ signal }) => call('getExpectations', { params: { event_id: eventId } }, { signal }),
    }),
  /** How rare the shape of its chain is, which now has so many events. */
  variant: (eventId: string, size: number) =>
    queryOptions({
      queryKey: ['events', 'variant', eventId, size] as const,
      queryFn: ({ signal }) => call('getChainVariant', { params: { event_id: eventId } }, { signal }),
      placeholderData: (before) => before,
    }),
}
