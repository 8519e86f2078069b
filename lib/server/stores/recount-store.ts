import 'server-only'
import { pool } from '@/lib/server/database/connection'
import { hourOf } from './event-columns'
import type { Database } from './event-receive-store'

/** Rows of a table of counts: how many a full count finds, and how many of them stood otherwise and were put right. */
export interface Recounted {
  counted: number
  corrected: number
}

interface CountTable {
  name: string
  /** What a row is counted by, in the primary key's order: opposite orders deadlock with those who receive. */
  key: readonly string[]
  /** Columns that are no count and grow to the latest. */
  latest?: string
  /** Which rows a recount from an instant ($1) touches. */
  since: string
  /** The same rows from the stored events, with `count`. */
  actual: string
  /** Columns of the key, and the values of them under which more was counted than is still stored: never lowered. */
  more?: { by: readonly string[]; rows: string }
}

const HOURLY: CountTable = {
  name: 'events.hourly_count',
  key: ['type_id', 'hour', 'version_id', 'validity', 'producer', 'owner_id'],
  latest: 'last_received_at',
  since: 'hour >= $1::timestamptz',
  actual: `
    SELECT type_id, ${hourOf('received_at')} AS hour, version_id, validity,
      coalesce(producer, '') AS producer, coalesce(owner_id, '') AS owner_id, count(*) AS count,
      max(received_at) AS last_received_at
    FROM events.event WHERE received_at >= $1::timestamptz GROUP BY 1, 2, 3, 4, 5, 6`,
}

const DAILY: CountTable = {
  name: 'events.daily_count',
  key: ['day', 'type_id'],
  since: `day >= ($1::timestamptz AT TIME ZONE 'UTC')::date`,
  actual: `
    SELECT (received_at AT TIME ZONE 'UTC')::date AS day, type_id, count(*) AS count
    FROM events.event WHERE received_at >= $1::timestamptz GROUP BY 1, 2`,
}

// A child with an orphan row is a link still to make: whoever deletes the row will count it.
const EDGES: CountTable = {
  name: 'events.edge_count',
  key: ['from_type_id', 'hour', 'from_version_id', 'to_type_id', 'to_producer', 'delay'],
  since: 'hour >= $1::timestamptz',
  actual: `
    SELECT p.type_id AS from_type_id, ${hourOf('p.received_at')} AS hour,
      p.version_id AS from_version_id, e.type_id AS to_type_id, coalesce(e.producer, '') AS to_producer,
      events.delay_bucket(p.created_at, e.created_at) AS delay, count(*) AS count
    FROM events.event e JOIN events.event_key p ON p.event_id = e.parent_event_id
    WHERE e.parent_event_id <> e.event_id AND p.received_at >= $1::timestamptz
      AND NOT EXISTS (SELECT FROM events.orphan o
        WHERE o.parent_event_id = e.parent_event_id AND o.event_id = e.event_id)
    GROUP BY 1, 2, 3, 4, 5, 6`,
  // A child may be received before its parent, on a day that retention has dropped since. What the ledger still says of
  // it is its chain, which is its parent's or, where that was missing, its parent's id.
  more: {
    by: ['from_type_id', 'hour', 'from_version_id'],
    rows: `
      SELECT p.type_id AS from_type_id, ${hourOf('p.received_at')} AS hour,
        p.version_id AS from_version_id
      FROM events.event_key p JOIN events.event_key c ON c.chain_id = p.chain_id
      WHERE p.received_at >= $1::timestamptz AND c.received_at < $1::timestamptz
      UNION
      SELECT p.type_id, ${hourOf('p.received_at')}, p.version_id
      FROM events.event_key p JOIN events.event_key c ON c.chain_id = p.event_id
      WHERE p.received_at >= $1::timestamptz AND c.received_at < $1::timestamptz`,
  },
}

/**
 * One statement, so one snapshot: events and their counts are committed together, hence what differs in it is drift
 * whatever is received meanwhile, and is added to the count as it stands by then. Nobody is held up.
 */
