import 'server-only'
import type { Incident, Incidents } from '@/lib/contracts/stop'
import { periodOf } from '@/lib/domain/flow/period'
import { findStops, groupStops, type EdgeHours, type Stop } from '@/lib/domain/flow/stops'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { readEdgeHours, readTakers, readUnfollowed } from '@/lib/server/stores/flow-stop-store'
import { readEdges } from '@/lib/server/stores/flow-store'
import { readUsualLags } from '@/lib/server/stores/step-sample-store'
import { listServices } from '@/lib/server/stores/service-store'
import { authorize, type Actor } from './actor'

/** What is usual is measured over this time, and stops of it are shown. */
const DAYS = 30
const MOST_INCIDENTS = 50
/** Steps of an incident for which examples are looked up. */
const MOST_STEPS = 5
const EXAMPLES = 3
const HOUR_MS = 3_600_000
const ALL = 10_000

/** Where more chains than usual stop, of the last 30 days: those that go on first, then the newest. */
export async function listIncidents(actor: Actor): Promise<Incidents> {
  authorize(actor, 'read')
  const now = Date.now()
  const period = periodOf({ days: DAYS }, now)
  const [hours, edges, takers, services, catalog] = await Promise.all([
    readEdgeHours(period),
    readEdges(period, null),
    readTakers(period),
    listServices(undefined, ALL),
    currentCatalog(),
  ])
  const byEdge = new Map<string, EdgeHours & { hours: { at: number; causes: number; count: number }[] }>()
  for (const { from, to, delays } of edges) byEdge.set(`${from}\n${to}`, { from, to, delays, hours: [] })
  for (const { from, to, at, causes, count } of hours)
    byEdge.get(`${from}\n${to}`)?.hours.push({ at, causes, count })
  const incidents = groupStops(
    await findLaggingStops([...byEdge.values()], now),
    ({ from, to }) => takers.get(`${from}\n${to}`) ?? '',
  ).slice(0, MOST_INCIDENTS)
  const serviceOf = new Map(services.map(({ slug, name }) => [slug, { slug, name }]))
  const items = await Promise.all(
    incidents.map(async ({ service, since, until, ongoing, missing, stops }): Promise<Incident> => {
      const shown = await Promise.all(stops.slice(0, MOST_STEPS).map(toWire))
      return {
        service: service === '' ? null : (serviceOf.get(service) ?? { slug: service, name: service }),
        owner: catalog.entries.get(stops[0]?.to ?? '')?.row.owner ?? null,
        since: new Date(since).toISOString(),
        until: new Date(until + HOUR_MS).toISOString(),
        ongoing,
        missing: rounded(missing),
        stops: shown,
      }
    }),
  )
  return { items, next_cursor: null }
}

/** Who usually delivers late is asked of those alone of which something is missing. */
async function findLaggingStops(edges: readonly EdgeHours[], now: number): Promise<Stop[]> {
  const causes = new Set(findStops(edges, now).map(({ from }) => from))
  // With the other steps of the same cause: they may have taken the place of what is missing.
  const suspected = edges.filter(({ from }) => causes.has(from))
  if (suspected.length === 0) return []
  const lags = await readUsualLags([...new Set(suspected.flatMap(({ from, to }) => [from, to]))])
  const lagOf = ({ from, to }: EdgeHours) => Math.max(0, (lags.get(to) ?? 0) - (lags.get(from) ?? 0))
  return findStops(
    suspected.map((edge) => ({ ...edge, lag: lagOf(edge) })),
    now,
  )
}

async function toWire(stop: Stop): Promise<Incident['stops'][number]> {
  const { from, to, since, until, causes, count, expected, missing, usual } = stop
  const span = { from: new Date(since), to: new Date(until + HOUR_MS) }
  const examples = await readUnfollowed(span, stop, EXAMPLES)
  return {
    from,
    to,
    since: span.from.toISOString(),
    until: span.to.toISOString(),
    causes,
    count,
    expected: rounded(expected),
    missing: rounded(missing),
    usual_share: usual,
    examples: examples.map(({ event_id, created_at }) => ({
      event_id,
      created_at: created_at.toISOString(),
    })),
  }
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10
}
