'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * What only the browser knows and what never changes there; `before` on the server and until the page listens, so that
 * both draw the same.
 */
export function useInBrowser<T extends string | boolean>(read: () => T, before: T): T {
  return useSyncExternalStore(never, read, () => before)
}
