import 'server-only'
import type { PoolClient } from 'pg'
import type { Validity } from '@/lib/contracts/event'
import type { Violation } from '@/lib/contracts/problem-details'
import { pool, type Transaction } from '@/lib/server/database/connection'
import { smallints } from './binary-arrays'
import { joinTexts, textsOf, TRAIT, validityCode } from './event-columns'

/** Events, and characters of their data, in memory at a time. */
const BATCH = 500
const BATCH_CHARACTERS = 8 * 1024 * 1024

/** An event that the catalog could not judge when it came, or later. */
export interface UncheckedEvent {
  readonly eventId: string
  /** As the database writes them, to the microsecond. */
  readonly createdAt: string
  readonly receivedAt: string
  /** The data block as it was received, and what it was called. */
  readonly dataText: string
  readonly block: 'data' | 'payload'
  /** What was said of it last. */
  readonly problems: readonly Violation[]
}

export interface LateJudgement {
  readonly event: UncheckedEvent
  readonly validity: Validity
  readonly problems: readonly Violation[]
}

/**
 * Judges the first events of a batch, as many as it takes on. Null where there is nothing left to judge them by; null for
 * an event of which there is nothing else to say.
 */
export type JudgeBatch = (
  version: { readonly type: string; readonly version: string },
  events: readonly UncheckedEvent[],
) => Promise<(LateJudgement | null)[] | null>

/** Asks that stored events which name a version are judged by it, once it is there. */
export async function requestLateCheck(
  transaction: Transaction,
  { type, version }: { type: string; version: string },
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO events.late_check (type, version) VALUES (${type}, ${version}) ON CONFLICT DO NOTHING`
}

/** Asks that events are judged whose schemas refer to a document that is now there, directly or through others. */
export async function requestReferrerCheck(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`INSERT INTO events.late_reference DEFAULT VALUES ON CONFLICT DO NOTHING`
}

/**
 * Where that was asked, has the unchecked events judged of all versions that refer to other documents: few do, and whom a
 * document was missing to is not on record.
 */
export async function checkReferrers(): Promise<void> {
  await pool().query(
    `WITH due AS (DELETE FROM events.late_reference WHERE turn_at <= clock_timestamp() RETURNING asked)
     INSERT INTO events.late_check (type, version, turn_at)
       SELECT t.name, v.label, clock_timestamp()
       FROM due
       CROSS JOIN schema_version s
       JOIN event_type c ON c.id = s.event_type_id
       JOIN events.type t ON t.name = c.name COLLATE "C"
       JOIN events.version v ON v.type_id = t.id AND v.label = s.label COLLATE "C"
       WHERE s.schema ~ '"[$](ref|dynamicRef)":"[^#]'
         AND EXISTS (SELECT FROM events.hourly_count h WHERE h.type_id = t.id AND h.version_id = v.id AND h.validity = 0)
       ORDER BY 1, 2
     ON CONFLICT (type, version) DO UPDATE SET turn_at = excluded.turn_at, received_at = NULL, event_id = NULL`,
  )
}

interface CheckRow {
  type: string
  version: string
  received_at: string | null
  event_id: string | null
}

/**
 * Has one batch judged, of the version whose turn it is and that no other process is at: judgements and the place that
 * was reached are written together. @returns false where nothing is due
 * @throws what `judge` throws; that version then waits a minute
 */
export async function judgeNextBatch(judge: JudgeBatch): Promise<boolean> {
  const client = await pool().connect()
  let check: CheckRow | undefined
  try {
    await client.query('BEGIN')
    check = await takeCheck(client)
    if (check) await judgeBatchOf(client, check, judge)
    await client.query('COMMIT')
    return check !== undefined
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    if (check) await postpone(client, check).catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function takeCheck(client: PoolClient): Promise<CheckRow | undefined> {
  const { rows } = await client.query<CheckRow>(
    `SELECT type, version, received_at::text AS received_at, event_id FROM events.late_check
     WHERE turn_at <= clock_timestamp() ORDER BY turn_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
  )
  return rows[0]
}

async function postpone(client: PoolClient, { type, version }: CheckRow): Promise<void> {
  await client.query(
    `UPDATE events.late_check SET turn_at = clock_timestamp() + interval '1 minute' WHERE type = $1 AND version = $2`,
    [type, version],
  )
}

