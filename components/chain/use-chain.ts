'use client'

import { useQuery } from '@tanstack/react-query'
import { eventQueries } from '@/lib/client/event-queries'
import type { Chain, ChainMember } from '@/lib/contracts/chain'

/** A larger chain is read again less often: each reading carries all of it. */
const READ_AGAIN: readonly [members: number, ms: number][] = [
  [1_000, 4_000],
  [10_000, 20_000],
]

/** The chain, read again every few seconds while the page is looked at; the very largest only when asked. */
export function useChain(eventId: string) {
  return useQuery({
    ...eventQueries.chain(eventId),
    structuralSharing: (before, after) => sameOrNew(before as Chain | undefined, after as Chain),
    refetchInterval: ({ state: { data } }) => {
      const members = data?.members.length ?? 0
      return READ_AGAIN.find(([most]) => members <= most)?.[1] ?? false
    },
  })
}

/** The chain that is on the screen where nothing about it changed, so that 100,000 rows are not laid out again. */
export function sameOrNew(before: Chain | undefined, after: Chain): Chain {
  const same =
    before !== undefined &&
    before.members.length === after.members.length &&
    before.missing.length === after.missing.length &&
    before.members.every((member, index) => isSame(member, after.members[index]!))
  return same ? before : after
}

/** A stored event never changes; these may, with what arrives after it. */
function isSame(before: ChainMember, after: ChainMember): boolean {
  return (
    before.event_id === after.event_id &&
    before.depth === after.depth &&
    before.status === after.status &&
    before.deliveries === after.deliveries &&
    before.joined_by === after.joined_by &&
    before.flags.length === after.flags.length
  )
}
