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
/** Events of a type looked at in a slice: of a version that hardly any names, it would be all of them. */
const LOOKED_AT = 20_000
const RECENT_DELIVERIES = 2_000
const OWN_DELIVERIES = 20

/** Larger data are not looked into. */
const MOST_BYTES = 16_384

/** What followed an event, as a caller that holds whole chains knows it; undefined where the event is in none of them. */
export type KnownFollowers = (eventId: string) => readonly Follower[] | undefined

interface Follower {
  readonly type: string
  /** Milliseconds since 1970. */
  readonly created: number
}

/**
 * Past events of a type and version with what followed them, oldest first, of thirteen slices of the last months.
 * @param version null for all @param most a slice
 * @param known spares reading chains again: of 100,000 events each kind read all
 */
export async function readPastEvents(
  type: string,
  version: string | null,
  most: number,
  known: KnownFollowers = () => undefined,
): Promise<(PastEvent & { readonly id: string })[]> {
  const { rows: sample } = await pool().query<{ event_id: string; chain_id: string; created: number }>(
    `WITH wanted AS (
       SELECT t.id AS type_id, v.id AS version_id
       FROM events.type t LEFT JOIN events.version v ON v.type_id = t.id AND v.label = $2
       WHERE t.name = $1 AND ($2::text IS NULL OR v.id IS NOT NULL)
     )
     SELECT DISTINCT e.event_id, e.chain_id, extract(epoch FROM e.created_at)::float8 * 1000 AS created
     FROM wanted CROSS JOIN unnest($3::interval[]) AS slice(age) CROSS JOIN LATERAL (
       SELECT event_id, chain_id, created_at FROM (
         SELECT event_id, chain_id, created_at, version_id FROM events.event
         WHERE type_id = wanted.type_id AND created_at <= now() - slice.age
         ORDER BY created_at DESC LIMIT ${LOOKED_AT}
       ) late WHERE $2::text IS NULL OR version_id = wanted.version_id
       ORDER BY created_at DESC LIMIT $4
     ) e`,
    [type, version, SLICES, most],
  )
  const followers = await readFollowers(sample.filter(({ event_id }) => known(event_id) === undefined))
  const now = Date.now()
  return sample
    .sort((a, b) => a.created - b.created)
    .map(({ event_id, created }) => ({
      id: event_id,
      waited: now - created,
      followers: (known(event_id) ?? followers.get(event_id) ?? []).map((child) => ({
        type: child.type,
        delay: Math.max(0, child.created - created),
      })),
    }))
}

/** What followed events, by their ids. */
async function readFollowers(
  events: readonly { event_id: string; chain_id: string }[],
): Promise<Map<string, Follower[]>> {
  const followers = new Map<string, Follower[]>()
  if (events.length === 0) return followers
  // A child that came before its parent was put into the chain of the missing parent's id. Each chain is read once,
  // however many of the sample are in it.
  const { rows } = await pool().query<Follower & { parent: string }>(
    `SELECT c.parent_event_id AS parent, t.name AS type, extract(epoch FROM min(c.created_at))::float8 * 1000 AS created
     FROM events.chain_events($1::text[], NULL) c JOIN events.type t ON t.id = c.type_id
     WHERE c.parent_event_id = ANY ($2::text[]) AND c.event_id <> c.parent_event_id
     GROUP BY 1, 2`,
    [
      [...new Set(events.flatMap(({ event_id, chain_id }) => [event_id, chain_id]))],
      events.map(({ event_id }) => event_id),
    ],
  )
  for (const { parent, ...child } of rows) {
    const others = followers.get(parent)
    if (others === undefined) followers.set(parent, [child])
    else others.push(child)
  }
  return followers
}

/**
 * Which of some fields the data of events give a value, by event id. Of events whose data are erased, large or no object
 * there is no entry.
 * @param names of the data block's own fields
 */
export async function readGivenFields(
  eventIds: readonly string[],
  names: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const { rows } = await pool().query<{ event_id: string; data: string }>(
    `SELECT e.event_id, e.data::text AS data
     FROM unnest($1::text[]) AS wanted(id) CROSS JOIN LATERAL events.stored_event(wanted.id) e
     WHERE octet_length(e.data::text) <= $2`,
    [eventIds, MOST_BYTES],
  )
  const given = new Map<string, ReadonlySet<string>>()
  for (const { event_id, data } of rows) {
    const value: unknown = JSON.parse(data)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    const own = new Map(Object.entries(value))
    given.set(event_id, new Set(names.filter((name) => (own.get(name) ?? null) !== null)))
  }
  return given
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

const USUAL_DELIVERIES = 200

/** How late deliveries of some types usually come in, those of the last day apart, by the type's name; in milliseconds. */
export async function readUsualLags(types: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await pool().query<{ name: string; lag: number }>(
    `SELECT t.name, percentile_cont(0.9) WITHIN GROUP (ORDER BY e.lag) AS lag
     FROM events.type t CROSS JOIN LATERAL (
       ${LAGS} AND type_id = t.id AND created_at <= now() - interval '1 day'
       ORDER BY created_at DESC LIMIT ${USUAL_DELIVERIES}
     ) e WHERE t.name = ANY ($1::text[]) GROUP BY 1`,
    [types],
  )
  return new Map(rows.map(({ name, lag }) => [name, Math.max(0, lag)]))
}
