'use client'

import { useCallback, useMemo, useState } from 'react'
import type { ChainState } from '@/lib/client/chain-url'
import type { SetChainState } from './use-chain-state'

/** An address longer than this is cut off by mail programs and proxies; what is more lives as long as the page. */
const MOST_FLIPS = 40

/** Rows turned by hand: in the address as long as they are few, else in memory. */
export function useFlips(state: ChainState, setState: SetChainState) {
  const [many, setMany] = useState<ReadonlySet<string> | null>(null)
  const flipped = useMemo(() => many ?? new Set(state.flip), [many, state.flip])
  const setFlipped = useCallback(
    (next: ReadonlySet<string>) => {
      const fits = next.size <= MOST_FLIPS
      setMany(fits ? null : next)
      void setState({ flip: fits && next.size > 0 ? [...next] : null })
    },
    [setState],
  )
  return { flipped, setFlipped }
}
