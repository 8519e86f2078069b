'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether this page listens: what the server drew is there before anybody hears what is done with it. */
export function useReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
