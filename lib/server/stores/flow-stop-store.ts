import 'server-only'
import { pool } from '@/lib/server/database/connection'
import type { Period } from './flow-store'

export interface EdgeHourRow {
  from: string
  to: string
  /** Milliseconds since 1970. */
  at: number
  causes: number
  count: number
}

/** Every edge of a period in every hour in which its cause was received. */
export async function readEdgeHours({ from, to }: Period): Promise<EdgeHourRow[]> {
  const { rows } = await pool().query<EdgeHourRow>(
    `WITH edge AS (
       SELECT from_type_id, to_type_id FROM events.edge_count WHERE hour >= $1 AND hour < $2 GROUP BY 1, 2
     ),
     led AS (
       SELECT from_type_id, to_type_id, hour, sum(count)::float8 AS count
       FROM events.edge_count WHERE hour >= $1 AND hour < $2 GROUP BY 1, 2, 3
     ),
     came AS (
       SELECT type_id, hour, sum(count)::float8 AS count
       FROM events.hourly_count WHERE hour >= $1 AND hour < $2 GROUP BY 1, 2
     )
     SELECT f.name AS "from", t.name AS "to", extract(epoch FROM came.hour)::float8 * 1000 AS at,
       came.count AS causes, coalesce(led.count, 0) AS count
     FROM edge
     JOIN came ON came.type_id = edge.from_type_id
     LEFT JOIN led ON led.from_type_id = edge.from_type_id AND led.to_type_id = edge.to_type_id AND led.hour = came.hour
     JOIN events.type f ON f.id = edge.from_type_id JOIN events.type t ON t.id = edge.to_type_id
     ORDER BY 1, 2, 3`,
    [from, to],
  )
  return rows
}

/** By edge (`from`, line feed, `to`): the service that produced most of its effects in a period. */
export async function readTakers({ from, to }: Period): Promise<Map<string, string>> {
  const { rows } = await pool().query<{ edge: string; service: string }>(
    `SELECT DISTINCT ON (c.from_type_id, c.to_type_id) f.name || E'\\n' || t.name AS edge, c.to_producer AS service
     FROM (
       SELECT from_type_id, to_type_id, to_producer, sum(count) AS count
       FROM events.edge_count WHERE hour >= $1 AND hour < $2 GROUP BY 1, 2, 3
     ) c
     JOIN events.type f ON f.id = c.from_type_id JOIN events.type t ON t.id = c.to_type_id
     ORDER BY c.from_type_id, c.to_type_id, c.count DESC`,
    [from, to],
  )
  return new Map(rows.map(({ edge, service }) => [edge, service]))
}

/** Among so many of the latest events of a span it is looked for examples. */
const LOOKED_AT = 300

/** Events received in a period that no event of another type followed, latest first. */
export async function readUnfollowed(
  { from, to }: Period,
  edge: { from: string; to: string },
  limit: number,
): Promise<{ event_id: string; created_at: Date }[]> {
  const { rows } = await pool().query<{ event_id: string; created_at: Date }>(
    `SELECT e.event_id, e.created_at FROM (
       SELECT event_id, chain_id, created_at FROM events.event
       WHERE type_id = (SELECT id FROM events.type WHERE name = $3) AND received_at >= $1 AND received_at < $2
       ORDER BY created_at DESC LIMIT ${LOOKED_AT}
     ) e
     WHERE NOT EXISTS (
       SELECT FROM events.chain_events(ARRAY[e.chain_id, e.event_id], NULL) c
       WHERE c.parent_event_id = e.event_id AND c.event_id <> e.event_id AND c.type_id = (SELECT id FROM events.type WHERE name = $4))
     ORDER BY e.created_at DESC LIMIT $5`,
    [from, to, edge.from, edge.to, limit],
  )
  return rows
}
