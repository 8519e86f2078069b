import 'server-only'
import type { Kind } from '@/lib/contracts/event-type'
import type { DelayCount } from '@/lib/domain/flow/delay'
import { pool } from '@/lib/server/database/connection'

/** A measured edge between two types, with its delays. */
export interface EdgeRow {
  from: string
  to: string
  from_kind: Kind | null
  to_kind: Kind | null
  count: number
  delays: DelayCount[]
}

/** Start of the day (UTC) that is so many days, today included, back. */
const SINCE = `((now() AT TIME ZONE 'UTC')::date - ($1::int - 1))`

/** Edges of the last days, by the parent's day of receipt; with a type, only those that touch it. Most frequent first. */
export async function readEdges(days: number, type: string | null): Promise<EdgeRow[]> {
  const { rows } = await pool().query<EdgeRow>(
    `WITH delays AS (
       SELECT from_type_id, to_type_id, delay, sum(count)::float8 AS count
       FROM events.edge_count
       WHERE hour >= ${SINCE}::timestamp AT TIME ZONE 'UTC'
         AND ($2::text IS NULL
           OR from_type_id = (SELECT id FROM events.type WHERE name = $2)
           OR to_type_id = (SELECT id FROM events.type WHERE name = $2))
       GROUP BY 1, 2, 3
     )
     SELECT f.name AS "from", t.name AS "to", fc.kind AS from_kind, tc.kind AS to_kind, sum(d.count) AS count,
       json_agg(json_build_object('bucket', d.delay, 'count', d.count)) AS delays
     FROM delays d
     JOIN events.type f ON f.id = d.from_type_id JOIN events.type t ON t.id = d.to_type_id
     LEFT JOIN event_type fc ON fc.name = f.name LEFT JOIN event_type tc ON tc.name = t.name
     GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2`,
    [days, type],
  )
  return rows
}

/** Events received of each type in the last days, by name. */
export async function readTotals(days: number): Promise<Map<string, number>> {
  const { rows } = await pool().query<{ name: string; count: number }>(
    `SELECT t.name, sum(c.count)::float8 AS count FROM events.daily_count c JOIN events.type t ON t.id = c.type_id
     WHERE c.day >= ${SINCE} GROUP BY 1`,
    [days],
  )
  return new Map(rows.map((row) => [row.name, row.count]))
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

export async function readUses(type: string, days: number): Promise<UseRow[]> {
  const { rows } = await pool().query<UseRow>(
    `SELECT v.label AS version, s.id IS NOT NULL AS known, c.validity, sum(c.count)::float8 AS count,
       max(c.last_received_at) AS last_received_at
     FROM events.type t
     JOIN events.hourly_count c ON c.type_id = t.id AND c.hour >= ${SINCE}::timestamp AT TIME ZONE 'UTC'
     JOIN events.version v ON v.id = c.version_id
     LEFT JOIN event_type e ON e.name = t.name
     LEFT JOIN schema_version s ON s.event_type_id = e.id AND s.label = v.label
     WHERE t.name = $2 GROUP BY 1, 2, 3 ORDER BY 4 DESC`,
    [days, type],
  )
  return rows
}
