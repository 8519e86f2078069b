'use client'

import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useBeforePaint } from './use-before-paint'
import { useFocusBack } from './use-focus-back'

interface OpenedProps {
  /** By Escape; without it, only what is inside closes it. */
  onClose?: () => void
  /** Where the focus goes when this is gone with it, where what had it before is gone, too. Asked then. */
  backTo: () => HTMLElement | null
  children: ReactNode
  className?: string
}

const CONTROLS = 'input:not([type=hidden]), select, textarea, button, a[href]'

/**
 * What opens in the page at a button's asking: a form, a question, a secret. It takes the focus, closes by Escape and gives
 * the focus back; the first control has it, or the one with `data-focus-first`. Whoever works with the keyboard alone would begin at the top of the page each time.
 */
export function Opened({ onClose, backTo, children, className }: OpenedProps) {
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<Element | null>(null)
  useFocusBack(box, () => {
    const { current } = opener
    return current instanceof HTMLElement && current.isConnected ? current : backTo()
  })
  useBeforePaint(() => {
    if (document.activeElement !== document.body) opener.current = document.activeElement
    const find = (what: string) => box.current?.querySelector<HTMLElement>(what)
    ;(find('[data-focus-first]') ?? find(CONTROLS))?.focus()
  }, [])
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || !onClose) return
    event.preventDefault()
    onClose()
  }
  return (
    // The keys come from the controls inside: the box itself takes none.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div ref={box} onKeyDown={onKeyDown} className={className}>
      {children}
    </div>
  )
}
