import { expect, it } from 'vitest'
import { formatDuration } from './duration'

it.each([
  [0, '0 ms'],
  [183, '183 ms'],
  [999.7, '1 s'],
  [2_100, '2.1 s'],
  [2_000, '2 s'],
  [-2_149, '−2.1 s'],
  [59_999, '59.9 s'],
  [63_000, '1 min 3 s'],
  [3_600_000, '1 h'],
  [19_259_000, '5 h 20 min'],
  [273_600_000, '3 d 4 h'],
])('%d ms reads %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})
