import 'server-only'
import type { Quarantined, QuarantinedSummary } from '@/lib/contracts/event'
import type { Violation } from '@/lib/contracts/problem-details'
import { ownPlace } from '@/lib/domain/envelope/own-place'
import { pool } from '@/lib/server/database/connection'
import type { Database } from './event-receive-store'
import { groupCondition, messageCondition, type QuarantineFilter } from './quarantine-condition'

/** Bytes kept of one message; longer ones are cut. */
export const MAX_KEPT_BYTES = 1024 * 1024

/** A message to be kept. */
export interface QuarantineRow {
  raw: Buffer
  rawHash: string
  problems: readonly Violation[]
  eventId: string | null
  type: string | null
  imported: boolean
  /** The service whose token sent it, where it is known. */
  sender: string | null
}

/**
 * Keeps messages whole (up to 1 MiB each) and answers their ids, in order. The same bytes again are counted, not kept
 * twice, so that a client that repeats itself does not fill the store; what is said of them is what was found last.
 * @param isRetry whether nobody sent them again: then they are not counted either
 * @throws PostgreSQL error PT507 beyond 1 GiB in all; nothing is kept then
 */
export async function insertQuarantined(
  db: Database,
  rows: readonly QuarantineRow[],
  isRetry = false,
): Promise<string[]> {
  const distinct = [...new Map(rows.map((row) => [row.rawHash, row])).values()]
  distinct.sort((a, b) => (a.rawHash < b.rawHash ? -1 : 1))
  const times = new Map<string, number>()
  for (const { rawHash } of rows) times.set(rawHash, (times.get(rawHash) ?? 0) + 1)
  const { rows: stored } = await db.query<{ id: string; hash: string }>(
    `INSERT INTO events.quarantine AS q
       (raw_hash, raw, bytes, problems, event_id, type, imported, sender, code, place, count)
     SELECT hash::uuid, raw, bytes, problems::json, event_id, type, imported, sender, code, place, times
     FROM unnest($1::text[], $2::bytea[], $3::int[], $4::text[], $5::text[], $6::text[], $7::bool[], $8::text[],
         $9::text[], $10::text[], $11::int[])
       AS u(hash, raw, bytes, problems, event_id, type, imported, sender, code, place, times)
     ON CONFLICT (raw_hash) DO UPDATE SET problems = excluded.problems, event_id = excluded.event_id,
       type = excluded.type, imported = excluded.imported, sender = coalesce(excluded.sender, q.sender),
       code = excluded.code, place = excluded.place,
       count = CASE WHEN $12 THEN q.count ELSE q.count + excluded.count END,
       last_received_at = CASE WHEN $12 THEN q.last_received_at ELSE excluded.last_received_at END
     RETURNING id::text, replace(raw_hash::text, '-', '') AS hash`,
    [
      distinct.map((row) => row.rawHash),
      distinct.map((row) => row.raw.subarray(0, MAX_KEPT_BYTES)),
      distinct.map((row) => row.raw.length),
      distinct.map((row) => JSON.stringify(row.problems)),
      distinct.map((row) => row.eventId),
      distinct.map((row) => row.type),
      distinct.map((row) => row.imported),
      distinct.map((row) => row.sender),
      distinct.map((row) => row.problems[0]?.code ?? ''),
      distinct.map((row) => ownPlace(row.problems[0]?.pointer ?? '')),
      distinct.map((row) => times.get(row.rawHash)),
      isRetry,
    ],
  )
  const ids = new Map(stored.map((row) => [row.hash, row.id]))
  return rows.map((row) => ids.get(row.rawHash)!)
}

export interface SummaryRow {
  id: string
  received_at: Date
  problems: Violation[]
  event_id: string | null
  type: string | null
  sender: string | null
  bytes: number
  retried_at: Date | null
}

/** The columns of a summary. */
export const SUMMARY_COLUMNS = 'id::text, received_at, problems, event_id, type, sender, bytes, retried_at'

/** Newest first, below the id of the cursor. */
export async function listQuarantined(
  filter: QuarantineFilter,
  before: string | null,
  limit: number,
): Promise<QuarantinedSummary[]> {
  const values: unknown[] = [before, limit]
  const { rows } = await pool().query<SummaryRow>(
    // By the number: without the table's name it would be the text, of which 9 comes after 10.
    `SELECT ${SUMMARY_COLUMNS} FROM events.quarantine
     WHERE ${messageCondition(filter, values)} AND ($1::bigint IS NULL OR id < $1::bigint)
     ORDER BY quarantine.id DESC LIMIT $2`,
    values,
  )
  return rows.map(toSummary)
}

/** How many messages match, by the code of their first problem, most frequent first. */
export async function countReasons(filter: QuarantineFilter): Promise<{ code: string; count: number }[]> {
  const values: unknown[] = []
  const counted =
    filter.q === undefined
      ? `sum(messages)::float8 AS count FROM events.quarantine_group
         WHERE ${groupCondition(filter, values)}`
      : `count(*)::float8 AS count FROM events.quarantine WHERE ${messageCondition(filter, values)}`
  const { rows } = await pool().query<{ code: string; count: number }>(
    `SELECT code, ${counted} GROUP BY 1 ORDER BY 2 DESC, 1`,
    values,
  )
  return rows
}

/** How many messages are kept, and how many bytes they take. */
export async function readQuarantineUsage(): Promise<{ total: number; bytes: number }> {
  const { rows } = await pool().query<{ messages: string; bytes: string }>(
    'SELECT messages, bytes FROM events.quarantine_usage',
  )
  return { total: Number(rows[0]?.messages ?? 0), bytes: Number(rows[0]?.bytes ?? 0) }
}

/** A kept message with its bytes, and how it came. */
export interface KeptMessage extends Pick<QuarantineRow, 'raw' | 'imported'> {
  message: Quarantined & { text: string }
}

export async function findQuarantined(id: string): Promise<KeptMessage | null> {
  if (!/^\d{1,18}$/.test(id)) return null
  const { rows } = await pool().query<SummaryRow & Omit<KeptMessage, 'message'>>(
    `SELECT ${SUMMARY_COLUMNS}, raw, imported FROM events.quarantine WHERE id = $1::bigint`,
    [id],
  )
  const [row] = rows
  if (!row) return null
  const message = { ...toSummary(row), problems: row.problems, text: row.raw.toString('utf8') }
  return { message, raw: row.raw, imported: row.imported }
}

export async function markRetried(id: string): Promise<void> {
  await pool().query('UPDATE events.quarantine SET retried_at = now() WHERE id = $1::bigint', [id])
}

export async function deleteQuarantined(id: string): Promise<void> {
  await pool().query('DELETE FROM events.quarantine WHERE id = $1::bigint', [id])
}

export function toSummary(row: SummaryRow): QuarantinedSummary {
  const [first] = row.problems
  return {
    id: row.id,
    received_at: row.received_at.toISOString(),
    code: first?.code ?? '',
    message: first?.message ?? '',
    pointer: first?.pointer ?? '',
    event_id: row.event_id,
    type: row.type,
    sender: row.sender,
    bytes: row.bytes,
    retried_at: row.retried_at?.toISOString() ?? null,
  }
}
