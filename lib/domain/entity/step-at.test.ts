import { expect, it } from 'vitest'
import { stepAt } from './step-at'

const times = ['2026-08-06T09:03:20.500Z', '2026-08-06T09:03:20.900Z', '2026-08-06T09:04:00.000Z']

it.each([
  ['2026-08-06T09:03:19', -1],
  ['2026-08-06T09:03', -1],
  // What happened within the second that is named has happened.
  ['2026-08-06T09:03:20', 1],
  ['2026-08-06T09:03:59', 1],
  ['2026-08-06T09:04', 2],
  ['2027-01-01T00:00:00', 2],
  ['0999-01-01T00:00', -1],
])('at %s it is step %i', (second, place) => expect(stepAt(times, second)).toBe(place))

it('is none where nothing happened', () => expect(stepAt([], '2026-08-06T09:03')).toBe(-1))
