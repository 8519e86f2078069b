'use client'

import { useQuery } from '@tanstack/react-query'
import { eventQueries } from '@/lib/client/event-queries'
import { unpackChain } from '@/lib/domain/chain-view/chain-columns'

/** A larger chain is read again less often: each reading carries all of it. */
const READ_AGAIN: readonly [members: number, ms: number][] = [
  [1_000, 4_000],
  [10_000, 20_000],
]

/** The chain, read again every few seconds while the page is looked at; the very largest only when asked. */
export function useChain(eventId: string) {
  return useQuery({
    ...eventQueries.chain(eventId),
    select: unpackChain,
    refetchInterval: ({ state: { data } }) => {
      const members = data?.parents.length ?? 0
      return READ_AGAIN.find(([most]) => members <= most)?.[1] ?? false
    },
  })
}
