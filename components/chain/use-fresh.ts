'use client'

import { useEffect, useRef, useState } from 'react'
import type { ViewChain } from '@/lib/domain/chain-view/chain-view'
import { announce } from '@/components/ui/announcer'

/** Milliseconds a new row stays marked. */
const MARKED = 6_000
const NONE: ReadonlySet<string> = new Set()

/** Row keys of the events that came since the last reading, for a few seconds; said aloud once. */
export function useFresh(chain: ViewChain): ReadonlySet<string> {
  const [fresh, setFresh] = useState(NONE)
  const before = useRef(chain)
  useEffect(() => {
    const old = before.current
    before.current = chain
    if (old === chain || old.focus !== chain.focus) return
    const known = new Set(old.members.map(({ event_id }) => event_id))
    const come = chain.members.filter(({ event_id }) => !known.has(event_id))
    if (come.length === 0) return
    announce(come.length === 1 ? `${come[0]!.type} arrived` : `${come.length} events arrived`)
    setFresh(new Set(come.map(({ event_id }) => `event ${event_id}`)))
  }, [chain])
  useEffect(() => {
    if (fresh === NONE) return
    const timer = setTimeout(() => setFresh(NONE), MARKED)
    return () => clearTimeout(timer)
  }, [fresh])
  return fresh
}
