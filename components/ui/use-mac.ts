'use client'

import { useInBrowser } from './use-in-browser'

/** Whether the modifier key is ⌘; Ctrl is assumed until the browser is known. */
export function useMac(): boolean {
  return useInBrowser(() => /Mac|iPhone|iPad/.test(navigator.platform), false)
}
