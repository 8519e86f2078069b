import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delayQuantile } from './delay'

const counts = fc.array(
  fc.record({ bucket: fc.integer({ min: 0, max: 60 }), count: fc.integer({ min: 1, max: 999 }) }),
  { minLength: 1, maxLength: 40 },
)

test('a quantile does not depend on how the counts of a bucket are parted', () => {
  fc.assert(
    fc.property(counts, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (parted, part) => {
      const sums = new Map<number, number>()
      for (const { bucket, count } of parted) sums.set(bucket, (sums.get(bucket) ?? 0) + count)
      const merged = [...sums].map(([bucket, count]) => ({ bucket, count }))
      expect(delayQuantile(parted, part)).toBe(delayQuantile(merged, part))
    }),
    { numRuns: 200 },
  )
})
