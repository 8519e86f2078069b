import 'server-only'
import type { FlowStep, FlowStepQuery } from '@/lib/contracts/flow'
import { delayBounds, delayQuantile, type DelayCount } from '@/lib/domain/flow/delay'
import { periodOf, stepOf, stepsOf } from '@/lib/domain/flow/period'
import { readReceived, readStep, type StepRow } from '@/lib/server/stores/flow-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { shareOf } from './get-flows'

/** One edge of the flows: its delays, its course over the period, by version and by service. Zeros where it is none. */
export async function getFlowStep(actor: Actor, { query }: { query: FlowStepQuery }): Promise<FlowStep> {
  authorize(actor, 'read')
  const period = periodOf(query, Date.now())
  const step = stepOf(period)
  const [rows, received] = await Promise.all([
    readStep(period, step, query),
    readReceived(period, step, query.from),
  ])
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  const causes = received.reduce((sum, row) => sum + row.count, 0)
  const causesOf = sumBy(received, ({ version }) => version)
  const countOf = sumBy(rows, ({ version }) => version)
  return {
    from: query.from,
    to: query.to,
    count,
    causes,
    share: count === 0 ? 0 : shareOf(count, causes),
    p50_ms: delayQuantile(rows, 0.5),
    p95_ms: delayQuantile(rows, 0.95),
    delays: histogram(rows),
    step,
    trend: stepsOf(period, step).map((at) => {
      const here = rows.filter((row) => row.at.getTime() === at)
      return {
        at: new Date(at).toISOString(),
        count: here.reduce((sum, row) => sum + row.count, 0),
        causes: received.reduce((sum, row) => sum + (row.at.getTime() === at ? row.count : 0), 0),
        p50_ms: delayQuantile(here, 0.5),
      }
    }),
    // A version that never led on is what one looks for here.
    versions: largestFirst(
      new Map([...causesOf.keys(), ...countOf.keys()].map((version) => [version, countOf.get(version) ?? 0])),
    ).map(([version, part]) => ({
      version,
      count: part,
      causes: causesOf.get(version) ?? 0,
      share: shareOf(part, causesOf.get(version)),
    })),
    services: largestFirst(sumBy(rows, ({ producer }) => producer)).map(([service, part]) => ({
      service,
      count: part,
    })),
  }
}

function histogram(rows: readonly StepRow[]): FlowStep['delays'] {
  const counts = sumBy(rows, ({ bucket }) => bucket)
  const buckets = [...counts.keys()]
  if (buckets.length === 0) return []
  const first = Math.min(...buckets)
  return Array.from({ length: Math.max(...buckets) - first + 1 }, (_, i) => {
    const [from, to] = delayBounds(first + i)
    return { from_ms: from, to_ms: to, count: counts.get(first + i) ?? 0 }
  })
}

function sumBy<T extends Pick<DelayCount, 'count'>, K>(
  rows: readonly T[],
  key: (row: T) => K,
): Map<K, number> {
  const sums = new Map<K, number>()
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + row.count)
  return sums
}

function largestFirst(sums: ReadonlyMap<string, number>): [string, number][] {
  return [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}
