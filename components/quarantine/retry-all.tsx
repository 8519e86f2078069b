'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { allItems } from '@/lib/client/all-items'
import { call } from '@/lib/client/api'
import { eventQueries } from '@/lib/client/event-queries'
import { formError } from '@/lib/client/field-errors'
import { quarantineQueries, type QuarantineFilter } from '@/lib/client/quarantine-queries'
import { Button } from '@/components/ui/button'

interface Progress {
  done: number
  of: number
  /** How many of them are events now. */
  events: number
}

/** Receives every message once more that the search finds: one fix of a mapping or a schema is for all of them. */
export function RetryAll({ filter, count }: { filter: QuarantineFilter; count: number }) {
  const client = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const isStopped = useRef(false)
  const retry = useMutation({
    mutationFn: async () => {
      isStopped.current = false
      setProgress({ done: 0, of: count, events: 0 })
      // All ids first: what becomes an event leaves the list that is walked.
      const messages = await allItems((cursor) =>
        call('listQuarantine', { query: { ...filter, cursor, limit: 1_000 } }),
      )
      let events = 0
      for (const [index, { id }] of messages.entries()) {
        if (isStopped.current) break
        const { status } = await call('retryQuarantined', { params: { id } })
        if (status !== 'quarantined') events++
        setProgress({ done: index + 1, of: messages.length, events })
      }
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: quarantineQueries.all })
      void client.invalidateQueries({ queryKey: eventQueries.all })
    },
  })
  return (
    <>
      <span role="status" className="text-xs text-ink-2">
        {progress !== null && wordsOf(progress, retry.isPending)}
        {retry.error !== null && <span className="ml-2 text-breaking">{formError(retry.error)}</span>}
      </span>
      {retry.isPending ? (
        <Button size="small" className="!h-7" onClick={() => (isStopped.current = true)}>
          Stop
        </Button>
      ) : (
        count > 0 && (
          <Button size="small" className="!h-7" onClick={() => retry.mutate()}>
            {count === 1 ? 'Try it again' : `Try all ${count.toLocaleString('en-US')} again`}
          </Button>
        )
      )}
    </>
  )
}

function wordsOf({ done, of, events }: Progress, isRunning: boolean): string {
  const became = events === 1 ? '1 is an event now' : `${events.toLocaleString('en-US')} are events now`
  return `${isRunning ? 'Trying' : 'Tried'} ${done.toLocaleString('en-US')} of ${of.toLocaleString('en-US')}: ${became}.`
}
