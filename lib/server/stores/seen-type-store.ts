import 'server-only'
import type { SeenType } from '@/lib/contracts/seen-type'
import { pool } from '@/lib/server/database/connection'

/** Larger data blocks are no help to whoever reads what was inferred. */
const MAX_SAMPLE_CHARACTERS = 64 * 1024

interface SeenTypeRow {
  name: string
  versions: string[]
  count: number
  first_seen_at: Date
  last_received_at: Date
}

const SEEN = `
  SELECT t.name, array_agg(DISTINCT v.label) AS versions, sum(c.count)::float8 AS count, t.first_seen_at,
    max(c.last_received_at) AS last_received_at
  FROM events.type t
  JOIN events.hourly_count c ON c.type_id = t.id
  JOIN events.version v ON v.id = c.version_id
  WHERE %WHICH%
  GROUP BY t.id ORDER BY t.name LIMIT $2`

/** Types that events named and the catalog does not have, in the order of their names, after one of them. */
export async function readUncataloguedTypes(after: string, limit: number): Promise<SeenType[]> {
  const which = 't.name > $1 AND NOT EXISTS (SELECT FROM event_type e WHERE e.name = t.name COLLATE "C")'
  const { rows } = await pool().query<SeenTypeRow>(SEEN.replace('%WHICH%', which), [after, limit])
  return rows.map(toSeenType)
}

/** What is seen of a type, or of one version of it; null where no event ever named it. */
export async function findSeenType(name: string, version: string | null): Promise<SeenType | null> {
  const which = 't.name = $1 AND ($3::text IS NULL OR v.label = $3)'
  const { rows } = await pool().query<SeenTypeRow>(SEEN.replace('%WHICH%', which), [name, 1, version])
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
    count: row.count,
    first_seen_at: row.first_seen_at.toISOString(),
    last_received_at: row.last_received_at.toISOString(),
  }
}
