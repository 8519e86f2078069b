import 'server-only'
import type { EdgeHours } from '@/lib/domain/flow/stops'
import { byCodeUnits } from '@/lib/domain/json/by-code-units'
import { pool } from '@/lib/server/database/connection'
import type { Period } from './flow-store'
import { linksUnderWay } from './links-under-way'

const HOUR_MS = 3_600_000

interface EdgeColumns {
  from_type_id: number
  to_type_id: number
  /** Each a JSON list of numbers; an hour counts from 1970 and stands once a version, producer and delay. */
  hours: string
  delays: string
  counts: string
}

interface CauseColumns {
  type_id: number
  hours: string
  counts: string
}

const listOf = (column: string) => `array_to_json(array_agg(${column}))::text`
// As numeric it would cost three times as much.
const HOUR = `(date_part('epoch', hour) / 3600)::int`

/**
 * Every edge of a period in every hour in which its cause was received, oldest first; the most frequent edge first. A
 * column of an edge travels as one text, and is summed up here: of a thousand edges these are two million counts.
 */
export async function readEdgeHours({ from, to }: Period): Promise<EdgeHours[]> {
  await linksUnderWay()
  const [edges, causes, names] = await Promise.all([
    pool().query<EdgeColumns>(
      `SELECT from_type_id, to_type_id, ${listOf(HOUR)} AS hours, ${listOf('delay')} AS delays, ${listOf('count')} AS counts
       FROM events.edge_count WHERE hour >= $1 AND hour < $2 GROUP BY 1, 2`,
      [from, to],
    ),
    pool().query<CauseColumns>(
      `SELECT type_id, ${listOf(HOUR)} AS hours, ${listOf('count')} AS counts
       FROM events.hourly_count WHERE hour >= $1 AND hour < $2 GROUP BY 1`,
      [from, to],
    ),
    pool().query<{ id: number; name: string }>('SELECT id, name FROM events.type'),
  ])
  const nameOf = new Map(names.rows.map(({ id, name }) => [id, name]))
  const causesOf = new Map(
    causes.rows.map(({ type_id, hours, counts }) => [
      type_id,
      [...summed(hours, counts)].sort(([a], [b]) => a - b),
    ]),
  )
  return edges.rows
    .map(({ from_type_id, to_type_id, hours, delays, counts }) => {
      const led = summed(hours, counts)
      return {
        from: nameOf.get(from_type_id)!,
        to: nameOf.get(to_type_id)!,
        total: [...led.values()].reduce((sum, count) => sum + count, 0),
        delays: [...summed(delays, counts)].map(([bucket, count]) => ({ bucket, count })),
        hours: (causesOf.get(from_type_id) ?? []).map(([hour, causes]) => ({
          at: hour * HOUR_MS,
          causes,
          count: led.get(hour) ?? 0,
        })),
      }
    })
    .sort((a, b) => b.total - a.total || byCodeUnits(a.from, b.from) || byCodeUnits(a.to, b.to))
}

/** Counts added up by the number that stands at the same place. */
function summed(numbers: string, counts: string): Map<number, number> {
  const sums = new Map<number, number>()
  const values = JSON.parse(counts) as number[]
  for (const [index, number] of (JSON.parse(numbers) as number[]).entries())
    sums.set(number, (sums.get(number) ?? 0) + values[index]!)
  return sums
}

/** Of some edges, by edge (`from`, line feed, `to`): the service that produced most of its effects in a period. */
export async function readTakers(
  { from, to }: Period,
  edges: readonly { from: string; to: string }[],
): Promise<Map<string, string>> {
  const { rows } = await pool().query<{ edge: string; service: string }>(
    `SELECT DISTINCT ON (e.edge) e.edge, c.to_producer AS service
     FROM (
       SELECT DISTINCT w.from_name || E'\\n' || w.to_name AS edge, f.id AS from_type_id, t.id AS to_type_id
       FROM unnest($3::text[], $4::text[]) w(from_name, to_name)
       JOIN events.type f ON f.name = w.from_name JOIN events.type t ON t.name = w.to_name
     ) e
     CROSS JOIN LATERAL (
       SELECT to_producer, sum(count) AS count FROM events.edge_count
       WHERE from_type_id = e.from_type_id AND to_type_id = e.to_type_id AND hour >= $1 AND hour < $2 GROUP BY 1
     ) c
     ORDER BY e.edge, c.count DESC, c.to_producer`,
    [from, to, edges.map((edge) => edge.from), edges.map((edge) => edge.to)],
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
