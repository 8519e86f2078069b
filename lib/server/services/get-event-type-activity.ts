import 'server-only'
import type { Activity } from '@/lib/contracts/event-type'
import { delayQuantile } from '@/lib/domain/flow/delay'
import { validityOf } from '@/lib/server/stores/event-columns'
import { readEdges, readTotals, readUses, type EdgeRow, type UseRow } from '@/lib/server/stores/flow-store'
import { readVolumes, VOLUME_DAYS } from '@/lib/server/stores/volume-store'
import { authorize, type Actor } from './actor'
import { shareOf } from './get-flows'

const DAY_MS = 86_400_000

/** Volume, versions in use, validity, causes and effects of the last 30 days; also of a type that is in no catalog. */
export async function getEventTypeActivity(actor: Actor, { name }: { name: string }): Promise<Activity> {
  authorize(actor, 'read')
  const [volumes, uses, edges, totals] = await Promise.all([
    readVolumes(),
    readUses(name, VOLUME_DAYS),
    readEdges(VOLUME_DAYS, name),
    readTotals(VOLUME_DAYS),
  ])
  const daily = volumes.get(name)?.daily ?? new Array<number>(VOLUME_DAYS).fill(0)
  const today = Math.floor(Date.now() / DAY_MS)
  const total = totals.get(name)
  const validity = { valid: 0, invalid: 0, unknown: 0 }
  for (const use of uses) validity[validityOf(use.validity)] += use.count
  return {
    daily: daily.map((count, index) => ({
      day: new Date((today - daily.length + 1 + index) * DAY_MS).toISOString().slice(0, 10),
      count,
    })),
    versions: versionsOf(uses),
    validity,
    caused_by: edges.filter(({ to }) => to === name).map((edge) => toNeighbour(edge, 'from', total)),
    causes: edges.filter(({ from }) => from === name).map((edge) => toNeighbour(edge, 'to', total)),
  }
}

function versionsOf(uses: readonly UseRow[]): Activity['versions'] {
  const total = uses.reduce((sum, use) => sum + use.count, 0)
  const versions = new Map<string, { known: boolean; count: number; last: Date }>()
  for (const { version, known, count, last_received_at } of uses) {
    const sum = versions.get(version) ?? { known, count: 0, last: last_received_at }
    sum.count += count
    if (last_received_at > sum.last) sum.last = last_received_at
    versions.set(version, sum)
  }
  return [...versions]
    .map(([version, { known, count, last }]) => ({
      version,
      known,
      count,
      share: count / total,
      last_seen: last.toISOString(),
    }))
    .sort((a, b) => b.count - a.count)
}

function toNeighbour(
  edge: EdgeRow,
  side: 'from' | 'to',
  total: number | undefined,
): Activity['causes'][number] {
  return {
    name: edge[side],
    kind: side === 'from' ? edge.from_kind : edge.to_kind,
    count: edge.count,
    share: shareOf(edge.count, total),
    p50_ms: delayQuantile(edge.delays, 0.5),
    p95_ms: delayQuantile(edge.delays, 0.95),
  }
}
