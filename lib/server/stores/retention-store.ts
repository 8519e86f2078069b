import 'server-only'
import { pool, prisma, type Transaction } from '@/lib/server/database/connection'
import { recordDeed, type Deed } from './audit-store'
import type { LogPlace } from './event-tail-store'

/** A day of receipt (`2026-11-23`, UTC) whose events are stored. */
export interface StoredDay {
  day: string
  /** Received on it. */
  events: number
  /** What they take on the disk. */
  bytes: number
}

/** Days whose events are stored, oldest first; those that are made ahead and empty are left out. */
export async function readStoredDays(): Promise<StoredDay[]> {
  const { rows } = await pool().query<StoredDay>(`
    WITH part AS (
      SELECT to_date(right(c.relname, 8), 'YYYYMMDD') AS day, pg_total_relation_size(c.oid) AS bytes
      FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'events.event'::regclass
    )
    SELECT to_char(p.day, 'YYYY-MM-DD') AS day, p.bytes::float8 AS bytes, sum(c.count)::float8 AS events
    FROM part p JOIN events.daily_count c ON c.day = p.day GROUP BY p.day, p.bytes ORDER BY p.day`)
  return rows
}

/**
 * The first day behind all that retention has dropped: since then everything that was received is stored. null where
 * nothing was dropped. Events that are imported into a dropped day do not make it whole.
 */
export async function readRetainedSince(): Promise<string | null> {
  const { rows } = await pool().query<{ day: string | null }>({
    name: 'retained-since',
    text: `SELECT to_char(max(day) + 1, 'YYYY-MM-DD') AS day FROM events.dropped_day`,
  })
  return rows[0]!.day
}

/** The day before which events are gone that stood behind a place in the log; null where none are. */
export async function readDroppedBehind({ position, eventId }: LogPlace): Promise<string | null> {
  const { rows } = await pool().query<{ day: string | null }>(
    `SELECT to_char(max(day) + 1, 'YYYY-MM-DD') AS day FROM events.dropped_day
     WHERE (position, event_id) > ($1::xid8, $2::text COLLATE "C")`,
    [position, eventId],
  )
  return rows[0]!.day
}

/** What beside the events of those days would go. */
export async function countBesides(before: string): Promise<{ conflicts: number; messages: number }> {
  const { rows } = await pool().query<{ conflicts: number; messages: number }>(
    `SELECT (SELECT count(*) FROM events.conflict WHERE received_at < $1::date AT TIME ZONE 'UTC')::float8 AS conflicts,
       (SELECT count(*) FROM events.quarantine WHERE received_at < $1::date AT TIME ZONE 'UTC')::float8 AS messages`,
    [before],
  )
  return rows[0]!
}

/** Files of a large day are many. */
const LONGEST_DROP_MS = 120_000

/**
 * Drops the oldest day before `before` and puts it on record, both or neither; answers which day, null where there is
 * none or another process is at it. @throws PostgreSQL error 55P03 where somebody reads for too long
 */
export async function dropOldestDay(
  before: string,
  deed: (day: string, events: number) => Deed,
): Promise<string | null> {
  const work = async (transaction: Transaction) => {
    const [turn] = await transaction.$queryRaw<{ mine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('events.retention', 0)) AS mine`
    if (turn?.mine !== true) return null
    const [dropped] = await transaction.$queryRaw<{ day: string | null }[]>`
      SELECT to_char(events.drop_oldest_day(${before}::date), 'YYYY-MM-DD') AS day`
    if (!dropped?.day) return null
    const [counted] = await transaction.$queryRaw<{ events: number }[]>`
      SELECT coalesce(sum(count), 0)::float8 AS events FROM events.daily_count WHERE day = ${dropped.day}::date`
    await recordDeed(transaction, deed(dropped.day, counted?.events ?? 0))
    return dropped.day
  }
  return prisma().$transaction(work, { timeout: LONGEST_DROP_MS })
}

/** Takes away other contents and messages in quarantine received before a day; answers how many. */
export async function forgetBesides(before: string): Promise<{ conflicts: number; messages: number }> {
  const day = `$1::date AT TIME ZONE 'UTC'`
  const conflicts = await pool().query(`DELETE FROM events.conflict WHERE received_at < ${day}`, [before])
  const messages = await pool().query(`DELETE FROM events.quarantine WHERE received_at < ${day}`, [before])
  return { conflicts: conflicts.rowCount ?? 0, messages: messages.rowCount ?? 0 }
}

/** Pages of a table that are walked in one transaction. */
const STRIDE = 5_000

/**
 * Takes away later judgements of events that are gone, and what chains were found by in weeks that are gone as a whole:
 * page by page, so that nobody who receives waits. The days of chains stay, as the ledger does: an event imported into a
 * day that is gone relies on those of its parent.
 */
export async function forgetOf(before: string): Promise<void> {
  await pool().query(`DELETE FROM events.validity WHERE received_at < $1::date AT TIME ZONE 'UTC'`, [before])
  const { rows } = await pool().query<{ pages: number }>(
    `SELECT (pg_relation_size('events.chain_search_key') / current_setting('block_size')::int)::float8 AS pages`,
  )
  for (let page = 0; page < (rows[0]?.pages ?? 0); page += STRIDE)
    await pool().query(
      `DELETE FROM events.chain_search_key
       WHERE ctid >= ('(' || $2::bigint || ',0)')::tid AND ctid < ('(' || $3::bigint || ',0)')::tid
         AND week < floor(extract(epoch FROM $1::date) / 604800)`,
      [before, page, page + STRIDE],
    )
}
