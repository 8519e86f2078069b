'use client'

import {
  defaultRangeExtractor,
  observeWindowOffset,
  useWindowVirtualizer,
  windowScroll,
  type Range,
} from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect

interface VirtualRowsOptions {
  count: number
  /** Height of every row in CSS pixels. */
  rowHeight: number
  /** Kept in the document even when far away, so that the focus never falls off the page. */
  keep?: number
  /** Pixels at the top of the window that sticky bars cover. */
  covered?: number
}

/**
 * Rows of one height that scroll with the window: thousands of them, a few dozen in the document. The server renders
 * the first screenful, so nothing shifts when the browser takes over. `list` holds the rows: give it the height and
 * `position: relative`.
 */
export function useVirtualRows(
  list: RefObject<HTMLElement | null>,
  { count, rowHeight, keep, covered = 0 }: VirtualRowsOptions,
) {
  const top = useTopOf(list)
  const isMounted = useRef(false)
  useEffect(() => {
    isMounted.current = true
  }, [])
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: top,
    scrollPaddingStart: covered,
    scrollPaddingEnd: rowHeight,
    // The first render is the server's, wherever the browser has scrolled to meanwhile.
    initialRect: { width: 1_440, height: 900 },
    initialOffset: 0,
    // And from then on the window's place counts: the list follows it, and never begins by scrolling to its own.
    observeElementOffset: (instance, tell) => {
      const stop = observeWindowOffset(instance, tell)
      tell(window.scrollY, false)
      return stop
    },
    scrollToFn: (offset, options, instance) => {
      if (isMounted.current) windowScroll(offset, options, instance)
    },
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range)
        if (keep === undefined || keep >= range.count || indexes.includes(keep)) return indexes
        return [...indexes, keep].sort((a, b) => a - b)
      },
      [keep],
    ),
  })
  return {
    height: virtualizer.getTotalSize(),
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, offset: start - top })),
    scrollTo: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  }
}

/** Distance of an element from the top of the document; what stands above it may change its height. */
function useTopOf(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useBeforePaint(() => {
    const measure = () => {
      if (element.current) setTop(Math.round(element.current.getBoundingClientRect().top + window.scrollY))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [element])
  return top
}
