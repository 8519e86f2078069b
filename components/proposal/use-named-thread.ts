'use client'

import { useEffect, useSyncExternalStore } from 'react'

const PREFIX = '#thread-'

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}

/** The id of the thread that the address names (`#thread-…`), or null. It is brought into view once it is in the page. */
export function useNamedThread(): string | null {
  const hash = useSyncExternalStore(
    subscribe,
    () => window.location.hash,
    () => '',
  )
  const named = hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : null
  useEffect(() => {
    if (named === null) return
    const card = document.getElementById(`thread-${named}`)
    const fold = card?.closest('details')
    if (fold) fold.open = true
    card?.scrollIntoView()
  }, [named])
  return named
}
