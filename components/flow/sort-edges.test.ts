import { expect, it } from 'vitest'
import type { FlowEdge } from '@/lib/contracts/flow'
import { sortEdges } from './sort-edges'

const edge = (from: string, to: string, count: number, p50_ms: number | null = null): FlowEdge => ({
  from,
  to,
  count,
  share: 0.5,
  p50_ms,
  p95_ms: null,
})
const edges = [edge('B', 'C', 5, 100), edge('A', 'C', 9), edge('A', 'B', 5, 20)]
const names = (list: FlowEdge[]) => list.map(({ from, to }) => from + to).join(' ')

it('puts the most frequent step first, equal ones by name', () => {
  expect(names(sortEdges(edges, 'count', true))).toBe('AC AB BC')
})

it('keeps steps without a measured delay at the end, whichever way', () => {
  expect(names(sortEdges(edges, 'p50', false))).toBe('AB BC AC')
  expect(names(sortEdges(edges, 'p50', true))).toBe('BC AB AC')
})
