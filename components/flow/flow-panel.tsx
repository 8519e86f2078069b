'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

interface FlowPanelProps {
  label: string
  title: ReactNode
  /** Whether the focus goes to it as it opens: what opened it may be gone by then. */
  takesFocus?: boolean
  onClose: () => void
  children: ReactNode
}

/** What is selected, beside the map or table; below 1280 px a sheet over the foot of the page. */
export function FlowPanel({ label, title, takesFocus = false, onClose, children }: FlowPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    // Escape closes it from wherever the focus is inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <aside
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
      className="fixed inset-x-0 bottom-[var(--bar-height)] z-20 max-h-[62dvh] overflow-y-auto border-t border-line-strong bg-bg px-4 py-3 shadow-raised lg:bottom-0 lg:left-[var(--side-width)] xl:sticky xl:top-[var(--header-height)] xl:bottom-auto xl:left-auto xl:h-[calc(100dvh-var(--header-height))] xl:max-h-none xl:w-[24.5rem] xl:shrink-0 xl:border-t-0 xl:border-l xl:border-line xl:shadow-none"
    >
      <div className="flex items-start gap-2">
        <h2 ref={heading} tabIndex={-1} className="min-w-0 flex-1 text-base font-medium">
          {title}
        </h2>
        <IconButton label="Close the panel" onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </div>
      {children}
    </aside>
  )
}
