import 'server-only'
import { hourOf, joinTexts, textsOf } from './event-columns'
import type { Database } from './event-receive-store'

/** An event whose parent was unknown when it was stored. */
export interface OrphanLink {
  parentEventId: string
  eventId: string
}

// Run after the commit of what it links: with its own, newer snapshot, of two events that came at the same moment at
// least one sees the other. Deleting the orphan row is what makes link, alias and count happen exactly once: of two
// statements that find the same row, the second waits and then finds it gone. All ids are looked for in one scan of the
// index of orphans, whose pages most of them share; the ledger is asked one by one, for a plan made while it was small
// would read all of it later (LIMIT keeps it from that).
const LINK = `
  WITH candidate AS (
    SELECT parent_event_id, event_id FROM events.orphan WHERE parent_event_id = ANY (${textsOf(1)})
    UNION
    SELECT mine.parent_id COLLATE "C", mine.id COLLATE "C"
    FROM unnest(${textsOf(2)}, ${textsOf(3)}) AS mine(parent_id, id)
    CROSS JOIN LATERAL (SELECT FROM events.event_key WHERE event_id = mine.parent_id LIMIT 1) k
  ),
  locked AS (
    SELECT o.place FROM (SELECT * FROM candidate ORDER BY 1, 2) c
    CROSS JOIN LATERAL (
      SELECT ctid AS place FROM events.orphan
      WHERE parent_event_id = c.parent_event_id AND event_id = c.event_id LIMIT 1 FOR UPDATE
    ) o
  ),
  gone AS (
    DELETE FROM events.orphan WHERE ctid = ANY (ARRAY(SELECT place FROM locked))
    RETURNING parent_event_id, event_id, type_id, producer
  ),
  linked AS (
    SELECT gone.type_id AS to_type_id, gone.producer, p.type_id AS from_type_id, p.version_id AS from_version_id,
      p.chain_id AS parent_chain, c.chain_id AS child_chain, p.received_at,
      events.delay_bucket(p.created_at, c.created_at) AS delay
    FROM gone
    CROSS JOIN LATERAL (SELECT * FROM events.event_key WHERE event_id = gone.parent_event_id LIMIT 1) p
    CROSS JOIN LATERAL (SELECT * FROM events.event_key WHERE event_id = gone.event_id LIMIT 1) c
  ),
  edges AS (
    INSERT INTO events.edge_count AS c (from_type_id, hour, from_version_id, to_type_id, to_producer, delay, count)
    SELECT from_type_id, ${hourOf('received_at')}, from_version_id, to_type_id, producer, delay, count(*)
    FROM linked GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (from_type_id, hour, from_version_id, to_type_id, to_producer, delay) DO UPDATE
      SET count = c.count + excluded.count
  )
  INSERT INTO events.chain_alias (chain_id, other_id)
  SELECT DISTINCT least(parent_chain, child_chain), greatest(parent_chain, child_chain)
  FROM linked WHERE parent_chain <> child_chain ORDER BY 1, 2
  ON CONFLICT DO NOTHING`

/** Links events with the parents and children that came meanwhile, and counts those edges. */
export async function linkEvents(
  db: Database,
  eventIds: readonly string[],
  orphans: readonly OrphanLink[],
): Promise<void> {
  await db.query({
    name: 'link-events',
    text: LINK,
    values: [
      joinTexts(eventIds),
      joinTexts(orphans.map((orphan) => orphan.parentEventId)),
      joinTexts(orphans.map((orphan) => orphan.eventId)),
    ],
  })
}

/** Orphans whose parent is there: what a crash between commit and link left open. */
export async function findOpenLinks(db: Database, most: number): Promise<OrphanLink[]> {
  const { rows } = await db.query<{ parent_event_id: string; event_id: string }>(
    `SELECT o.parent_event_id, o.event_id FROM events.orphan o
     WHERE EXISTS (SELECT FROM events.event_key k WHERE k.event_id = o.parent_event_id) LIMIT $1`,
    [most],
  )
  return rows.map((row) => ({ parentEventId: row.parent_event_id, eventId: row.event_id }))
}

/** Turns at most so many new alias edges into stars; answers how many it took. */
export async function compactAliases(db: Database, most: number): Promise<number> {
  const { rows } = await db.query<{ taken: number }>('SELECT events.compact_aliases($1) AS taken', [most])
  return rows[0]?.taken ?? 0
}
