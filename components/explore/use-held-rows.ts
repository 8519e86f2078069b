'use client'

import { useCallback, useState } from 'react'
import { useWindowMoves } from '@/components/ui/use-window-moves'

/** Pixels from the top within which one sees what comes. */
const TOP = 160

/** Newest first, and how many ever came. */
interface Come<T> {
  events: readonly T[]
  count: number
}

/**
 * The rows that are shown of those that come, and how many are held back: those that came since one scrolled down, so
 * that nothing moves or goes that one reads.
 */
export function useHeldRows<T>({ events, count }: Come<T>): Come<T> & { held: number } {
  const [kept, setKept] = useState<Come<T> | null>(null)
  const look = useCallback(() => {
    setKept((before) => (window.scrollY <= TOP ? null : (before ?? { events, count })))
  }, [events, count])
  useWindowMoves(look)
  const shown = kept ?? { events, count }
  return { ...shown, held: count - shown.count }
}
