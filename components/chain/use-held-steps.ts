'use client'

import { useEffect, useMemo, type RefObject } from 'react'
import { heldPlaces } from '@/lib/domain/chain-view/rows'
import { ROW_HEIGHT } from './row-frame'
import type { ChainRows } from './use-chain-rows'

/**
 * Gives steps that became known late their rows as soon as those push down nothing that one sees: below the window, at
 * the end of the tree, or above the window, where `useSteadyRows` keeps what is in sight where it is.
 */
export function useHeldSteps(view: ChainRows, list: RefObject<HTMLElement | null>, covered: number): void {
  const { tree, rows, awaited, release } = view
  const places = useMemo(() => heldPlaces(rows, awaited), [rows, awaited])
  useEffect(() => {
    if (places.size === 0) return
    const look = () => {
      const box = list.current?.getBoundingClientRect()
      if (box === undefined) return
      const first = (covered - box.top) / ROW_HEIGHT
      const last = (window.innerHeight - box.top) / ROW_HEIGHT
      const free = [...places].filter(([, place]) => place <= first || place >= last || place === rows.length)
      if (free.length > 0) release(free.map(([node]) => tree.chain.members[tree.member[node]!]!.event_id))
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [places, tree, rows, release, list, covered])
}
