'use client'

import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { Rows } from '@/lib/domain/chain-view/rows'
import { ROW_HEIGHT } from './row-frame'

/**
 * Keeps the row at the top of the window where it is when rows come or go above it: late events appear without moving
 * what one reads.
 */
export function useSteadyRows(list: RefObject<HTMLElement | null>, rows: Rows, covered: number): void {
  const before = useRef(rows)
  useLayoutEffect(() => {
    const old = before.current
    before.current = rows
    if (old === rows || list.current === null) return
    const top = Math.floor((covered - list.current.getBoundingClientRect().top) / ROW_HEIGHT)
    const anchor = old.at(top)
    if (top <= 0 || anchor === undefined) return
    const now = rows.indexOf(anchor.key)
    if (now !== -1 && now !== top) window.scrollBy(0, (now - top) * ROW_HEIGHT)
  }, [list, rows, covered])
}
