import 'server-only'
import type { EventStreamQuery } from '@/lib/contracts/event'
import { findTypeIds, type EventFilter } from '@/lib/server/stores/event-list-store'
import { toSummary } from '@/lib/server/stores/event-summary'
import { readHorizon, readTail, type LogPlace, type TailRow } from '@/lib/server/stores/event-tail-store'
import { readDroppedBehind } from '@/lib/server/stores/retention-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { eventMasks } from './event-masks'
import { getSettings } from '@/lib/server/services/installation/get-settings'
import { logPlaceName, logPlaceOf } from './log-place'
import { problem } from '@/lib/server/services/problem'

/** Milliseconds between two looks at the log: what arrives is on the screen within a second. */
const LOOK_AGAIN = 500
/** A line now and then tells proxies that the connection lives, and the browser where to go on after a break. */
const HEARTBEAT = 15_000
/** Events that one look reads. */
const STRIDE = 500
/** Streams of one process; each looks into the log by itself. */
const MOST_STREAMS = 200
/** What a browser waits before it connects again. */
const RETRY = 1_000

let streams = 0

interface Following {
  readonly query: EventStreamQuery
  readonly lastEventId: string | null
  /** Who follows by now. @throws Problem `unauthorized` */
  readonly identifyAgain: () => Promise<Actor>
}

/**
 * The live tail as server-sent events, in the order of commits. Each carries as its id the place in the log behind it: a
 * client that comes back with the last one (`Last-Event-ID`, or `after`) goes on there, without a gap or a repeat. Without
 * it the tail begins now. A client that reads slowly is waited for: nothing is left out. Where retention has meanwhile
 * dropped events behind the place a client comes back with, `event: gap` says so first, with the day before which they
 * were received (`dropped_before`): whatever filter it has, it may have missed some. It breaks off where whoever follows
 * may no longer read: their session or token has ended, or reading was closed to them.
 * @throws Problem `busy`, `invalid-cursor`
 */
export async function streamEvents(
  actor: Actor,
  { query, lastEventId, identifyAgain }: Following,
): Promise<ReadableStream<Uint8Array>> {
  authorize(actor, 'read')
  if (streams >= MOST_STREAMS)
    throw problem('busy', `${MOST_STREAMS} clients follow the events already. Try again later.`)
  const resume = lastEventId ?? query.after
  if (resume === undefined) return new Tail(identifyAgain, query, await readHorizon(), null).stream()
  const place = logPlaceOf(resume)
  return new Tail(identifyAgain, query, place, await readDroppedBehind(place)).stream()
}

class Tail {
  private readonly ended = new AbortController()
  private lastWrite = 0

  constructor(
    private readonly identifyAgain: Following['identifyAgain'],
    private readonly query: EventStreamQuery,
    private place: LogPlace,
    private readonly droppedBefore: string | null,
  ) {}

  stream(): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder()
    streams++
    const end = () => {
      if (this.ended.signal.aborted) return
      streams--
      this.ended.abort()
    }
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          controller.enqueue(encoder.encode(`retry: ${RETRY}\n${this.placeLine()}${this.gapLine()}`))
          this.lastWrite = Date.now()
        },
        pull: async (controller) => {
          try {
            const text = await this.next()
            if (this.ended.signal.aborted) return
            controller.enqueue(encoder.encode(text))
            this.lastWrite = Date.now()
          } catch (error) {
            // The client connects again, and goes on where it was.
            end()
            controller.error(error)
          }
        },
        cancel: end,
      },
      { highWaterMark: 1 },
    )
  }

  /** What is to be written next; waits until there is something. */
  private async next(): Promise<string> {
    while (!this.ended.signal.aborted) {
      const { text, isBehind } = await this.look()
      if (text !== '') return text
      if (Date.now() - this.lastWrite >= HEARTBEAT) return this.placeLine()
      // Where few events carry the key, whoever rested after each look would fall behind those who send.
      if (!isBehind) await pause(LOOK_AGAIN, this.ended.signal)
    }
    return ''
  }

  /** What has come since the last look, and whether there is more. */
  private async look(): Promise<{ text: string; isBehind: boolean }> {
    const actor = await this.identifyAgain()
    authorize(actor, 'read')
    const horizon = await readHorizon()
    const [filter, { late_after_seconds }] = await Promise.all([toTailFilter(this.query), getSettings(actor)])
    const { key } = this.query
    const rows = await readTail(this.place, horizon, filter, STRIDE, key !== undefined)
    const masks = key === undefined ? null : await eventMasks(actor, rows)
    const last = rows.at(-1)
    const isBehind = rows.length === STRIDE
    this.place = isBehind && last ? { position: last.position, eventId: last.event_id } : horizon
    const text = rows
      .filter((row) => !masks || (row.data !== null && masks.holdsKey(row, row.data, key!)))
      .map((row) => message(row, JSON.stringify(toSummary(row, late_after_seconds))))
      .join('')
    return { text, isBehind }
  }

  /** No event of the log: it only says where the client may go on. */
  private placeLine(): string {
    return `event: place\nid: ${logPlaceName(this.place)}\ndata: {}\n\n`
  }

  /** Without an id: a client that breaks off before it has gone on is told again. */
  private gapLine(): string {
    if (this.droppedBefore === null) return ''
    return `event: gap\ndata: ${JSON.stringify({ dropped_before: this.droppedBefore })}\n\n`
  }
}

function message(row: TailRow, data: string): string {
  return `id: ${logPlaceName({ position: row.position, eventId: row.event_id })}\ndata: ${data}\n\n`
}

/** Types are looked up anew each time: an event of a type that was never seen before is no gap. */
async function toTailFilter({ type, owner, domain, kind, ...query }: EventStreamQuery): Promise<EventFilter> {
  const byType = [type, owner, domain, kind].some((value) => value !== undefined)
  return {
    typeIds: byType ? await findTypeIds({ type, owner, domain, kind }) : undefined,
    version: query.version,
    producer: query.service,
    traceId: query.trace_id,
    from: query.from,
    to: query.to,
    validity: query.validity,
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
