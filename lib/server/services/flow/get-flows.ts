import 'server-only'
import type { Flows, FlowsQuery, FlowType } from '@/lib/contracts/flow'
import { delayQuantile } from '@/lib/domain/flow/delay'
import { periodOf } from '@/lib/domain/flow/period'
import { currentCatalog, type CatalogIndex } from '@/lib/server/catalog-index/catalog-index'
import { readEdges, readTotals } from '@/lib/server/stores/flow-store'
import { authorize, type Actor } from '@/lib/server/services/actor'

/**
 * Measured edges of a period, most frequent first, and the types they touch. `share` is effects per cause, at most 1: a
 * cause with several effects of one type counts as often as it has them. A type's owner and domain are the catalog's.
 */
export async function getFlows(actor: Actor, { query }: { query: FlowsQuery }): Promise<Flows> {
  authorize(actor, 'read')
  const period = periodOf(query, Date.now())
  const [catalog, rows, totals] = await Promise.all([
    currentCatalog(),
    readEdges(period, query.type ?? null),
    readTotals(period),
  ])
  const types = new Map<string, FlowType>()
  const typeOf = (name: string): FlowType => {
    const known = types.get(name) ?? describe(name, catalog, totals.get(name) ?? 0)
    types.set(name, known)
    return known
  }
  const edges = rows
    .filter(({ from, to }) => isWanted(query, typeOf(from)) || isWanted(query, typeOf(to)))
    .map(({ from, to, count, delays }) => ({
      from,
      to,
      count,
      share: shareOf(count, totals.get(from)),
      p50_ms: delayQuantile(delays, 0.5),
      p95_ms: delayQuantile(delays, 0.95),
    }))
    .filter(({ share }) => share >= (query.min_share ?? 0))
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]))
  return {
    edges,
    types: [...touched].sort().map(typeOf),
    from: period.from.toISOString(),
    to: period.to.toISOString(),
  }
}

function describe(name: string, catalog: CatalogIndex, count: number): FlowType {
  const row = catalog.entries.get(name)?.row
  return { name, kind: row?.kind ?? null, owner: row?.owner ?? null, domain: row?.domain ?? null, count }
}

function isWanted({ owner, domain }: FlowsQuery, type: FlowType): boolean {
  return (
    (owner === undefined || (type.owner !== null && owner.includes(type.owner.slug))) &&
    (domain === undefined || (type.domain !== null && domain.includes(type.domain.slug)))
  )
}

/** Part of the events of a type that an edge touches. Where their day is not in the total, all of them. */
export function shareOf(count: number, total: number | undefined): number {
  return total ? Math.min(1, count / total) : 1
}
