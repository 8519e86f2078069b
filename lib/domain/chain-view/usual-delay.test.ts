import { expect, it } from 'vitest'
import { isSlow, usualSentence, usualText } from './usual-delay'

const usual = {
  count: 100,
  p50_ms: 1_000,
  p95_ms: 4_000,
  delays: [
    { from_ms: 500, to_ms: 1_000, count: 50 },
    { from_ms: 1_000, to_ms: 2_000, count: 40 },
    { from_ms: 2_000, to_ms: 4_000, count: 10 },
  ],
}

it('says how usual a delay is', () => {
  expect(usualSentence(3_000, usual)).toBe(
    'Slower than 95 % of 100 such steps; usually 1 s, 95 % within 4 s.',
  )
  expect(usualSentence(750, usual)).toBe('Quicker than 75 % of 100 such steps; usually 1 s, 95 % within 4 s.')
  expect(usualSentence(-5, usual)).toMatch(/^Quicker than 100 %/)
  expect(usualSentence(9_000, usual)).toMatch(/^Slower than 100 %/)
})

it('says nothing of too few', () => {
  const few = { ...usual, count: 19 }
  expect(usualSentence(9_000, few)).toBe('Only 19 such steps are known: too few to say what is usual.')
  expect(usualText(few)).toBe('')
  expect(isSlow(9_000, few)).toBe(false)
  expect(isSlow(9_000, undefined)).toBe(false)
})

it('calls slow what takes longer than 95 of 100', () => {
  expect(isSlow(4_001, usual)).toBe(true)
  expect(isSlow(4_000, usual)).toBe(false)
  expect(isSlow(null, usual)).toBe(false)
})
