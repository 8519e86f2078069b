import { expect, test } from 'vitest'
import { growth } from './heap-growth'

const MB = 1024 * 1024

test.each([
  { used: 60, percent: 60 },
  { used: 120, percent: 60 },
  { used: 150, percent: 28 },
  { used: 200, percent: 20 },
  { used: 900, percent: 20 },
])('$used MB that live may grow by $percent %', ({ used, percent }) => {
  expect(growth(used * MB)).toBe(percent)
})
