'use client'

import { useCallback, useMemo, type RefObject } from 'react'
import { heldPlaces } from '@/lib/domain/chain-view/list-rows'
import { useWindowMoves } from '@/components/ui/use-window-moves'
import { ROW_HEIGHT } from './row-frame'
import type { ChainRows } from './use-chain-rows'

/**
 * Gives steps that became known late their rows as soon as those push down nothing that one sees: below the window, at
 * the end of the tree, or above the window, where `useSteadyRows` keeps what is in sight where it is.
 */
export function useHeldSteps(view: ChainRows, list: RefObject<HTMLElement | null>, covered: number): void {
  const { tree, rows, awaited, release } = view
  const places = useMemo(() => heldPlaces(rows, awaited), [rows, awaited])
  const look = useCallback(() => {
    if (places.size === 0) return
    const box = list.current?.getBoundingClientRect()
    if (box === undefined) return
    const first = (covered - box.top) / ROW_HEIGHT
    const last = (window.innerHeight - box.top) / ROW_HEIGHT
    const free = [...places].filter(([, place]) => place <= first || place >= last || place === rows.length)
    if (free.length > 0) release(free.map(([node]) => tree.chain.members[tree.member[node]!]!.event_id))
  }, [places, tree, rows, release, list, covered])
  useWindowMoves(look)
}
