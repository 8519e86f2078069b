'use client'

import { useEffect, useEffectEvent, useState } from 'react'

/** Pixels from the top within which one sees what comes. */
const TOP = 160

/**
 * How many of the newest rows are held back: those that came since one scrolled down, so that nothing moves what one
 * reads. @param count all rows that ever came
 */
export function useHeldRows(count: number): number {
  const [heldFrom, setHeldFrom] = useState<number | null>(null)
  const onScroll = useEffectEvent(() => {
    if (window.scrollY <= TOP) setHeldFrom(null)
    else setHeldFrom((before) => before ?? count)
  })
  useEffect(() => {
    const listener = () => onScroll()
    window.addEventListener('scroll', listener, { passive: true })
    return () => window.removeEventListener('scroll', listener)
  }, [])
  return heldFrom === null ? 0 : count - heldFrom
}
