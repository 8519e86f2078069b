'use client'

import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { Rows } from '@/lib/domain/chain-view/rows'
import { ROW_HEIGHT } from './row-frame'

/**
 * Keeps a row where it is when rows come or go above it: late events appear without moving what one reads. That is the row
 * that has the focus, as long as it is in sight; else the one at the top of the window.
 */
export function useSteadyRows(list: RefObject<HTMLElement | null>, rows: Rows, covered: number): void {
  const before = useRef(rows)
  useLayoutEffect(() => {
    const old = before.current
    before.current = rows
    if (old === rows || list.current === null) return
    const start = list.current.getBoundingClientRect().top
    const focused = list.current.querySelector<HTMLElement>('[data-row]:focus')
    const focusedNow = focused === null ? -1 : Number(focused.dataset.row)
    const focusedKey = rows.at(focusedNow)?.key
    const focusedBefore = focusedKey === undefined ? -1 : old.indexOf(focusedKey)
    const y = start + focusedBefore * ROW_HEIGHT
    if (focusedBefore !== -1 && y >= covered && y + ROW_HEIGHT <= window.innerHeight) {
      if (focusedNow !== focusedBefore) window.scrollBy(0, (focusedNow - focusedBefore) * ROW_HEIGHT)
      return
    }
    const top = Math.floor((covered - start) / ROW_HEIGHT)
    const anchor = old.at(top)
    if (top <= 0 || anchor === undefined) return
    const now = rows.indexOf(anchor.key)
    if (now !== -1 && now !== top) window.scrollBy(0, (now - top) * ROW_HEIGHT)
  }, [list, rows, covered])
}
