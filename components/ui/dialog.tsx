'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

interface DialogProps {
  /** Only for one that stays where it is while it is closed, to leave softly. */
  open?: boolean
  /** By Escape, a click beside it, or its button. */
  onClose: () => void
  title: string
  description?: ReactNode
  /** Where the focus goes first; the first control otherwise. */
  initialFocus?: RefObject<HTMLElement | null>
  wide?: boolean
  children: ReactNode
}

/**
 * A dialog over the page: holds the focus, closes by Escape, gives the focus back. Load it lazily (`next/dynamic`)
 * where it is not open from the start.
 */
export function Dialog({
  open = true,
  onClose,
  title,
  description,
  initialFocus,
  wide = false,
  children,
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(wanted) => !wanted && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          initialFocus={initialFocus}
          className={classNames(
            'fixed top-[max(2rem,10dvh)] left-1/2 z-40 flex max-h-[min(85dvh,50rem)] w-[calc(100vw-1.5rem)] -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line-strong bg-surface shadow-raised transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0',
            wide ? 'max-w-3xl' : 'max-w-lg',
          )}
        >
          <header className="flex items-start gap-3 border-b border-line px-4 py-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-base font-semibold">{title}</Base.Title>
              {description !== undefined && (
                <Base.Description className="text-ink-2">{description}</Base.Description>
              )}
            </div>
            <Base.Close
              aria-label="Close"
              className="-mr-1 inline-flex size-7 items-center justify-center rounded-md text-ink-3 hover:bg-hover hover:text-ink"
            >
              <Icon name="close" />
            </Base.Close>
          </header>
          <div className="min-h-0 overflow-y-auto p-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
