import 'server-only'
import type { PastEvent } from '@/lib/domain/flow/step-history'
import { pool } from '@/lib/server/database/connection'

/** Slices of the past, by how long ago they end, so that busy types are not judged by their last minutes alone. */
const SLICES = [
  '0 s',
  '10 min',
  '1 h',
  '6 h',
  '1 d',
  '2 d',
  '3 d',
  '5 d',
  '7 d',
  '10 d',
  '14 d',
  '21 d',
  '30 d',
]
const EVENTS_A_SLICE = 150
const RECENT_DELIVERIES = 2_000
const OWN_DELIVERIES = 20

/** Past events of a type and version with what followed them, oldest first; at most 2,000 of the last months. */
export async function readPastEvents(type: string, version: string): Promise<PastEvent[]> {
  const { rows: sample } = await pool().query<{ event_id: string; chain_id: string; created: number }>(
    `WITH wanted AS (
       SELECT t.id AS type_id, v.id AS version_id FROM events.type t JOIN events.version v ON v.type_id = t.id
       WHERE t.name = $1 AND v.label = $2
     )
     SELECT DISTINCT e.event_id, e.chain_id, extract(epoch FROM e.created_at)::float8 * 1000 AS created
     FROM wanted CROSS JOIN unnest($3::interval[]) AS slice(age) CROSS JOIN LATERAL (
       SELECT event_id, chain_id, created_at FROM events.event
       WHERE type_id = wanted.type_id AND version_id = wanted.version_id AND created_at <= now() - slice.age
       ORDER BY created_at DESC LIMIT $4
     ) e`,
    [type, version, SLICES, EVENTS_A_SLICE],
  )
  // A child that came before its parent was put into the chain of the missing parent's id. Each chain is read once,
  // however many of the sample are in it.
  const { rows: children } = await pool().query<{ parent: string; type: string; created: number }>(
    `SELECT c.parent_event_id AS parent, t.name AS type, extract(epoch FROM min(c.created_at))::float8 * 1000 AS created
     FROM events.chain_events($1::text[], NULL) c JOIN events.type t ON t.id = c.type_id
     WHERE c.parent_event_id = ANY ($2::text[]) AND c.event_id <> c.parent_event_id
     GROUP BY 1, 2`,
    [
      [...new Set(sample.flatMap(({ event_id, chain_id }) => [event_id, chain_id]))],
      sample.map(({ event_id }) => event_id),
    ],
  )
  const followers = new Map<string, typeof children>()
  for (const child of children) followers.set(child.parent, [...(followers.get(child.parent) ?? []), child])
  const now = Date.now()
  return sample
    .sort((a, b) => a.created - b.created)
    .map(({ event_id, created }) => ({
      waited: now - created,
      followers: (followers.get(event_id) ?? []).map((child) => ({
        type: child.type,
        delay: Math.max(0, child.created - created),
      })),
    }))
}

// Imported events say nothing about how late a producer delivers.
const LAGS = `SELECT extract(epoch FROM received_at - created_at)::float8 * 1000 AS lag FROM events.event
  WHERE traits & 1 = 0`

/** How late the last deliveries of all types came in, in milliseconds. */
export async function readLags(): Promise<number[]> {
  const { rows } = await pool().query<{ lag: number }>(
    `${LAGS} AND created_at > now() - interval '7 days' ORDER BY created_at DESC LIMIT ${RECENT_DELIVERIES}`,
  )
  return rows.map(({ lag }) => lag)
}

/** How late the last deliveries of a type came in, in milliseconds. */
export async function readLagsOf(type: string): Promise<number[]> {
  const { rows } = await pool().query<{ lag: number }>(
    `${LAGS} AND type_id = (SELECT id FROM events.type WHERE name = $1) AND created_at > now() - interval '7 days'
     ORDER BY created_at DESC LIMIT ${OWN_DELIVERIES}`,
    [type],
  )
  return rows.map(({ lag }) => lag)
}
