'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { EventSummary } from '@/lib/contracts/event'
import { addressOf } from './api'
import type { EventFilter } from './event-queries'

/** Milliseconds in which what arrives is drawn at once. */
const GATHER = 150
/** Milliseconds until a stream is asked for again that was refused, as by a proxy whose server restarts: browsers give up then. */
const ASK_AGAIN = 5_000

export type StreamState = 'off' | 'connecting' | 'live' | 'broken'

export interface EventStream {
  /** Newest first, at most `most`. */
  events: readonly EventSummary[]
  /** All that came since the stream was switched on. */
  count: number
  /** The day (`2026-11-23`, UTC) before which retention dropped events that this stream has missed; null for none. */
  droppedBefore: string | null
  state: StreamState
  /** Asks for a broken stream at once. */
  askAgain: () => void
}

const NOTHING = { events: [], count: 0 }

/**
 * The live tail while `running`. After a broken connection, and after a pause, it goes on behind the last event it has
 * seen: nothing is left out but what retention dropped meanwhile, nothing comes twice. Another filter is another stream: give the component a key.
 */
export function useEventStream(filter: EventFilter, running: boolean, most: number): EventStream {
  const [gathered, setGathered] = useState<Pick<EventStream, 'events' | 'count'>>(NOTHING)
  const [droppedBefore, setDroppedBefore] = useState<string | null>(null)
  const [state, setState] = useState<Exclude<StreamState, 'off'>>('connecting')
  const [attempt, setAttempt] = useState(0)
  const address = addressOf('streamEvents', {}, tailOf(filter))
  const after = useRef('')

  useEffect(() => {
    if (!running) return
    const mark = address.includes('?') ? '&' : '?'
    const source = new EventSource(after.current === '' ? address : `${address}${mark}after=${after.current}`)
    let waiting: EventSummary[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    function draw(): void {
      timer = undefined
      const fresh = waiting.reverse()
      waiting = []
      setGathered(({ events, count }) => ({
        events: [...fresh, ...events].slice(0, most),
        count: count + fresh.length,
      }))
    }
    const note = (event: MessageEvent<string>) => {
      after.current = event.lastEventId
    }
    source.addEventListener('place', note)
    source.addEventListener('gap', ({ data }: MessageEvent<string>) => {
      setDroppedBefore((JSON.parse(data) as { dropped_before: string }).dropped_before)
    })
    source.onmessage = (event: MessageEvent<string>) => {
      note(event)
      waiting.push(JSON.parse(event.data) as EventSummary)
      timer ??= setTimeout(draw, GATHER)
    }
    source.onopen = () => setState('live')
    let again: ReturnType<typeof setTimeout> | undefined
    source.onerror = () => {
      const isRefused = source.readyState === EventSource.CLOSED
      setState(isRefused ? 'broken' : 'connecting')
      if (isRefused) again = setTimeout(() => setAttempt((before) => before + 1), ASK_AGAIN)
    }
    return () => {
      source.close()
      clearTimeout(timer)
      clearTimeout(again)
      if (waiting.length > 0) draw()
    }
  }, [address, running, most, attempt])

  const askAgain = useCallback(() => setAttempt((before) => before + 1), [])
  return { ...gathered, droppedBefore, state: running ? state : 'off', askAgain }
}

/** The tail knows no absence: an event that has just come lacks everything yet. */
function tailOf({ without: _, within: __, ...filter }: EventFilter) {
  return filter
}
