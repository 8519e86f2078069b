'use client'

import { parseAsBoolean, useQueryState } from 'nuqs'

/** Whether the form of a page is open, as `?new=true` or `?edit=true` in the address: back closes it. */
export function useOpenForm(name: 'new' | 'edit') {
  const [isOpen, setOpen] = useQueryState(
    name,
    parseAsBoolean.withDefault(false).withOptions({ history: 'push' }),
  )
  return {
    isOpen,
    open: () => void setOpen(true),
    close: () => void setOpen(null, { history: 'replace' }),
  }
}
