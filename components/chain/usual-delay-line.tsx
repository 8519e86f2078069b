'use client'

import { useQuery } from '@tanstack/react-query'
import { flowQueries } from '@/lib/client/flow-queries'
import { paths } from '@/lib/client/paths'
import { usualSentence } from '@/lib/domain/chain-view/usual-delay'
import { TextLink } from '@/components/ui/text-link'

/** How usual the delay of one step is, over all chains of the last 30 days. */
export function UsualDelayLine({ from, to, delay }: { from: string; to: string; delay: number }) {
  const { data } = useQuery({ ...flowQueries.step({ from, to }), staleTime: 300_000, retry: false })
  return (
    <span className="block min-h-5 text-ink-2">
      {data !== undefined && (
        <>
          {usualSentence(delay, data)} <TextLink href={paths.flows({ from, to })}>All such steps</TextLink>
        </>
      )}
    </span>
  )
}
