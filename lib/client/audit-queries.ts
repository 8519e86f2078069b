import { infiniteQueryOptions } from '@tanstack/react-query'
import type { AuditQuery } from '@/lib/contracts/audit'
import { call } from './api'

const ENTRIES_A_PAGE = 50

/** What of it is looked at: one kind of deed, or what one of them did. */
export type AuditFilter = Pick<AuditQuery, 'action' | 'actor'>

export const auditQueries = {
  all: ['audit'] as const,
  pages: (filter: AuditFilter) =>
    infiniteQueryOptions({
      queryKey: ['audit', filter] as const,
      queryFn: ({ pageParam, signal }) =>
        call('listAudit', { query: { ...filter, cursor: pageParam, limit: ENTRIES_A_PAGE } }, { signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    }),
}
