'use client'

import { useCallback, useState, type RefObject } from 'react'
import { useBeforePaint } from './use-before-paint'
import { indexesOf, visibleRows, type RowRange } from './visible-rows'

interface VirtualRowsOptions {
  count: number
  /** Height of every row in CSS pixels. */
  rowHeight: number
  /** Kept in the document even when far away, so that the focus never falls off the page. */
  keep?: number
  /** Pixels at the top of the window that sticky bars cover. */
  covered?: number
}

/** Height of the window that the server draws for. */
const SERVER_WINDOW = 900

/**
 * Rows of one height that scroll with the window: thousands of them, a few dozen in the document. The server renders
 * the first screenful, so nothing shifts when the browser takes over. `list` holds the rows: give it the height and
 * `position: relative`. Rows of one height need only arithmetic; rows that measure themselves are left out on purpose.
 */
export function useVirtualRows(
  list: RefObject<HTMLElement | null>,
  { count, rowHeight, keep, covered = 0 }: VirtualRowsOptions,
) {
  // The first render is the server's, wherever the browser has scrolled to meanwhile.
  const [range, setRange] = useState<RowRange>(() =>
    visibleRows({ count, rowHeight, above: 0, windowHeight: SERVER_WINDOW }),
  )

  const look = useCallback(() => {
    if (!list.current) return
    const above = -list.current.getBoundingClientRect().top
    const seen = visibleRows({ count, rowHeight, above, windowHeight: window.innerHeight })
    setRange((before) => (before.first === seen.first && before.last === seen.last ? before : seen))
  }, [list, count, rowHeight])

  useBeforePaint(() => {
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    // What stands above the list may change its height.
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
      observer.disconnect()
    }
  }, [look])

  /** Brings a row into sight, by the shortest way; a row that is in sight stays where it is. */
  function scrollTo(index: number): void {
    if (!list.current) return
    const top = list.current.getBoundingClientRect().top + index * rowHeight
    const bottom = top + 2 * rowHeight
    if (top < covered) window.scrollBy({ top: top - covered, behavior: 'instant' })
    else if (bottom > window.innerHeight) {
      window.scrollBy({ top: bottom - window.innerHeight, behavior: 'instant' })
    }
  }

  return {
    height: count * rowHeight,
    rows: indexesOf(range, count, keep).map((index) => ({ index, offset: index * rowHeight })),
    scrollTo,
  }
}
