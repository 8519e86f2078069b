import 'server-only'
import type { Kind } from '@/lib/contracts/event-type'
import type { DelayCount } from '@/lib/domain/flow/delay'
import { pool } from '@/lib/server/database/connection'
import { linksUnderWay } from './links-under-way'

/** Whole hours of receipt, from the first instant up to the second, which is not in it. */
export interface Period {
  from: Date
  to: Date
}

/** A measured edge between two types, with its delays. */
export interface EdgeRow {
  from: string
  to: string
  from_kind: Kind | null
  to_kind: Kind | null
  count: number
  delays: DelayCount[]
}

/** Edges of a period, by the parent's hour of receipt; with a type, only those that touch it. Most frequent first. */
export async function readEdges({ from, to }: Period, type: string | null): Promise<EdgeRow[]> {
  await linksUnderWay()
  const { rows } = await pool().query<EdgeRow>(
    `WITH delays AS (
       SELECT from_type_id, to_type_id, delay, sum(count)::float8 AS count
       FROM events.edge_count
       WHERE hour >= $1 AND hour < $2
         AND ($3::text IS NULL
           OR from_type_id = (SELECT id FROM events.type WHERE name = $3)
           OR to_type_id = (SELECT id FROM events.type WHERE name = $3))
       GROUP BY 1, 2, 3
     )
     SELECT f.name AS "from", t.name AS "to", fc.kind AS from_kind, tc.kind AS to_kind, sum(d.count) AS count,
       json_agg(json_build_object('bucket', d.delay, 'count', d.count)) AS delays
     FROM delays d
     JOIN events.type f ON f.id = d.from_type_id JOIN events.type t ON t.id = d.to_type_id
     LEFT JOIN event_type fc ON fc.name = f.name LEFT JOIN event_type tc ON tc.name = t.name
     GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2`,
    [from, to, type],
  )
  return rows
}

const DAY_MS = 86_400_000

/** Events received of each type in a period, by name. Whole days are read from the daily counts, which are few. */
export async function readTotals({ from, to }: Period): Promise<Map<string, number>> {
  const isWhole = from.getTime() % DAY_MS === 0 && to.getTime() > Date.now()
  const counts = isWhole
    ? `events.daily_count c WHERE c.day >= ($1::timestamptz AT TIME ZONE 'UTC')::date AND $2::timestamptz IS NOT NULL`
    : 'events.hourly_count c WHERE c.hour >= $1 AND c.hour < $2'
  const { rows } = await pool().query<{ name: string; count: number }>(
    `SELECT t.name, d.count FROM (
       SELECT c.type_id, sum(c.count)::float8 AS count FROM ${counts} GROUP BY 1
     ) d JOIN events.type t ON t.id = d.type_id`,
    [from, to],
  )
  return new Map(rows.map((row) => [row.name, row.count]))
}

/** Edge counts of one step in an hour or day, by version of the cause, producer of the effect, and delay. */
export interface StepRow {
  at: Date
  version: string
  producer: string
  bucket: number
  count: number
}

export async function readStep(
  { from, to }: Period,
  step: 'hour' | 'day',
  edge: { from: string; to: string },
): Promise<StepRow[]> {
  await linksUnderWay()
  const { rows } = await pool().query<StepRow>(
    `SELECT date_trunc($3, c.hour, 'UTC') AS at, v.label AS version, c.to_producer AS producer, c.delay AS bucket,
       sum(c.count)::float8 AS count
     FROM events.edge_count c JOIN events.version v ON v.id = c.from_version_id
     WHERE c.hour >= $1 AND c.hour < $2
       AND c.from_type_id = (SELECT id FROM events.type WHERE name = $4)
       AND c.to_type_id = (SELECT id FROM events.type WHERE name = $5)
     GROUP BY 1, 2, 3, 4`,
    [from, to, step, edge.from, edge.to],
  )
  return rows
}

/** How often each version of a type was received in each hour or day of a period. */
export async function readReceived(
  { from, to }: Period,
  step: 'hour' | 'day',
  type: string,
): Promise<{ at: Date; version: string; count: number }[]> {
  const { rows } = await pool().query<{ at: Date; version: string; count: number }>(
    `SELECT date_trunc($3, c.hour, 'UTC') AS at, v.label AS version, sum(c.count)::float8 AS count
     FROM events.hourly_count c JOIN events.version v ON v.id = c.version_id
     WHERE c.type_id = (SELECT id FROM events.type WHERE name = $4) AND c.hour >= $1 AND c.hour < $2
     GROUP BY 1, 2`,
    [from, to, step, type],
  )
  return rows
}

/** How often each version and validity of a type was received in the last days. */
export interface UseRow {
  version: string
  /** The catalog has this version. */
  known: boolean
  validity: number
  count: number
  last_received_at: Date
}

/** How many events of a type that receipt could not judge were judged later, by what they were found to be. */
export async function readJudgedLater(
  type: string,
  { from, to }: Period,
): Promise<{ validity: number; count: number }[]> {
  const { rows } = await pool().query<{ validity: number; count: number }>(
    `SELECT validity, count(*)::float8 AS count FROM events.validity
     WHERE type_id = (SELECT id FROM events.type WHERE name = $1) AND received_at >= $2 AND received_at < $3
     GROUP BY 1`,
    [type, from, to],
  )
  return rows
}

export async function readUses(type: string, { from, to }: Period): Promise<UseRow[]> {
  const { rows } = await pool().query<UseRow>(
    `SELECT v.label AS version, s.id IS NOT NULL AS known, c.validity, sum(c.count)::float8 AS count,
       max(c.last_received_at) AS last_received_at
     FROM events.type t
     JOIN events.hourly_count c ON c.type_id = t.id AND c.hour >= $2 AND c.hour < $3
     JOIN events.version v ON v.id = c.version_id
     LEFT JOIN event_type e ON e.name = t.name
     LEFT JOIN schema_version s ON s.event_type_id = e.id AND s.label = v.label
     WHERE t.name = $1 GROUP BY 1, 2, 3 ORDER BY 4 DESC`,
    [type, from, to],
  )
  return rows
}
