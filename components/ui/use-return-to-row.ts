'use client'

import { useBeforePaint } from './use-before-paint'

interface LeftRow {
  readonly key: string
  readonly index: number
}

/** Which row each list was left by, by the address and the list's name, as long as the page lives. */
const left = new Map<string, LeftRow>()

/** Addresses and lists differ as much as people filter: beyond these the oldest is forgotten. */
const MOST = 50

function placeOf(list: string): string {
  return `${window.location.pathname}${window.location.search} ${list}`
}

/** A row's link was followed: whoever comes back goes on from there. */
export function leaveByRow(list: string, row: LeftRow): void {
  const place = placeOf(list)
  left.delete(place)
  left.set(place, row)
  const [oldest] = left.keys()
  if (left.size > MOST && oldest !== undefined) left.delete(oldest)
}

/** Where one comes back to a list and nothing has the focus, the row one left it by is given to `onReturn`. */
export function useReturnToRow(list: string, onReturn: (row: LeftRow) => void): void {
  useBeforePaint(() => {
    const row = left.get(placeOf(list))
    if (row && document.activeElement === document.body) onReturn(row)
  }, [])
}
