import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outcome, PendingEvent } from './pending-event'
import { ReceiveQueue, type QueueLimits } from './receive-queue'

const LIMITS: QueueLimits = {
  batchRows: 8,
  joinRows: 4,
  batchCharacters: 1_000,
  waitMs: 1,
  lanes: 3,
  laneRows: 2,
}

/** The queue reads an event's id and how long its data is. */
const event = (eventId: string, length = 1) =>
  ({ eventId, dataText: 'x'.repeat(length) }) as Partial<PendingEvent> as PendingEvent
const events = (prefix: string, count: number, length = 1) =>
  Array.from({ length: count }, (_, i) => event(`${prefix}${i}`, length))

interface Begun {
  readonly ids: string[]
  readonly end: () => void
}

/** A queue whose batches are stored when they are told to; the outcome of each event names it. */
function held(limits: Partial<QueueLimits> = {}) {
  const begun: Begun[] = []
  const queue = new ReceiveQueue(
    (batch) =>
      new Promise<Outcome[]>((settle) => {
        const ids = batch.map(({ eventId }) => eventId)
        begun.push({ ids, end: () => settle(ids.map((message) => ({ status: 'unstorable', message }))) })
      }),
    { ...LIMITS, ...limits },
  )
  return { queue, begun }
}
const named = (outcomes: Outcome[]) => outcomes.map((outcome) => 'message' in outcome && outcome.message)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('events that wait to be stored', () => {
  it('go in lanes of their own, request by request, so that no lane waits for another', async () => {
    const { queue, begun } = held()
    for (const prefix of ['a', 'b', 'c', 'd']) void queue.add(events(prefix, 4))
    await vi.advanceTimersByTimeAsync(1)
    expect(begun.map(({ ids }) => ids.join(' '))).toEqual(['a0 a1 a2 a3', 'b0 b1 b2 b3', 'c0 c1 c2 c3'])
    begun[1]!.end()
    await vi.advanceTimersByTimeAsync(0)
    expect(begun[3]?.ids.join(' ')).toBe('d0 d1 d2 d3')
  })

  it('go together where they are few, and wait where a lane is not worth their while', async () => {
    const { queue, begun } = held()
    for (const id of ['a', 'b', 'c']) void queue.add([event(id)])
    await vi.advanceTimersByTimeAsync(1)
    void queue.add([event('d')])
    await vi.advanceTimersByTimeAsync(100)
    expect(begun.map(({ ids }) => ids)).toEqual([['a', 'b', 'c']])
    void queue.add([event('e')])
    await vi.advanceTimersByTimeAsync(1)
    expect(begun.map(({ ids }) => ids)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ])
  })

  it('stay with their request, up to the most of a batch', async () => {
    const { queue, begun } = held()
    void queue.add(events('a', 7))
    void queue.add(events('b', 10))
    await vi.advanceTimersByTimeAsync(1)
    expect(begun.map(({ ids }) => ids.length)).toEqual([7, 8, 2])
    const { queue: heavy, begun: byWeight } = held()
    void heavy.add(events('a', 6, 400))
    await vi.advanceTimersByTimeAsync(1)
    expect(byWeight.map(({ ids }) => ids.length)).toEqual([3, 3])
  })

  it('are stored once each, answered in order, and never in two lanes under one id', async () => {
    const request = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 10 })
    const step = fc.oneof(
      request.map((ids) => ({ ids, end: undefined })),
      fc.nat(5).map((end) => ({ ids: undefined, end })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { queue, begun } = held()
        const running = new Set<Begun>()
        let seen = 0
        const look = async () => {
          await vi.advanceTimersByTimeAsync(1)
          for (const batch of begun.slice(seen)) running.add(batch)
          seen = begun.length
          const ids = [...running].flatMap((batch) => [...new Set(batch.ids)])
          const apart = new Set(ids).size === ids.length
          expect([apart, running.size <= LIMITS.lanes]).toEqual([true, true])
        }
        const end = async (batch: Begun | undefined) => {
          if (!batch) return
          running.delete(batch)
          batch.end()
          await look()
        }
        const sent: { ids: string[]; answer: Promise<Outcome[]> }[] = []
        for (const { ids, end: which } of steps) {
          if (ids === undefined) await end([...running][which])
          else sent.push({ ids, answer: queue.add(ids.map((id) => event(id))) })
          await look()
        }
        while (running.size > 0) await end([...running][0])
        for (const { ids, answer } of sent) expect(named(await answer)).toEqual(ids)
        const stored = begun.flatMap(({ ids }) => ids).sort()
        expect(stored).toEqual(sent.flatMap(({ ids }) => ids).sort())
        expect(queue.length).toBe(0)
      }),
    )
  })
})
