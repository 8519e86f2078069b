import fc from 'fast-check'
import { expect, it } from 'vitest'
import { KeySet } from './key-set'

it('knows what was added, as a set does, also as it grows and where hashes crowd', () => {
  const hashes = fc.array(
    fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.bigInt({ min: 0n, max: 9n })),
    {
      maxLength: 3_000,
      size: 'max',
    },
  )
  fc.assert(
    fc.property(hashes, (list) => {
      const keys = new KeySet()
      const known = new Set<bigint>()
      for (const hash of list) {
        // 0 and 1 are one.
        const same = hash === 0n ? 1n : hash
        expect(keys.add(hash)).toBe(!known.has(same))
        known.add(same)
      }
    }),
    { numRuns: 4 },
  )
})
