'use client'

import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useBeforePaint } from './use-before-paint'

interface UntilFoundProps {
  shown: boolean
  /** The browser is about to go there: it has to be shown at once, or what comes before it would push it away. */
  onFound?: () => void
  children: ReactNode
}

/**
 * What is not shown, and takes no room, but stands in the page: the browser's search and `#…` find it. Browsers that do not know this hide it altogether. Paddings belong inside.
 */
export function UntilFound({ shown, onFound, children }: UntilFoundProps) {
  const box = useRef<HTMLDivElement>(null)
  useBeforePaint(() => {
    // To React, `hidden` is a yes or a no.
    if (!shown) box.current?.setAttribute('hidden', 'until-found')
  }, [shown])
  const found = useEffectEvent(() => flushSync(() => onFound?.()))
  useEffect(() => {
    const element = box.current
    const onMatch = ({ target }: Event) => target === element && found()
    element?.addEventListener('beforematch', onMatch)
    return () => element?.removeEventListener('beforematch', onMatch)
  }, [])
  return (
    <div ref={box} hidden={!shown}>
      {children}
    </div>
  )
}
