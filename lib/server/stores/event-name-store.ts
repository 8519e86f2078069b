import 'server-only'
import type { Database } from './event-receive-store'

/** The small integers of a type name and version label. */
export interface VersionIds {
  typeId: number
  versionId: number
}

/** How an event names its type and version. */
export interface VersionName {
  type: string
  version: string
}

const READ = `
  SELECT t.name AS type, v.label AS version, t.id AS "typeId", v.id AS "versionId"
  FROM unnest($1::text[], $2::text[]) AS n(type, version)
  JOIN events.type t ON t.name = n.type
  JOIN events.version v ON v.type_id = t.id AND v.label = n.version`

/** The integers of names, in the order given; names never seen are entered first. Autocommitted: ids never change. */
export async function registerVersions(db: Database, names: readonly VersionName[]): Promise<VersionIds[]> {
  const parameters = [names.map((name) => name.type), names.map((name) => name.version)]
  // In order, since two processes that enter the same new names in opposite orders would wait for one another.
  await db.query(
    `INSERT INTO events.type (name) SELECT DISTINCT n COLLATE "C" FROM unnest($1::text[]) n
     WHERE NOT EXISTS (SELECT FROM events.type t WHERE t.name = n) ORDER BY 1 ON CONFLICT DO NOTHING`,
    [parameters[0]],
  )
  await db.query(
    `INSERT INTO events.version (type_id, label)
     SELECT DISTINCT t.id, n.version COLLATE "C" FROM unnest($1::text[], $2::text[]) AS n(type, version)
     JOIN events.type t ON t.name = n.type
     WHERE NOT EXISTS (SELECT FROM events.version v WHERE v.type_id = t.id AND v.label = n.version)
     ORDER BY 1, 2 ON CONFLICT DO NOTHING`,
    parameters,
  )
  const { rows } = await db.query<VersionName & VersionIds>(READ, parameters)
  const byName = new Map(rows.map((row) => [`${row.type}\n${row.version}`, row]))
  return names.map(({ type, version }) => byName.get(`${type}\n${version}`)!)
}
