import 'server-only'
import type { Database } from './event-receive-store'

/** What receiving needs to know of an event type of the catalog. */
export interface CatalogType {
  name: string
  /** Schema version ids by label, in the order of their publication. */
  versions: Map<string, string>
  /** The only service that is declared as producer; null where there are none or several. */
  soleProducer: string | null
}

/** Of a catalog that nobody has changed yet. */
export const NO_REVISION = '0'

export async function readRevision(db: Database): Promise<string> {
  const { rows } = await db.query<{ revision: string }>({
    name: 'catalog-revision',
    text: 'SELECT revision::text FROM catalog_revision WHERE id = 1',
  })
  return rows[0]?.revision ?? NO_REVISION
}

export async function readCatalogTypes(db: Database, names: readonly string[]): Promise<CatalogType[]> {
  const { rows } = await db.query<{
    name: string
    labels: string[] | null
    ids: string[] | null
    sole: string | null
  }>(
    `SELECT t.name, v.labels, v.ids, p.sole
     FROM event_type t
     LEFT JOIN LATERAL (
       SELECT array_agg(label ORDER BY ordinal) AS labels, array_agg(id ORDER BY ordinal) AS ids
       FROM schema_version WHERE event_type_id = t.id
     ) v ON true
     LEFT JOIN LATERAL (
       SELECT CASE WHEN count(*) = 1 THEN min(s.slug) END AS sole
       FROM declaration d JOIN service s ON s.id = d.service_id WHERE d.event_type_id = t.id AND d.role = 'producer'
     ) p ON true
     WHERE t.name = ANY ($1::text[])`,
    [names],
  )
  return rows.map((row) => ({
    name: row.name,
    versions: new Map((row.labels ?? []).map((label, index) => [label, row.ids![index]!])),
    soleProducer: row.sole,
  }))
}

/** Type name and label of schema versions by id. */
export async function readSchemaNames(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, { type: string; version: string }>> {
  const { rows } = await db.query<{ id: string; type: string; version: string }>(
    `SELECT v.id, t.name AS type, v.label AS version
     FROM schema_version v JOIN event_type t ON t.id = v.event_type_id WHERE v.id = ANY ($1::text[])`,
    [ids],
  )
  return new Map(rows.map(({ id, type, version }) => [id, { type, version }]))
}

/** Texts of published schemas by id. */
export async function readSchemaTexts(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; schema: string }>(
    'SELECT id, schema FROM schema_version WHERE id = ANY ($1::text[])',
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row.schema]))
}
