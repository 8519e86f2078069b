'use client'

import { useRef, type ReactNode } from 'react'
import { useBeforePaint } from './use-before-paint'

interface UntilFoundProps {
  shown: boolean
  children: ReactNode
}

/**
 * What is not shown, and takes no room, but stands in the page: the browser's search and `#…` find it, and say so by a
 * `beforematch` event. Browsers that do not know this hide it altogether. Paddings belong inside.
 */
export function UntilFound({ shown, children }: UntilFoundProps) {
  const box = useRef<HTMLDivElement>(null)
  useBeforePaint(() => {
    // To React, `hidden` is a yes or a no.
    if (!shown) box.current?.setAttribute('hidden', 'until-found')
  }, [shown])
  return (
    <div ref={box} hidden={!shown}>
      {children}
    </div>
  )
}
