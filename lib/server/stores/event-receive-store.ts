import 'server-only'
import type { Pool } from 'pg'
import type { Assignment } from '@/lib/domain/chain/assign-chains'
import { integers, moments, smallints } from './binary-arrays'
import { dayOf, hourOf, joinTexts, microseconds, textsOf } from './event-columns'
import { NO_REVISION } from './event-schema-store'

/** A pool or one of its connections. */
export type Database = Pick<Pool, 'query'>

/** What the ledger says of an event. Times in microseconds since 1970. */
export interface LedgerEntry {
  eventId: string
  chainId: string
  typeId: number
  versionId: number
  createdAt: number
  receivedAt: number
  contentHash: string
}

/** An event ready to be stored. */
export interface EventRow extends LedgerEntry {
  parentEventId: string | null
  traceId: string | null
  ownerId: string | null
  producer: string | null
  traits: number
  validity: number
  schemaId: string | null
  dataText: string
  metaRest: string | null
  problems: string | null
  /** Trace and business keys, with their prefix. */
  searchKeys: string[]
  link: Assignment['link']
  /** Of a parent that is known, so that the edge is counted with the event. */
  parent: Pick<LedgerEntry, 'typeId' | 'versionId' | 'createdAt' | 'receivedAt'> | null
}

const WEEK_US = 7 * 86_400 * 1e6

// LATERAL with LIMIT keeps the planner from scanning the ledger as it grows (HOUSE.md, "Receiving, measured").
const PROBE = `
  SELECT k.event_id, k.chain_id, k.type_id, k.version_id, ${microseconds('k.created_at')} AS created_at,
    ${microseconds('k.received_at')} AS received_at, replace(k.content_hash::text, '-', '') AS content_hash
  FROM unnest(${textsOf(1)}) AS wanted(id)
  CROSS JOIN LATERAL (SELECT * FROM events.event_key WHERE event_id = wanted.id LIMIT 1) k
  UNION ALL
  SELECT NULL, revision::text, 0, 0, 0, 0, NULL FROM catalog_revision WHERE id = 1`

/** What the database says at one moment. */
export interface LookedUp {
  /** The ledger's entries of those ids that it has. */
  ledger: Map<string, LedgerEntry>
  /** The catalog's revision. */
  revision: string
}

export async function lookUp(db: Database, ids: readonly string[]): Promise<LookedUp> {
  const { rows } = await db.query<[string | null, string, number, number, number, number, string]>({
    name: 'look-up',
    text: PROBE,
    values: [joinTexts(ids)],
    rowMode: 'array',
  })
  const ledger = new Map<string, LedgerEntry>()
  let revision = NO_REVISION
  for (const [eventId, chainId, typeId, versionId, createdAt, receivedAt, contentHash] of rows) {
    if (eventId === null) revision = chainId
    else ledger.set(eventId, { eventId, chainId, typeId, versionId, createdAt, receivedAt, contentHash })
  }
  return { ledger, revision }
}

// Asked of the rows that everything else comes from: where the catalog has changed, nothing is stored.
const IS_CURRENT = `($27 = '' OR EXISTS (SELECT FROM catalog_revision WHERE id = 1 AND revision::text = $27))`

