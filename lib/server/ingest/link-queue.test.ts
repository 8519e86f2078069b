import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { LinkQueue, type ToLink } from './link-queue'

const event = (id: string): ToLink => ({
  eventIds: [id],
  orphans: [{ parentEventId: `of-${id}`, eventId: id }],
})

/** A queue whose statements end when they are told to. */
function held(limits: { batchRows: number; waitMs: number; most: number }) {
  const begun: { batch: ToLink; end: () => void }[] = []
  const queue = new LinkQueue((batch) => new Promise<void>((end) => void begun.push({ batch, end })), limits)
  return { queue, begun }
}

/** Lets everything go on that waits for nothing. */
const onward = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

describe('events that were stored', () => {
  it('are linked together, at once where somebody wants to read them', async () => {
    const { queue, begun } = held({ batchRows: 100, waitMs: 1_000_000, most: 100 })
    for (const id of ['a', 'b', 'c']) queue.add(event(id))
    await onward()
    expect(begun).toEqual([])
    const read = queue.settled()
    await onward()
    expect(begun.map(({ batch }) => batch.eventIds)).toEqual([['a', 'b', 'c']])
    begun[0]!.end()
    await read
    await queue.settled()
    expect(begun).toHaveLength(1)
  })

  it('are linked without anybody who reads', async () => {
    vi.useFakeTimers()
    try {
      const { queue, begun } = held({ batchRows: 3, waitMs: 10, most: 100 })
      queue.add(event('a'))
      await vi.advanceTimersByTimeAsync(10)
      expect(begun.map(({ batch }) => batch.eventIds)).toEqual([['a']])
      for (const id of ['b', 'c', 'd']) queue.add(event(id))
      begun[0]!.end()
      await onward()
      expect(begun[1]?.batch.eventIds).toEqual(['b', 'c', 'd'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('are not more than can be linked: storing waits for room', async () => {
    const { queue, begun } = held({ batchRows: 2, waitMs: 1_000_000, most: 2 })
    for (const id of ['a', 'b']) queue.add(event(id))
    await onward()
    for (const id of ['c', 'd', 'e']) queue.add(event(id))
    let hasRoom = false
    const room = queue.room().then(() => (hasRoom = true))
    await onward()
    expect([begun.length, hasRoom]).toEqual([1, false])
    begun[0]!.end()
    await onward()
    begun[1]!.end()
    await room
  })

  it('are each linked once, one statement at a time, and before whoever asked after them goes on', async () => {
    const step = fc.constantFrom('add', 'read', 'end')
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        async (steps, batchRows) => {
          const { queue, begun } = held({ batchRows, waitMs: 1_000_000, most: 100 })
          const linked = new Set<string>()
          let ended = 0
          const added: string[] = []
          const reads: Promise<void>[] = []
          const end = () => {
            const next = begun[ended]
            if (!next) return
            ended++
            for (const id of next.batch.eventIds) {
              expect(linked.has(id)).toBe(false)
              linked.add(id)
            }
            next.end()
          }
          for (const what of steps) {
            if (what === 'add') {
              added.push(String(added.length))
              queue.add(event(added.at(-1)!))
            } else if (what === 'read') {
              const before = [...added]
              reads.push(
                queue.settled().then(() => expect(before.filter((id) => !linked.has(id))).toEqual([])),
              )
            } else end()
            await onward()
            expect(begun.length - ended).toBeLessThanOrEqual(1)
          }
          reads.push(queue.settled())
          for (let left = 0; left <= steps.length; left++) {
            await onward()
            end()
          }
          await Promise.all(reads)
          expect(linked.size).toBe(added.length)
        },
      ),
    )
  })
})
