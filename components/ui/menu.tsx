'use client'

import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'

export interface MenuItem {
  id: string
  label: ReactNode
  onSelect: () => void
  disabled?: boolean
}

/** A button that opens a list of actions; arrows, letters and Escape work. */
export function Menu({ trigger, items }: { trigger: ReactElement; items: readonly MenuItem[] }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="end" className="z-50">
          <Base.Popup className="min-w-40 rounded-lg border border-line-strong bg-surface p-1 shadow-raised">
            {items.map(({ id, label, onSelect, disabled }) => (
              <Base.Item
                key={id}
                onClick={onSelect}
                disabled={disabled}
                className="flex h-7 cursor-default items-center gap-2 rounded-md px-2 select-none data-disabled:opacity-50 data-highlighted:bg-hover"
              >
                {label}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
