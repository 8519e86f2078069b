import 'server-only'
import type { SeenSort, SeenType } from '@/lib/contracts/seen-type'
import { pool } from '@/lib/server/database/connection'

/** Larger data blocks are no help to whoever reads what was inferred. */
const MAX_SAMPLE_CHARACTERS = 64 * 1024

interface SeenTypeRow {
  name: string
  versions: string[]
  producers: string[]
  count: number
  first_seen_at: Date
  last_received_at: Date
}

/** What is seen of types, at most $2 of them. */
const seen = (which: string, order = '') => `
  SELECT t.name, array_agg(DISTINCT v.label) AS versions, sum(c.count)::float8 AS count, t.first_seen_at,
    coalesce(array_agg(DISTINCT c.producer) FILTER (WHERE c.producer <> ''), '{}') AS producers,
    max(c.last_received_at) AS last_received_at
  FROM events.type t
  JOIN events.hourly_count c ON c.type_id = t.id
  JOIN events.version v ON v.id = c.version_id
  WHERE ${which}
  GROUP BY t.id ${order} LIMIT $2`

/** Where the next page of seen types begins: behind this one. */
export type SeenPlace = Pick<SeenType, 'name' | 'count'>

/** Of equally many events by name. */
const MOST_EVENTS =
  'HAVING (-sum(c.count)::float8, t.name) > (-$3::float8, $1) ORDER BY sum(c.count) DESC, t.name'

/** Types that events named and the catalog does not have, after one of them. */
export async function readUncataloguedTypes(
  sort: SeenSort,
  after: SeenPlace | undefined,
  limit: number,
): Promise<SeenType[]> {
  const unknown = 'NOT EXISTS (SELECT FROM event_type e WHERE e.name = t.name COLLATE "C")'
  const name = after?.name ?? ''
  const { rows } =
    sort === 'name'
      ? await pool().query<SeenTypeRow>(seen(`t.name > $1 AND ${unknown}`, 'ORDER BY t.name'), [name, limit])
      : await pool().query<SeenTypeRow>(seen(unknown, MOST_EVENTS), [name, limit, after?.count ?? 'Infinity'])
  return rows.map(toSeenType)
}

/** What is seen of a type, or of one version of it; null where no event ever named it. */
export async function findSeenType(name: string, version: string | null): Promise<SeenType | null> {
  const which = 't.name = $1 AND ($3::text IS NULL OR v.label = $3)'
  const { rows } = await pool().query<SeenTypeRow>(seen(which), [name, 1, version])
  return rows[0] ? toSeenType(rows[0]) : null
}

/**
 * Data blocks of the latest events of a type, newest first, to the letter, and the version each names.
 * @param wanted a version; null for all
 */
export async function readSamples(
  name: string,
  wanted: string | null,
  limit: number,
): Promise<{ version: string; data: string }[]> {
  const { rows } = await pool().query<{ version: string; data: string }>(
    `SELECT v.label AS version, e.data::text AS data FROM events.event e JOIN events.version v ON v.id = e.version_id
     WHERE e.type_id = (SELECT id FROM events.type WHERE name = $1) AND ($3::text IS NULL OR v.label = $3)
       AND e.data IS NOT NULL AND length(e.data::text) <= ${MAX_SAMPLE_CHARACTERS}
     ORDER BY e.created_at DESC LIMIT $2`,
    [name, limit, wanted],
  )
  return rows
}

function toSeenType(row: SeenTypeRow): SeenType {
  return {
    name: row.name,
    versions: row.versions,
    producers: row.producers,
    count: row.count,
    first_seen_at: row.first_seen_at.toISOString(),
    last_received_at: row.last_received_at.toISOString(),
  }
}
