import { expect, test } from 'vitest'
import { timeOfDay } from './relative-time'

test('what is less than half a day away stands by its time of day in UTC, else by its distance', () => {
  const now = Date.parse('2026-08-06T00:30:00Z')
  expect(timeOfDay(Date.parse('2026-08-06T00:29:59.987Z'), now)).toBe('00:29:59')
  expect(timeOfDay(Date.parse('2026-08-05T23:59:59Z'), now)).toBe('23:59:59')
  expect(timeOfDay(Date.parse('2026-08-05T12:29:59Z'), now)).toBe('12 h ago')
  expect(timeOfDay(Date.parse('2026-08-06T00:30:05Z'), now)).toBe('00:30:05')
})
