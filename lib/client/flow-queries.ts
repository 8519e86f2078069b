import { queryOptions } from '@tanstack/react-query'
import { call } from './api'

/** What narrows the flows; absent means all of the last 30 days. */
export interface FlowFilter {
  days?: number
  type?: string
  owner?: string[]
  domain?: string[]
  min_share?: number
}

export const flowQueries = {
  all: ['flows'] as const,
  /** Measured edges of the last `days` days; with `type`, only those that touch it. */
  edges: (query: FlowFilter = {}) =>
    queryOptions({
      queryKey: ['flows', 'edges', query] as const,
      queryFn: ({ signal }) => call('getFlows', { query }, { signal }),
    }),
  /** Where more chains than usual stop. */
  incidents: () =>
    queryOptions({
      queryKey: ['flows', 'incidents'] as const,
      queryFn: ({ signal }) => call('listIncidents', {}, { signal }),
    }),
  /** Chains by shape; with a type, those that begin with it. */
  variants: (type: string) =>
    queryOptions({
      queryKey: ['flows', 'variants', type] as const,
      queryFn: ({ signal }) => call('listVariants', { query: type === '' ? {} : { type } }, { signal }),
    }),
  step: (query: { from: string; to: string; days?: number }) =>
    queryOptions({
      queryKey: ['flows', 'step', query] as const,
      queryFn: ({ signal }) => call('getFlowStep', { query }, { signal }),
    }),
}
