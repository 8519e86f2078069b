import { expect, test } from 'vitest'
import type { FlowEdge } from '@/lib/contracts/flow'
import { shownText, topSteps } from './shown-steps'

const edges = Array.from({ length: 701 }, (_, i): FlowEdge => {
  const [from, to] = [`Type${i % 300}`, `Type${(i * 7 + 1) % 300}`]
  return { from, to, count: (i * 37) % 701, share: 0.5, p50_ms: null, p95_ms: null }
})

test('a map of many types begins with the most frequent steps', () => {
  const top = topSteps(edges, 60)
  expect(top.map(({ count }) => count)).toEqual(Array.from({ length: 60 }, (_, i) => 700 - i))
  expect(topSteps(edges, 0)).toHaveLength(701)
})

test('what is left out is said', () => {
  expect(shownText(60, 1_700, 1_700)).toBe('The 60 most frequent of 1,700 steps; 1,640 more are hidden.')
  expect(shownText(12, 12, 700)).toBe('12 of 700 steps.')
  expect(shownText(1, 1, 1)).toBe('1 step.')
})
