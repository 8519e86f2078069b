'use client'

import { useCallback, useEffect, useState, type RefObject } from 'react'
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
  /** What scrolls where it is not the window. */
  scroller?: RefObject<HTMLElement | null>
}

/** Height of the window that the server draws for. */
const SERVER_WINDOW = 900
/** After a leap the rows stay sketches for so long, in milliseconds: nobody reads while the bar is being dragged. */
const SETTLE_MS = 100

/**
 * Rows of one height that scroll with the window, or in a pane of it: thousands of them, a few dozen in the document. The server renders
 * the first screenful, so nothing shifts when the browser takes over. `list` holds the rows: give it the height and
 * `position: relative`. Rows of one height need only arithmetic; rows that measure themselves are left out on purpose.
 */
export function useVirtualRows(
  list: RefObject<HTMLElement | null>,
  { count, rowHeight, keep, covered = 0, scroller }: VirtualRowsOptions,
) {
  // The first render is the server's, wherever the browser has scrolled to meanwhile.
  const [{ range, leap }, setSight] = useState<{ range: RowRange; leap: number | null }>(() => ({
    range: visibleRows({ count, rowHeight, above: 0, windowHeight: SERVER_WINDOW }),
    // The first row after a leap: none of those before is in sight any more.
    leap: null,
  }))

  const look = useCallback(() => {
    if (!list.current) return
    const { top, height } = frameOf(scroller)
    const above = top - list.current.getBoundingClientRect().top
    const seen = visibleRows({ count, rowHeight, above, windowHeight: height })
    setSight((before) => {
      const { first, last } = before.range
      if (first === seen.first && last === seen.last) return before
      if (seen.first <= last && seen.last >= first) return { range: seen, leap: before.leap }
      // They will have passed by before spare ones would be seen, and laying rows out is what a frame's time goes into.
      const range = visibleRows({ count, rowHeight, above, windowHeight: height, spare: 0 })
      return { range, leap: range.first }
    })
  }, [list, count, rowHeight, scroller])

  useEffect(() => {
    if (leap === null) return
    const settle = () => {
      setSight((now) => ({ ...now, leap: null }))
      // The spare rows in a frame of their own.
      requestAnimationFrame(look)
    }
    const timer = setTimeout(settle, SETTLE_MS)
    return () => clearTimeout(timer)
  }, [leap, look])

  useBeforePaint(() => {
    look()
    // The scrolling of a pane does not bubble.
    const options = { passive: true, capture: true }
    window.addEventListener('scroll', look, options)
    window.addEventListener('resize', look)
    // What stands above the list may change its height.
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    if (scroller?.current) observer.observe(scroller.current)
    return () => {
      window.removeEventListener('scroll', look, options)
      window.removeEventListener('resize', look)
      observer.disconnect()
    }
  }, [look, scroller])

  /** Brings a row into sight, by the shortest way; a row that is in sight stays where it is. */
  function scrollTo(index: number): void {
    if (!list.current) return
    const frame = frameOf(scroller)
    const top = list.current.getBoundingClientRect().top - frame.top + index * rowHeight
    const bottom = top + 2 * rowHeight
    const pane = scroller?.current ?? window
    const end = pane === window ? frame.height - coveredBelow() : frame.height
    if (top < covered) pane.scrollBy({ top: top - covered, behavior: 'instant' })
    else if (bottom > end) pane.scrollBy({ top: bottom - end, behavior: 'instant' })
  }

  return {
    height: count * rowHeight,
    rows: indexesOf(range, count, keep).map((index) => ({ index, offset: index * rowHeight })),
    scrollTo,
    /** Whether one leaps through the list: draw each row as cheaply as can be, it is gone in a moment. */
    isLeaping: leap !== null,
  }
}

/** Pixels at the bottom of the window that the bar of a narrow screen covers. */
function coveredBelow(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0
}

/** What one sees rows through, in pixels of the window. */
function frameOf(scroller: RefObject<HTMLElement | null> | undefined): { top: number; height: number } {
  const pane = scroller?.current
  return pane
    ? { top: pane.getBoundingClientRect().top, height: pane.clientHeight }
    : { top: 0, height: window.innerHeight }
}