async function judgeBatchOf(client: PoolClient, check: CheckRow, judge: JudgeBatch): Promise<void> {
  // Whoever erases an event waits for the batch, or the batch for the erasure.
  await client.query(`SELECT pg_advisory_xact_lock_shared(hashtextextended('events.late_check', 0))`)
  const { typeId, events } = await readUnchecked(client, check)
  const judged = events.length === 0 ? null : await judge(check, events)
  if (judged === null) {
    await client.query('DELETE FROM events.late_check WHERE type = $1 AND version = $2', [
      check.type,
      check.version,
    ])
    return
  }
  await insertJudgements(
    client,
    typeId,
    judged.filter((one) => one !== null),
  )
  const last = events[judged.length - 1]
  await client.query(
    `UPDATE events.late_check SET turn_at = clock_timestamp(),
       received_at = coalesce($3::timestamptz, received_at), event_id = coalesce($4, event_id)
     WHERE type = $1 AND version = $2`,
    [check.type, check.version, last?.receivedAt ?? null, last?.eventId ?? null],
  )
}

/** The next unchecked events of a version that are stored with their bodies, newest receipt first. */
async function readUnchecked(
  client: PoolClient,
  { type, version, received_at, event_id }: CheckRow,
): Promise<{ typeId: number; events: UncheckedEvent[] }> {
  const { rows: ids } = await client.query<{ type_id: number; id: number }>(
    `SELECT v.type_id, v.id FROM events.version v JOIN events.type t ON t.id = v.type_id
     WHERE t.name = $1 AND v.label = $2`,
    [type, version],
  )
  const [named] = ids
  if (!named) return { typeId: 0, events: [] }
  const { rows } = await client.query<{
    event_id: string
    created_at: string
    received_at: string
    traits: number
    data: string
    problems: Violation[] | null
  }>(
    `SELECT event_id, created_at::text AS created_at, received_at::text AS received_at, traits, data,
       (SELECT CASE WHEN later.event_id IS NULL THEN measured.problems ELSE later.problems END
        FROM (SELECT) one LEFT JOIN events.validity later ON later.event_id = measured.event_id) AS problems
     FROM (
       SELECT *, sum(length(data)) OVER (ORDER BY received_at DESC, event_id DESC) - length(data) AS before
       FROM (
         SELECT event_id, created_at, received_at, traits, data::text AS data, problems FROM events.event
         WHERE type_id = $1 AND version_id = $2 AND validity = 0 AND data IS NOT NULL
           AND ($3::timestamptz IS NULL OR received_at <= $3) AND ($3 IS NULL OR (received_at, event_id) < ($3, $4::text))
         ORDER BY received_at DESC, event_id DESC LIMIT ${BATCH}
       ) next
     ) measured
     WHERE before < ${BATCH_CHARACTERS} ORDER BY measured.received_at DESC, measured.event_id DESC`,
    [named.type_id, named.id, received_at, event_id],
  )
  const events = rows.map((row): UncheckedEvent => ({
    eventId: row.event_id,
    createdAt: row.created_at,
    receivedAt: row.received_at,
    dataText: row.data,
    block: (row.traits & TRAIT.payload) === 0 ? 'data' : 'payload',
    problems: row.problems ?? [],
  }))
  return { typeId: named.type_id, events }
}

async function insertJudgements(
  client: PoolClient,
  typeId: number,
  judged: readonly LateJudgement[],
): Promise<void> {
  if (judged.length === 0) return
  await client.query(
    `INSERT INTO events.validity (event_id, validity, problems, type_id, created_at, received_at)
     SELECT u.event_id, u.validity, nullif(u.problems, '')::json, $1, u.created_at::timestamptz, u.received_at::timestamptz
     FROM unnest(${textsOf(2)}, $3::smallint[], ${textsOf(4)}, ${textsOf(5)}, ${textsOf(6)})
       AS u(event_id, validity, problems, created_at, received_at)
     ON CONFLICT (event_id) DO UPDATE
       SET validity = excluded.validity, problems = excluded.problems, checked_at = excluded.checked_at
       WHERE validity.validity = 0`,
    [
      typeId,
      joinTexts(judged.map(({ event }) => event.eventId)),
      smallints(judged.map(({ validity }) => validityCode(validity))),
      joinTexts(judged.map(({ problems }) => (problems.length === 0 ? null : JSON.stringify(problems)))),
      joinTexts(judged.map(({ event }) => event.createdAt)),
      joinTexts(judged.map(({ event }) => event.receivedAt)),
    ],
  )
}
