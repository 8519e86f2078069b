import 'server-only'
import type { Activity } from '@/lib/contracts/event-type'
import { delayQuantile } from '@/lib/domain/flow/delay'
import { periodOf } from '@/lib/domain/flow/period'
import { validityOf } from '@/lib/server/stores/event-columns'
import {
  readEdges,
  readJudgedLater,
  readReceived,
  readTotals,
  readUses,
  type EdgeRow,
  type UseRow,
} from '@/lib/server/stores/flow-store'
import { readVolumes, VOLUME_DAYS } from '@/lib/server/stores/volume-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { shareOf } from '@/lib/server/services/flow/get-flows'

const DAY_MS = 86_400_000

/** Volume, versions in use, validity, causes and effects of the last 30 days; also of a type that is in no catalog. */
export async function getEventTypeActivity(actor: Actor, { name }: { name: string }): Promise<Activity> {
  authorize(actor, 'read')
  const period = periodOf({ days: VOLUME_DAYS }, Date.now())
  const [volumes, uses, later, edges, totals, received] = await Promise.all([
    readVolumes(),
    readUses(name, period),
    readJudgedLater(name, period),
    readEdges(period, name),
    readTotals(period),
    readReceived(period, 'day', name),
  ])
  const daily = volumes.get(name)?.daily ?? new Array<number>(VOLUME_DAYS).fill(0)
  const today = Math.floor(Date.now() / DAY_MS)
  const total = totals.get(name)
  return {
    daily: daily.map((count, index) => ({
      day: new Date((today - daily.length + 1 + index) * DAY_MS).toISOString().slice(0, 10),
      count,
    })),
    versions: versionsOf(uses),
    versions_daily: versionsDaily(received, daily.length, today),
    validity: validityNow(uses, later),
    caused_by: edges.filter(({ to }) => to === name).map((edge) => toNeighbour(edge, 'from', total)),
    causes: edges.filter(({ from }) => from === name).map((edge) => toNeighbour(edge, 'to', total)),
  }
}

/** Events are counted by what receipt found; those it could not judge may have been judged since. */
function validityNow(
  uses: readonly UseRow[],
  later: readonly { validity: number; count: number }[],
): Activity['validity'] {
  const validity = { valid: 0, invalid: 0, unknown: 0 }
  for (const use of uses) validity[validityOf(use.validity)] += use.count
  for (const { validity: found, count } of later) {
    validity.unknown -= count
    validity[validityOf(found)] += count
  }
  return validity
}

function versionsDaily(
  received: readonly { at: Date; version: string; count: number }[],
  days: number,
  today: number,
): Activity['versions_daily'] {
  const rows = new Map<string, number[]>()
  for (const { at, version, count } of received) {
    const counts = rows.get(version) ?? new Array<number>(days).fill(0)
    const day = days - 1 - (today - Math.floor(at.getTime() / DAY_MS))
    if (day >= 0 && day < days) counts[day]! += count
    rows.set(version, counts)
  }
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  return [...rows]
    .map(([version, counts]) => ({ version, counts }))
    .sort((a, b) => total(b.counts) - total(a.counts) || (a.version < b.version ? -1 : 1))
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
