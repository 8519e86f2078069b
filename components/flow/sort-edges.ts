import type { FlowSort } from '@/lib/client/flow-url'
import type { FlowEdge } from '@/lib/contracts/flow'
import { byCodeUnits } from '@/lib/domain/json/by-code-units'

const VALUES: Record<FlowSort, (edge: FlowEdge) => string | number | null> = {
  from: ({ from }) => from,
  to: ({ to }) => to,
  count: ({ count }) => count,
  share: ({ share }) => share,
  p50: ({ p50_ms }) => p50_ms,
  p95: ({ p95_ms }) => p95_ms,
}

/** Edges by one column; what was not measured comes last either way, equal ones by their names. */
export function sortEdges(edges: readonly FlowEdge[], by: FlowSort, descending: boolean): FlowEdge[] {
  const value = VALUES[by]
  const sign = descending ? -1 : 1
  return [...edges].sort((a, b) => {
    const [left, right] = [value(a), value(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    if (left !== right) return left < right ? -sign : sign
    return byCodeUnits(a.from, b.from) || byCodeUnits(a.to, b.to)
  })
}
