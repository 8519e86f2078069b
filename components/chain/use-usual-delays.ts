'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { flowQueries } from '@/lib/client/flow-queries'
import type { UsualDelay } from '@/lib/domain/chain-view/usual-delay'

export type UsualDelays = ReadonlyMap<string, ReadonlyMap<string, UsualDelay>>

/** Usual delays by the cause's and the effect's type, over the last 30 days; empty until they are there. */
export function useUsualDelays(): UsualDelays {
  const { data } = useQuery({ ...flowQueries.edges(), staleTime: 300_000 })
  return useMemo(() => {
    const byCause = new Map<string, Map<string, UsualDelay>>()
    for (const edge of data?.edges ?? []) {
      const effects = byCause.get(edge.from)
      if (effects === undefined) byCause.set(edge.from, new Map([[edge.to, edge]]))
      else effects.set(edge.to, edge)
    }
    return byCause
  }, [data])
}