// One statement is one transaction and one round trip. The ledger's insert comes first: where another process has won
// an id meanwhile it fails as a whole (unique violation) and nothing is stored; the caller probes again, and then knows
// the winner and its chain. The counters come last, so that their hot rows are locked for the shortest time; every
// insert keeps one order of keys, since opposite orders deadlock. Data-modifying WITH parts run after the main insert,
// the last one first.
// Arrays are unnested in the list of a SELECT, side by side: in FROM, each of them is first written into a table of its
// own. What the parts below choose rows by stands first, and long texts last: a column is found by passing over those
// before it.
const STORE = `
  WITH input AS MATERIALIZED (
    SELECT u.link, u.type_id, u.version_id, u.parent_type_id, u.parent_version_id, u.created_at, u.received_at,
      u.parent_created_at, u.parent_received_at, u.traits, u.validity, u.event_id, u.chain_id,
      nullif(u.parent_event_id, '') AS parent_event_id, nullif(u.producer, '') AS producer,
      nullif(u.owner_id, '') AS owner_id, nullif(u.trace_id, '') AS trace_id, u.content_hash,
      nullif(u.schema_id, '') AS schema_id, u.data, nullif(u.meta, '') AS meta, nullif(u.problems, '') AS problems
    FROM (
      SELECT unnest(${textsOf(1)}) AS event_id, unnest(${textsOf(2)}) AS chain_id,
        unnest(${textsOf(3)}) AS parent_event_id, unnest(${textsOf(4)}) AS trace_id,
        unnest(${textsOf(5)}) AS owner_id, unnest(${textsOf(6)}) AS producer,
        unnest($7::int[]) AS type_id, unnest($8::int[]) AS version_id,
        unnest($9::timestamptz[]) AS created_at, unnest($10::timestamptz[]) AS received_at,
        unnest($11::smallint[]) AS traits, unnest($12::smallint[]) AS validity,
        unnest(${textsOf(13)}) AS schema_id, unnest(${textsOf(14)}) AS data, unnest(${textsOf(15)}) AS meta,
        unnest(${textsOf(16)}) AS problems, unnest(${textsOf(17)}) AS content_hash,
        unnest($18::smallint[]) AS link, unnest($19::int[]) AS parent_type_id, unnest($20::int[]) AS parent_version_id,
        unnest($21::timestamptz[]) AS parent_created_at, unnest($22::timestamptz[]) AS parent_received_at
    ) u
    WHERE ${IS_CURRENT}
  ),
  counted AS MATERIALIZED (
    SELECT type_id, ${hourOf('received_at')} AS hour, version_id, validity, coalesce(producer, '') AS producer,
      coalesce(owner_id, '') AS owner_id, count(*) AS count, max(received_at) AS last_received_at
    FROM input GROUP BY 1, 2, 3, 4, 5, 6
  ),
  hourly AS (
    INSERT INTO events.hourly_count AS c
      (type_id, hour, version_id, validity, producer, owner_id, count, last_received_at)
    SELECT * FROM counted ORDER BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (type_id, hour, version_id, validity, producer, owner_id) DO UPDATE
      SET count = c.count + excluded.count, last_received_at = greatest(c.last_received_at, excluded.last_received_at)
  ),
  daily AS (
    INSERT INTO events.daily_count AS c (day, type_id, count)
    SELECT (hour AT TIME ZONE 'UTC')::date, type_id, sum(count) FROM counted GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (day, type_id) DO UPDATE SET count = c.count + excluded.count
  ),
  edges AS (
    INSERT INTO events.edge_count AS c (from_type_id, hour, from_version_id, to_type_id, to_producer, delay, count)
    SELECT parent_type_id, ${hourOf('parent_received_at')}, parent_version_id, type_id,
      coalesce(producer, ''), events.delay_bucket(parent_created_at, created_at), count(*)
    FROM input WHERE link = 2 GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (from_type_id, hour, from_version_id, to_type_id, to_producer, delay) DO UPDATE
      SET count = c.count + excluded.count
  ),
  orphans AS (
    INSERT INTO events.orphan (parent_event_id, event_id, type_id, producer, hour)
    SELECT parent_event_id, event_id, type_id, coalesce(producer, ''), ${hourOf('received_at')}
    FROM input WHERE link = 1 ORDER BY 1, 2
  ),
  days AS (
    INSERT INTO events.chain_day (chain_id, day)
    SELECT DISTINCT chain_id, (received_at AT TIME ZONE 'UTC')::date FROM input
    WHERE link = 1 OR (link = 2 AND ${dayOf('parent_received_at')} <> ${dayOf('received_at')})
    ORDER BY 1, 2
    ON CONFLICT DO NOTHING
  ),
  keys AS (
    INSERT INTO events.chain_search_key (h, chain_id, week)
    SELECT k.h, k.chain_id, k.week
    FROM (
      SELECT hashtextextended(key, 0) AS h, chain_id COLLATE "C" AS chain_id, week, is_begun
      FROM (
        SELECT unnest(${textsOf(23)}) AS key, unnest(${textsOf(24)}) AS chain_id,
          unnest($25::smallint[]) AS week, unnest($26::smallint[]) AS is_begun
      ) given
    ) k
    LEFT JOIN LATERAL (
      SELECT true AS is_stored FROM events.chain_search_key s
      WHERE k.is_begun = 1 AND s.h = k.h AND s.week = k.week AND hashtext(s.chain_id) = hashtext(k.chain_id) AND s.chain_id = k.chain_id
      LIMIT 1
    ) known ON true
    WHERE known.is_stored IS NULL AND ${IS_CURRENT} ORDER BY 1
  ),
  bodies AS (
    INSERT INTO events.event (created_at, received_at, type_id, version_id, traits, validity, event_id, chain_id,
      parent_event_id, trace_id, owner_id, producer, schema_id, data, meta, problems)
    SELECT created_at, received_at, type_id, version_id, traits, validity, event_id, chain_id,
      parent_event_id, trace_id, owner_id, producer, schema_id, data::json, meta::json, problems::json
    FROM input
  )
  INSERT INTO events.event_key (event_id, chain_id, received_at, created_at, type_id, version_id, content_hash)
  SELECT event_id, chain_id, received_at, created_at, type_id, version_id, content_hash::uuid
  FROM input ORDER BY event_id COLLATE "C"`

