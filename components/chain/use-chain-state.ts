'use client'

import { throttle, useQueryStates } from 'nuqs'
import { chainParsers } from '@/lib/client/chain-url'

/** The state of the chain's page; it lives in the address. */
export function useChainState() {
  return useQueryStates(chainParsers, { history: 'replace', limitUrlUpdates: throttle(150) })
}
export type SetChainState = ReturnType<typeof useChainState>[1]
