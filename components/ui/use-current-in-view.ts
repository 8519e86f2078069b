'use client'

import { useEffect, useRef, type RefObject } from 'react'

/** Scrolls a strip of links sideways until the current one is seen: on a narrow screen it may stand beyond the edge. */
export function useCurrentInView(current: string): RefObject<HTMLElement | null> {
  const strip = useRef<HTMLElement>(null)
  useEffect(() => {
    const link = strip.current?.querySelector<HTMLElement>('[aria-current=page]')
    if (!strip.current || !link) return
    const { left, right } = link.getBoundingClientRect()
    const edges = strip.current.getBoundingClientRect()
    if (left < edges.left) strip.current.scrollLeft += left - edges.left - MARGIN
    else if (right > edges.right) strip.current.scrollLeft += right - edges.right + MARGIN
  }, [current])
  return strip
}

/** Pixels that show that there is more beside it. */
const MARGIN = 24
