import { expect, test } from 'vitest'
import { firstKeptDay } from './first-kept-day'

test('an event is kept for as many days as said, to the end of the day', () => {
  const morning = Date.parse('2026-11-26T00:00:00Z')
  expect(firstKeptDay(morning, 1)).toBe('2026-11-25')
  expect(firstKeptDay(morning - 1, 1)).toBe('2026-11-24')
  expect(firstKeptDay(morning, 365)).toBe('2025-11-26')
})
