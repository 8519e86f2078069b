import 'server-only'
import type { Violation } from '@/lib/contracts/problem-details'
import { pool } from '@/lib/server/database/connection'
import { exactInstant, microseconds } from './event-columns'

/** A CUD event with its state. Times in microseconds since 1970. */
export interface EntityEventRow {
  event_id: string
  type: string
  version: string
  producer: string | null
  created_at: number
  received_at: number
  /** Null after erasure. */
  data: string | null
  problems: Violation[] | null
}

const COLUMNS = `e.event_id, t.name AS type, v.label AS version, e.producer,
  ${microseconds('e.created_at')} AS created_at, ${microseconds('e.received_at')} AS received_at, e.data::text AS data,
  CASE WHEN later.event_id IS NULL THEN e.problems ELSE later.problems END AS problems`
const JOINS = `JOIN events.type t ON t.id = e.type_id JOIN events.version v ON v.id = e.version_id
  LEFT JOIN events.validity later ON later.event_id = e.event_id`
const NEWEST_FIRST = 'ORDER BY created_at DESC, received_at DESC, event_id DESC'
/** The reverse of `inOrder` in lib/domain/entity. */
const LAST_FIRST = 'ORDER BY created_at DESC, received_at DESC, rank DESC, event_id DESC'

/** The newest events of some types in some chains, newest creation first, at most `limit` of them. */
export async function readEntityEventsIn(
  chainIds: readonly string[],
  typeNames: readonly string[],
  limit: number,
): Promise<EntityEventRow[]> {
  const { rows } = await pool().query<EntityEventRow>({
    name: 'entity-events-in',
    text: `SELECT ${COLUMNS} FROM (
       SELECT event_id FROM events.chain_events($1::text[], NULL)
       WHERE type_id = ANY (ARRAY(SELECT id FROM events.type WHERE name = ANY ($2::text[])))
       ${NEWEST_FIRST} LIMIT $3
     ) newest CROSS JOIN LATERAL events.stored_event(newest.event_id) e ${JOINS} ${NEWEST_FIRST}`,
    values: [chainIds, typeNames, limit],
  })
  return rows
}

/** An event type, and where it stands among events of one moment: see `rankOf`. */
export interface RankedType {
  readonly name: string
  readonly rank: number
}

/** Where the next page of events begins: behind this one. Its instants are exact in every year. */
export type EntityEventPlace = Pick<EntityEventRow, 'event_id'> & {
  readonly created: string
  readonly received: string
  readonly rank: number
}

/** Events of some types, the last of their history first; with `below`, only those committed before that position of the log. */
export async function readEntityEvents(
  types: readonly RankedType[],
  { after, below, limit }: { after?: EntityEventPlace | undefined; below?: string; limit: number },
): Promise<(EntityEventRow & EntityEventPlace)[]> {
  const { rows } = await pool().query<EntityEventRow & EntityEventPlace>({
    name: 'entity-events',
    // A page of each type by its index, and the newest of them.
    text: `SELECT ${COLUMNS}, e.rank, ${exactInstant('e.created_at')} AS created, ${exactInstant('e.received_at')} AS received FROM (
        SELECT found.*, wanted.rank
        FROM (
          SELECT t.id, of.rank FROM unnest($1::text[], $7::int[]) AS of(name, rank)
          JOIN events.type t ON t.name = of.name COLLATE "C"
        ) wanted
        CROSS JOIN LATERAL (
          SELECT * FROM events.event WHERE type_id = wanted.id AND ($2::xid8 IS NULL OR position < $2::xid8)
            AND (created_at, received_at, wanted.rank, event_id)
              < ($3::timestamptz, $4::timestamptz, $8::int, $5::text COLLATE "C")
          ${NEWEST_FIRST} LIMIT $6
        ) found ${LAST_FIRST} LIMIT $6
      ) e ${JOINS} ${LAST_FIRST}`,
    values: [
      types.map(({ name }) => name),
      below ?? null,
      after?.created ?? 'infinity',
      after?.received ?? 'infinity',
      after?.event_id ?? '',
      limit,
      types.map(({ rank }) => rank),
      after?.rank ?? 0,
    ],
  })
  return rows
}

/** Events of some types that were ever received. */
export async function countEntityEvents(typeNames: readonly string[]): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `SELECT coalesce(sum(count), 0)::float8 AS count FROM events.daily_count
     WHERE type_id IN (SELECT id FROM events.type WHERE name = ANY ($1::text[]))`,
    [typeNames],
  )
  return rows[0]!.count
}
