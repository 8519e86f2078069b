import 'server-only'
import type { EventTypeSummary } from '@/lib/contracts/event-type'
import type { CatalogEntry } from '@/lib/server/catalog-index/catalog-index'
import type { Volume } from '@/lib/server/stores/volume-store'

/** Days a sparkline shows. */
const DAYS = 30

const silent: Volume = { daily: new Array<number>(DAYS).fill(0), lastDay: 0 }

/** One row of the catalog: what people wrote, and what was counted. */
export function toSummary(
  { row, latest }: CatalogEntry,
  volume: Volume = silent,
): Omit<EventTypeSummary, 'matches'> {
  const firstDay = volume.daily.findIndex((count) => count > 0)
  const days = firstDay < 0 ? DAYS : DAYS - firstDay
  const total = volume.daily.reduce((sum, count) => sum + count, 0)
  return {
    name: row.name,
    kind: row.kind,
    entity: row.entity,
    operation: row.operation,
    status: row.status,
    successor: row.successor,
    retires_on: row.retiresOn,
    description: row.description,
    owner: row.owner,
    domain: row.domain,
    latest_version: latest?.label ?? null,
    versions_count: row.versions.length,
    producers: [...row.producers],
    consumers: [...row.consumers],
    events_last_day: volume.lastDay,
    events_per_day: Math.round((total / days) * 10) / 10,
    daily: [...volume.daily],
  }
}
