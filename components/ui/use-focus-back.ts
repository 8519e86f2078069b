'use client'

import { useRef, type RefObject } from 'react'
import { useBeforePaint } from './use-before-paint'

/**
 * Where a box goes with the focus in it, the focus goes on to what `backTo` answers then: it would otherwise begin at the
 * top of the page. What opened in its place, and has the focus, keeps it.
 */
export function useFocusBack(box: RefObject<HTMLElement | null>, backTo: () => HTMLElement | null): void {
  const back = useRef(backTo)
  useBeforePaint(() => {
    back.current = backTo
  }, [backTo])
  useBeforePaint(() => {
    const element = box.current
    return () => {
      const { activeElement } = document
      // A dialog stands elsewhere in the page, and goes with what opened it.
      if (!element?.contains(activeElement) && !activeElement?.closest('[role=dialog]')) return
      // Once it is out of the page.
      queueMicrotask(() => {
        if (document.activeElement === document.body) back.current()?.focus()
      })
    }
  }, [box])
}
