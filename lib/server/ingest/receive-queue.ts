import type { Outcome, PendingEvent } from './pending-event'
import { stageTimes } from './stage-times'

export interface QueueLimits {
  /** Most events of one batch, where one request sends so many. */
  batchRows: number
  /** Events from which on a batch is joined by no further request. */
  joinRows: number
  /** Most characters of data in one batch. */
  batchCharacters: number
  /** How long an event waits for company, in milliseconds. */
  waitMs: number
  /** Batches stored at the same time: one a connection. */
  lanes: number
  /** Events for which another lane is worth its while; fewer wait for a running batch to end, and go together. */
  laneRows: number
}

export const QUEUE_LIMITS: QueueLimits = {
  batchRows: 2_000,
  // Whatever waits in one batch leaves the other lanes, and this process, without work until all of it is stored.
  joinRows: 500,
  batchCharacters: 8 * 1024 * 1024,
  waitMs: 1,
  lanes: 2,
  laneRows: 200,
}

/** The events of one `add`. A promise for each event would cost more than reading it. */
interface Group {
  outcomes: Outcome[]
  /** Events without an outcome yet. */
  open: number
  /** When it came, in milliseconds of the process's clock. */
  since: number
  settle: (outcomes: Outcome[]) => void
  fail: (error: unknown) => void
}

interface Waiting {
  event: PendingEvent
  group: Group
  /** Its place in the group. */
  index: number
}

/**
 * Group commit: events of all requests are stored together, a few milliseconds' worth at a time. An id that one lane is
 * storing waits for that lane, so that two lanes never race for it.
 */
export class ReceiveQueue {
  private waiting: Waiting[] = []
  private readonly inFlight = new Set<string>()
  private busyLanes = 0
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly store: (batch: readonly PendingEvent[]) => Promise<Outcome[]>,
    private readonly limits: QueueLimits = QUEUE_LIMITS,
  ) {}

  /** Events that wait to be stored. */
  get length(): number {
    return this.waiting.length
  }

  /** Stores events, and answers what became of each, in order, when they are committed. */
  add(events: readonly PendingEvent[]): Promise<Outcome[]> {
    if (events.length === 0) return Promise.resolve([])
    return new Promise((settle, fail) => {
      const group: Group = {
        outcomes: new Array<Outcome>(events.length),
        open: events.length,
        since: performance.now(),
        settle,
        fail,
      }
      events.forEach((event, index) => this.waiting.push({ event, group, index }))
      this.wake()
    })
  }

  private wake(): void {
    if (this.waiting.length === 0 || this.busyLanes >= this.limits.lanes) return
    if (this.busyLanes > 0 && this.waiting.length < this.limits.laneRows) return
    if (this.waiting.length >= this.limits.joinRows) return this.start()
    this.timer ??= setTimeout(() => this.start(), this.limits.waitMs)
  }

  private start(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    const batch = this.take()
    if (batch.length === 0) return
    this.busyLanes++
    void this.run(batch).finally(() => {
      for (const { event } of batch) this.inFlight.delete(event.eventId)
      this.busyLanes--
      // What gathered meanwhile has waited long enough.
      this.start()
    })
    this.wake()
  }

  private isFull(batch: readonly Waiting[], characters: number, next: Group): boolean {
    const { batchRows, batchCharacters, joinRows } = this.limits
    if (batch.length >= batchRows || characters > batchCharacters) return true
    return batch.length >= joinRows && batch.at(-1)?.group !== next
  }

  private async run(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.store(batch.map(({ event }) => event))
      batch.forEach(({ group, index }, at) => {
        group.outcomes[index] = outcomes[at]!
        if (--group.open === 0) group.settle(group.outcomes)
      })
    } catch (error) {
      for (const { group } of batch) group.fail(error)
    }
  }

  /**
   * The next batch, in order of arrival; what shares an id with a running batch stays. What one request sends stays
   * together: a child that is stored beside its parent needs no link made later.
   */
  private take(): Waiting[] {
    const batch: Waiting[] = []
    const rest: Waiting[] = []
    let characters = 0
    for (const item of this.waiting) {
      if (this.isFull(batch, characters, item.group) || this.inFlight.has(item.event.eventId)) {
        rest.push(item)
        continue
      }
      batch.push(item)
      characters += item.event.dataText.length
    }
    for (const { event } of batch) this.inFlight.add(event.eventId)
    this.waiting = rest
    const now = performance.now()
    for (const group of new Set(batch.map((item) => item.group))) stageTimes().wait += now - group.since
    return batch
  }
}
