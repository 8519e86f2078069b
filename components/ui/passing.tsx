'use client'

import { useRef, type ReactNode } from 'react'
import { useFocusBack } from './use-focus-back'

/** A control that goes when it has done its work, and where the focus goes then. */
export function Passing({ next, children }: { next: () => HTMLElement | null; children: ReactNode }) {
  const box = useRef<HTMLSpanElement>(null)
  useFocusBack(box, next)
  return (
    <span ref={box} className="contents">
      {children}
    </span>
  )
}
