'use client'

import { useCallback, useState } from 'react'
import { useWindowMoves } from '@/components/ui/use-window-moves'

/** Pixels from the top within which one sees what comes. */
const TOP = 160

/**
 * How many of the newest rows are held back: those that came since one scrolled down, so that nothing moves what one
 * reads. @param count all rows that ever came
 */
export function useHeldRows(count: number): number {
  const [heldFrom, setHeldFrom] = useState<number | null>(null)
  const look = useCallback(() => {
    setHeldFrom((before) => (window.scrollY <= TOP ? null : (before ?? count)))
  }, [count])
  useWindowMoves(look)
  return heldFrom === null ? 0 : count - heldFrom
}
