'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether the modifier key is ⌘; Ctrl is assumed until the browser is known. */
export function useMac(): boolean {
  return useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  )
}
