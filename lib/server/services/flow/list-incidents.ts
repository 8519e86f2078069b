import 'server-only'
import type { Incident, Incidents } from '@/lib/contracts/stop'
import { periodOf } from '@/lib/domain/flow/period'
import { findStops, groupByCause, groupStops, type EdgeHours, type Stop } from '@/lib/domain/flow/stops'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { readEdgeHours, readTakers, readUnfollowed } from '@/lib/server/stores/flow-stop-store'
import { readUsualLags } from '@/lib/server/stores/step-sample-store'
import { listServices } from '@/lib/server/stores/service-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { letOthersIn } from '@/lib/server/services/let-others-in'
import { kept } from './step-memory'

/** What is usual is measured over this time, and stops of it are shown. */
const DAYS = 30
const MOST_INCIDENTS = 50
/** Steps of an incident for which examples are looked up. */
const MOST_STEPS = 5
const EXAMPLES = 3
/** What was found is given out for so many times as long as finding it took: those of a small company are as of now. */
const REST = 15
/** Hours of weeks hardly differ within a minute, and with a thousand steps all who look in it share one reading of them. */
const MAX_AGE_MS = 60_000
/** Where it takes as long as that, the last ones are given out until then while they are found anew. */
const MAX_STALE_MS = 300_000
/** Causes that are gone over in one stretch. */
const STRIDE = 20
const HOUR_MS = 3_600_000
const ALL = 10_000

/**
 * Where more chains than usual stop, of the last 30 days: those that go on first, then the newest. As of five minutes ago
 * at most.
 */
export async function listIncidents(actor: Actor): Promise<Incidents> {
  authorize(actor, 'read')
  return kept('incidents', MAX_AGE_MS, findIncidents, MAX_STALE_MS, REST)
}

async function findIncidents(): Promise<Incidents> {
  const now = Date.now()
  const period = periodOf({ days: DAYS }, now)
  const stops = await findLaggingStops(await readEdgeHours(period), now)
  const [takers, services, catalog] = await Promise.all([
    readTakers(period, stops),
    listServices(undefined, ALL),
    currentCatalog(),
  ])
  const incidents = groupStops(stops, ({ from, to }) => takers.get(`${from}\n${to}`) ?? '').slice(
    0,
    MOST_INCIDENTS,
  )
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
  const byCause = [...groupByCause(edges).values()]
  const suspected: EdgeHours[] = []
  for (const [index, siblings] of byCause.entries()) {
    if (index % STRIDE === 0) await letOthersIn(undefined)
    // With the other steps of the same cause: they may have taken the place of what is missing.
    if (findStops(siblings, now).length > 0) suspected.push(...siblings)
  }
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
