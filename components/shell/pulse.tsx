'use client'

import { useQuery } from '@tanstack/react-query'
import { ApiProblem } from '@/lib/client/api'
import { healthQueries } from '@/lib/client/health-queries'

/** How many events arrive, or that the server is not well. */
export function Pulse() {
  const { data, error } = useQuery(healthQueries.now())
  // That the page's person is signed out is said elsewhere; the server is well.
  const isError = error !== null && !(error instanceof ApiProblem && error.is('unauthorized'))
  const unwell = isError || data?.status === 'degraded'
  const words = isError
    ? 'no connection'
    : data === undefined
      ? '– events/s'
      : data.status === 'degraded'
        ? 'database unwell'
        : `${rate(data.events_per_second)} events/s`
  return (
    <span
      role="status"
      title={unwell ? 'The server or its database does not answer as it should' : 'Events received a second'}
      className="hidden h-6 min-w-[6.5rem] items-center justify-center gap-1.5 rounded-md border border-line bg-surface px-2 text-xs whitespace-nowrap text-ink-2 sm:inline-flex"
    >
      <svg
        viewBox="0 0 8 8"
        width="7"
        height="7"
        aria-hidden
        className={unwell ? 'text-breaking' : 'text-safe'}
      >
        {unwell ? (
          <path d="m1 1 6 6M7 1 1 7" stroke="currentColor" strokeWidth="1.6" />
        ) : (
          <circle cx="4" cy="4" r="3.5" fill="currentColor" />
        )}
      </svg>
      {words}
    </span>
  )
}

/** One decimal below ten, whole numbers above. */
function rate(perSecond: number): string {
  return perSecond > 0 && perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString('en')
}
