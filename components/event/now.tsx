'use client'

import { createContext, use, useEffect, useState, type ReactNode } from 'react'

const NowContext = createContext(0)

/** Milliseconds between two ticks of relative times. */
const TICK = 15_000

/** The one `now` that relative times are drawn from: the server's at first, so that hydration agrees, then ticking. */
export function NowProvider({ at, children }: { at: number; children: ReactNode }) {
  const [now, setNow] = useState(at)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, TICK)
    return () => clearInterval(timer)
  }, [])
  return <NowContext value={now}>{children}</NowContext>
}

/** Milliseconds since 1970, as shared by everything on the page. */
export function useNow(): number {
  return use(NowContext)
}