function recountStatement({ name, key, latest, since, actual, more }: CountTable): string {
  const columns = [...key, 'count', ...(latest === undefined ? [] : [latest])].join(', ')
  const newest = latest === undefined ? '' : `, greatest(a.${latest}, c.${latest}) AS ${latest}`
  const mayBeMore = more
    ? `AND (coalesce(a.count, 0) > coalesce(c.count, 0)
        OR (${more.by.join(', ')}) NOT IN (SELECT ${more.by.join(', ')} FROM more))`
    : ''
  return `
    WITH actual AS MATERIALIZED (${actual}),
    ${more ? `more AS MATERIALIZED (${more.rows}),` : ''}
    standing AS MATERIALIZED (SELECT * FROM ${name} WHERE ${since}),
    drift AS (
      SELECT ${key.join(', ')}, coalesce(a.count, 0) - coalesce(c.count, 0) AS count${newest}
      FROM actual a FULL JOIN standing c USING (${key.join(', ')})
      WHERE coalesce(a.count, 0) <> coalesce(c.count, 0) ${mayBeMore}
    ),
    mended AS (
      INSERT INTO ${name} AS c (${columns}) SELECT ${columns} FROM drift ORDER BY ${key.join(', ')}
      ON CONFLICT (${key.join(', ')}) DO UPDATE SET count = c.count + excluded.count
        ${latest === undefined ? '' : `, ${latest} = greatest(c.${latest}, excluded.${latest})`}
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM actual)::float8 AS counted, (SELECT count(*) FROM mended)::float8 AS corrected`
}

// As written while receiving, and as the migration that made the table wrote it: days that the ledger tells are left out.
const CHAIN_DAYS = `
  WITH actual AS MATERIALIZED (
    SELECT DISTINCT e.chain_id, (e.received_at AT TIME ZONE 'UTC')::date AS day
    FROM events.event e LEFT JOIN events.event_key k ON k.event_id = e.chain_id
    WHERE e.received_at >= $1::timestamptz AND (k.event_id IS NULL
      OR (k.received_at AT TIME ZONE 'UTC')::date <> (e.received_at AT TIME ZONE 'UTC')::date)
  ),
  mended AS (
    INSERT INTO events.chain_day (chain_id, day) SELECT chain_id, day FROM actual ORDER BY 1, 2
    ON CONFLICT DO NOTHING RETURNING 1
  )
  SELECT (SELECT count(*) FROM actual)::float8 AS counted, (SELECT count(*) FROM mended)::float8 AS corrected`

/**
 * Counts the stored events of `since` (an instant) and later anew, and puts right what stands otherwise: counts, and the
 * days on which the events of chains are found.
 */
export async function recount(
  since: string,
  db: Database = pool(),
): Promise<{ events: Recounted; days: Recounted; edges: Recounted; chains: Recounted }> {
  const run = async (table: CountTable): Promise<Recounted> => {
    const { rows } = await db.query<Recounted>(recountStatement(table), [since])
    await db.query(`DELETE FROM ${table.name} WHERE count = 0 AND ${table.since}`, [since])
    return rows[0]!
  }
  const counts = { events: await run(HOURLY), days: await run(DAILY), edges: await run(EDGES) }
  const { rows } = await db.query<Recounted>(CHAIN_DAYS, [since])
  return { ...counts, chains: rows[0]! }
}

/**
 * The first instant from which on every event is still stored: counts outlive what retention drops, and those before it
 * can be checked by nothing. Reads the whole ledger.
 */
export async function readWholeSince(db: Database = pool()): Promise<string> {
  const { rows } = await db.query<{ since: string }>(`
    WITH ledger AS (
      SELECT (received_at AT TIME ZONE 'UTC')::date AS day, count(*) AS count FROM events.event_key GROUP BY 1
    ),
    stored AS (
      SELECT (received_at AT TIME ZONE 'UTC')::date AS day, count(*) AS count FROM events.event GROUP BY 1
    )
    SELECT to_char(coalesce(max(l.day) + 1, '0001-01-01'), 'YYYY-MM-DD"T00:00:00Z"') AS since
    FROM ledger l LEFT JOIN stored s USING (day) WHERE l.count > coalesce(s.count, 0)`)
  return rows[0]!.since
}
