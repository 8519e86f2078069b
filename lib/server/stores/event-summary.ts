import type { EventFlag, EventSummary } from '@/lib/contracts/event'
import type { Kind } from '@/lib/contracts/event-type'
import { microseconds, TRAIT, validityOf } from './event-columns'

/** A stored event as every list and chain shows it. Times in microseconds since 1970. */
export interface SummaryRow {
  event_id: string
  parent_event_id: string | null
  trace_id: string | null
  type: string
  version: string
  kind: Kind | null
  owner_id: string | null
  catalog_owner: string | null
  producer: string | null
  created_at: number
  received_at: number
  validity: number
  traits: number
  /** All of them, the first included. */
  deliveries: number
  has_conflict: boolean
  erased: boolean
}

/** SELECT list of a summary; see `SUMMARY_JOINS`. */
export const SUMMARY_COLUMNS = `
  e.event_id, e.parent_event_id, e.trace_id, t.name AS type, v.label AS version, c.kind, e.owner_id,
  o.slug AS catalog_owner, e.producer, ${microseconds('e.created_at')} AS created_at,
  ${microseconds('e.received_at')} AS received_at, coalesce(later.validity, e.validity) AS validity, e.traits,
  (1 + coalesce(d.count, 0))::float8 AS deliveries,
  EXISTS (SELECT FROM events.conflict x WHERE x.event_id = e.event_id) AS has_conflict,
  EXISTS (SELECT FROM events.erasure x WHERE x.event_id = e.event_id) AS erased`

/** What a summary of the event `e` needs to be joined with. */
export const SUMMARY_JOINS = `
  JOIN events.type t ON t.id = e.type_id
  JOIN events.version v ON v.id = e.version_id
  LEFT JOIN event_type c ON c.name = t.name
  LEFT JOIN owner o ON o.id = c.owner_id
  LEFT JOIN events.validity later ON later.event_id = e.event_id
  LEFT JOIN events.delivery d ON d.event_id = e.event_id`

/** An instant as the wire has it. */
export function instantOf(us: number): string {
  return new Date(us / 1000).toISOString()
}

/** @param more flags that only the neighbours of an event tell */
export function toSummary(
  row: SummaryRow,
  lateAfterSeconds: number,
  more: readonly EventFlag[] = [],
): EventSummary {
  return {
    event_id: row.event_id,
    parent_event_id: row.parent_event_id,
    trace_id: row.trace_id,
    type: row.type,
    version: row.version,
    kind: row.kind,
    owner: row.owner_id ?? row.catalog_owner,
    producer: row.producer,
    created_at: instantOf(row.created_at),
    received_at: instantOf(row.received_at),
    status: validityOf(row.validity),
    flags: [...ownFlags(row, lateAfterSeconds), ...more],
  }
}

const NONE: readonly EventFlag[] = []

/** What an event's own row tells of it. Most events have no flag, and share one list. */
export function ownFlags(row: SummaryRow, lateAfterSeconds: number): readonly EventFlag[] {
  const imported = (row.traits & TRAIT.imported) !== 0
  const late = !imported && row.received_at - row.created_at > lateAfterSeconds * 1e6
  const foreign = row.owner_id !== null && row.catalog_owner !== null && row.owner_id !== row.catalog_owner
  const repeated = row.deliveries > 1
  if (!imported && !late && !foreign && !repeated && !row.has_conflict && !row.erased) return NONE
  const flags: [EventFlag, boolean][] = [
    ['late', late],
    ['duplicate', repeated],
    ['conflict', row.has_conflict],
    ['imported', imported],
    ['erased', row.erased],
    ['foreign-owner', foreign],
  ]
  return flags.filter(([, applies]) => applies).map(([flag]) => flag)
}
