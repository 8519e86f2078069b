'use client'

import { useEffect } from 'react'

/** Calls `look` at once, and whenever the window scrolls or changes its size. @param look made by `useCallback` */
export function useWindowMoves(look: () => void): void {
  useEffect(() => {
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [look])
}
