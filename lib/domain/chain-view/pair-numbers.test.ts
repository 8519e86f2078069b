import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PairNumbers } from './pair-numbers'

it('gives equal pairs equal numbers and different pairs different ones', () => {
  const number = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 3_000, size: 'max' }), (list) => {
      let last = 0
      const pairs = new PairNumbers(() => ++last)
      const known = new Map<string, number>()
      for (const [left, right] of list) {
        const number = pairs.of(left, right)
        expect(known.get(`${left} ${right}`) ?? known.size + 1).toBe(number)
        known.set(`${left} ${right}`, number)
      }
    }),
    { numRuns: 30 },
  )
})
