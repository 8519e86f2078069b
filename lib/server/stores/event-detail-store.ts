import 'server-only'
import type { Violation } from '@/lib/contracts/problem-details'
import { pool, prisma } from '@/lib/server/database/connection'
import { recordDeed, type Deed } from './audit-store'
import { microseconds } from './event-columns'
import { SUMMARY_COLUMNS, SUMMARY_JOINS, type SummaryRow } from './event-summary'

/** Conflicting contents shown of one event. */
const MAX_CONFLICTS = 20

export interface DetailRow extends SummaryRow {
  /** The catalog's schema version that the event names, where there is one. */
  schema_version_id: string | null
  problems: Violation[] | null
  parent_created_at: number | null
}

/** One event without its body; null where it was never stored, or retention took it. */
export async function findEventRow(eventId: string): Promise<DetailRow | null> {
  const { rows } = await pool().query<DetailRow>({
    name: 'event-detail',
    text: `SELECT ${SUMMARY_COLUMNS}, s.id AS schema_version_id,
        (SELECT ${microseconds('p.created_at')} FROM events.event_key p WHERE p.event_id = e.parent_event_id) AS parent_created_at,
        CASE WHEN later.event_id IS NULL THEN e.problems ELSE later.problems END AS problems
      FROM events.stored_event($1) e ${SUMMARY_JOINS}
      LEFT JOIN schema_version s ON s.event_type_id = c.id AND s.label = v.label`,
    values: [eventId],
  })
  return rows[0] ?? null
}

/** Other content that came under an id, as JSON texts. */
export interface StoredConflict {
  received_at: string
  data_text: string
  meta_text: string
}

/** Other contents that came under the id, first ones first. */
export async function readConflicts(eventId: string): Promise<StoredConflict[]> {
  const { rows } = await pool().query<{ received_at: Date; data: string; meta: string }>(
    `SELECT received_at, data::text AS data, meta::text AS meta FROM events.conflict
     WHERE event_id = $1 AND data IS NOT NULL ORDER BY received_at, content_hash LIMIT $2`,
    [eventId, MAX_CONFLICTS],
  )
  return rows.map((row) => ({
    received_at: row.received_at.toISOString(),
    data_text: row.data,
    meta_text: row.meta,
  }))
}

export async function readErasure(eventId: string): Promise<{ at: string; reason: string } | null> {
  const { rows } = await pool().query<{ erased_at: Date; reason: string }>(
    'SELECT erased_at, reason FROM events.erasure WHERE event_id = $1',
    [eventId],
  )
  return rows[0] ? { at: rows[0].erased_at.toISOString(), reason: rows[0].reason } : null
}

/** Replaces an event's body by a tombstone, with a record of who and why. False where no such event was stored. */
export async function eraseEventRow(eventId: string, reason: string, deed: Deed): Promise<boolean> {
  return prisma().$transaction(async (transaction) => {
    const rows = await transaction.$queryRaw<{ erased: boolean }[]>`
      SELECT events.erase_event(${eventId}, ${reason}, ${deed.by.name}) AS erased`
    if (rows[0]?.erased !== true) return false
    await recordDeed(transaction, deed)
    return true
  })
}
