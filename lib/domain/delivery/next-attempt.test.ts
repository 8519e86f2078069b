import { expect, it } from 'vitest'
import { isGivenUp, MOST_ATTEMPTS, secondsToNextAttempt } from './next-attempt'

it('waits longer after every failure, and has an end before anybody is given up', () => {
  const waits = Array.from({ length: MOST_ATTEMPTS }, (_, i) => secondsToNextAttempt(i + 1, 0))
  expect(waits.at(-1)).toBeNull()
  const numbers = waits.slice(0, -1) as number[]
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  const begun = new Date('2026-01-01T00:00:00Z')
  const end = new Date(begun.getTime() + numbers.reduce((sum, wait) => sum + wait, 0) * 1000)
  expect([isGivenUp(begun, end), isGivenUp(begun, new Date('2026-01-04T00:00:00Z'))]).toEqual([false, true])
})

it('spreads what failed together', () => {
  expect([secondsToNextAttempt(2, 0), secondsToNextAttempt(2, 1)]).toEqual([60, 72])
})
