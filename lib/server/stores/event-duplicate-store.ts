import 'server-only'
import { integers } from './binary-arrays'
import { joinTexts, microseconds, textsOf } from './event-columns'
import type { Database } from './event-receive-store'

/** The content of a stored event, as far as it still has one. */
export interface StoredContent {
  eventId: string
  createdAt: number
  parentEventId: string | null
  traceId: string | null
  ownerId: string | null
  producer: string | null
  traits: number
  type: string
  version: string
  schemaId: string | null
  dataText: string | null
  metaRest: string | null
  erased: boolean
}

/** Contents of stored events by id. Those past retention are missing. */
export async function readContents(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, StoredContent>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db.query<StoredContent>(
    `SELECT e.event_id AS "eventId", ${microseconds('e.created_at')} AS "createdAt", e.parent_event_id AS "parentEventId",
       e.trace_id AS "traceId", e.owner_id AS "ownerId", e.producer, e.traits, t.name AS type, v.label AS version,
       e.schema_id AS "schemaId", e.data::text AS "dataText", e.meta::text AS "metaRest",
       EXISTS (SELECT FROM events.erasure x WHERE x.event_id = e.event_id) AS erased
     FROM unnest(${textsOf(1)}) AS wanted(id)
     CROSS JOIN LATERAL events.stored_event(wanted.id) e
     JOIN events.type t ON t.id = e.type_id JOIN events.version v ON v.id = e.version_id`,
    [joinTexts(ids)],
  )
  return new Map(rows.map((row) => [row.eventId, row]))
}

/** Counts further deliveries of stored events. */
export async function countDeliveries(db: Database, counts: ReadonlyMap<string, number>): Promise<void> {
  await db.query(
    `INSERT INTO events.delivery AS d (event_id, count, last_at)
     SELECT id COLLATE "C", count, now() FROM unnest(${textsOf(1)}, $2::int[]) AS u(id, count) ORDER BY 1
     ON CONFLICT (event_id) DO UPDATE SET count = d.count + excluded.count, last_at = excluded.last_at`,
    [joinTexts([...counts.keys()]), integers([...counts.values()])],
  )
}

export interface ConflictRow {
  eventId: string
  contentHash: string
  dataText: string
  metaText: string
}

/** Keeps other content that came under a stored id; the same once more is counted. */
export async function insertConflicts(db: Database, rows: readonly ConflictRow[]): Promise<void> {
  await db.query(
    `INSERT INTO events.conflict AS c (event_id, content_hash, received_at, data, meta, count)
     SELECT id COLLATE "C", hash::uuid, now(), min(data)::json, min(meta)::json, count(*)
     FROM unnest(${[1, 2, 3, 4].map(textsOf).join(', ')}) AS u(id, hash, data, meta) GROUP BY 1, 2 ORDER BY 1, 2
     ON CONFLICT (event_id, content_hash) DO UPDATE SET count = c.count + excluded.count`,
    [
      joinTexts(rows.map((row) => row.eventId)),
      joinTexts(rows.map((row) => row.contentHash)),
      joinTexts(rows.map((row) => row.dataText)),
      joinTexts(rows.map((row) => row.metaText)),
    ],
  )
}