/**
 * Stores events with everything that is counted or found by them; all of it or nothing.
 * @param revision stores only while this is the catalog's; null: whatever it is
 * @returns whether they are stored
 * @throws what PostgreSQL says: 23505 where the ledger has one of the ids
 */
export async function insertEvents(
  db: Database,
  events: readonly EventRow[],
  revision: string | null,
): Promise<boolean> {
  const rows = chainByChain(events)
  const texts = (value: (row: EventRow) => string | null) => joinTexts(rows.map(value))
  const keys = searchKeys(rows)
  const { rowCount } = await db.query({
    name: 'store-events',
    text: STORE,
    values: [
      texts((row) => row.eventId),
      texts((row) => row.chainId),
      texts((row) => row.parentEventId),
      texts((row) => row.traceId),
      texts((row) => row.ownerId),
      texts((row) => row.producer),
      integers(rows.map((row) => row.typeId)),
      integers(rows.map((row) => row.versionId)),
      moments(rows.map((row) => row.createdAt)),
      moments(rows.map((row) => row.receivedAt)),
      smallints(rows.map((row) => row.traits)),
      smallints(rows.map((row) => row.validity)),
      texts((row) => row.schemaId),
      texts((row) => row.dataText),
      texts((row) => row.metaRest),
      texts((row) => row.problems),
      texts((row) => row.contentHash),
      smallints(rows.map((row) => (row.link === 'orphan' ? 1 : row.parent ? 2 : 0))),
      integers(rows.map((row) => row.parent?.typeId ?? 0)),
      integers(rows.map((row) => row.parent?.versionId ?? 0)),
      moments(rows.map((row) => row.parent?.createdAt ?? 0)),
      moments(rows.map((row) => row.parent?.receivedAt ?? 0)),
      joinTexts(keys.map((key) => key.key)),
      joinTexts(keys.map((key) => key.chainId)),
      smallints(keys.map((key) => key.week)),
      smallints(keys.map((key) => (key.isBegun ? 1 : 0))),
      revision ?? '',
    ],
  })
  return rowCount === rows.length
}

/** What is stored side by side is read with one page: a chain's dozen events lay on five, in the order of their ids. */
function chainByChain(rows: readonly EventRow[]): EventRow[] {
  const chains = new Map<string, EventRow[]>()
  for (const row of rows) {
    const chain = chains.get(row.chainId)
    if (chain) chain.push(row)
    else chains.set(row.chainId, [row])
  }
  return [...chains.values()].flat()
}

interface SearchKey {
  key: string
  chainId: string
  week: number
  /** Whether the chain may have the key already: it began before these events. */
  isBegun: boolean
}

/**
 * Each key once per chain and week: the events of a chain repeat theirs. Where a chain begins with these events, nobody
 * has to look whether it has the key, which took a fifth of storing; only where a child came before, it has it twice then.
 */
function searchKeys(rows: readonly EventRow[]): SearchKey[] {
  const seen = new Map<string, Set<string>>()
  const keys: SearchKey[] = []
  const beginning = new Set(rows.filter((row) => row.chainId === row.eventId).map((row) => row.chainId))
  for (const { searchKeys, chainId, receivedAt } of rows) {
    if (searchKeys.length === 0) continue
    const week = Math.floor(receivedAt / WEEK_US)
    const place = `${week} ${chainId}`
    let known = seen.get(place)
    if (!known) seen.set(place, (known = new Set()))
    for (const key of searchKeys) {
      if (known.has(key)) continue
      known.add(key)
      keys.push({ key, chainId, week, isBegun: !beginning.has(chainId) })
    }
  }
  return keys
}

/** Makes the partitions of some days of receipt (`2026-11-23`, UTC) where they are missing. */
export async function ensurePartitions(db: Database, days: readonly string[]): Promise<void> {
  for (const day of days) await db.query('SELECT events.ensure_partition($1::date)', [day])
}
