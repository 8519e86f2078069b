'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { eventQueries } from '@/lib/client/event-queries'
import { unpackChain } from '@/lib/domain/chain-view/chain-columns'

/** A larger chain is read again less often: each reading carries all of it. */
const READ_AGAIN: readonly [members: number, ms: number][] = [
  [3_000, 4_000],
  [10_000, 20_000],
]

/** The chain, read again every few seconds while the page is looked at; the very largest only when asked. */
export function useChain(eventId: string) {
  const { data, error, refetch } = useQuery({
    ...eventQueries.chain(eventId),
    refetchInterval: ({ state: { data } }) => {
      const members = data?.parents.length ?? 0
      return READ_AGAIN.find(([most]) => members <= most)?.[1] ?? false
    },
  })
  // A large one is drawn in parts that the browser may draw and listen between.
  const columns = useDeferredValue(data)
  // Not by `select`: what decides whether anything changed would then be asked of both forms.
  const chain = useMemo(() => columns && unpackChain(columns), [columns])
  return { data: chain, error, refetch }
}
