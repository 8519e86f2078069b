import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Queue } from './queue'

test('a queue gives out what is due first, and equal times in the order they came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
      const queue = new Queue<number>()
      times.forEach((at, place) => queue.add(at, place))
      const taken: { at: number; item: number }[] = []
      for (let next = queue.take(); next; next = queue.take()) taken.push({ at: next.at, item: next.item })
      const sorted = times.map((at, item) => ({ at, item })).sort((a, b) => a.at - b.at || a.item - b.item)
      expect(taken).toEqual(sorted)
    }),
  )
})
