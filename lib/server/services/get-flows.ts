import 'server-only'
import type { Flows } from '@/lib/contracts/flow'
import { delayQuantile } from '@/lib/domain/flow/delay'
import { readEdges, readTotals } from '@/lib/server/stores/flow-store'
import { authorize, type Actor } from './actor'

const DEFAULT_DAYS = 30
const DAY_MS = 86_400_000

/**
 * Measured edges of the last days, most frequent first. `share` is effects per cause, at most 1: a cause with several
 * effects of one type counts as often as it has them.
 */
export async function getFlows(
  actor: Actor,
  { query }: { query: { days?: number | undefined; type?: string | undefined } },
): Promise<Flows> {
  authorize(actor, 'read')
  const days = query.days ?? DEFAULT_DAYS
  const [edges, totals] = await Promise.all([readEdges(days, query.type ?? null), readTotals(days)])
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS
  return {
    edges: edges.map(({ from, to, count, delays }) => ({
      from,
      to,
      count,
      share: shareOf(count, totals.get(from)),
      p50_ms: delayQuantile(delays, 0.5),
      p95_ms: delayQuantile(delays, 0.95),
    })),
    from: new Date(today - (days - 1) * DAY_MS).toISOString(),
    to: new Date().toISOString(),
  }
}

/** Part of the events of a type that an edge touches. Where their day is not in the total, all of them. */
export function shareOf(count: number, total: number | undefined): number {
  return total ? Math.min(1, count / total) : 1
}
