import 'server-only'
import { pool } from '@/lib/server/database/connection'
import type { Validity } from '@/lib/contracts/event'
import type { Kind } from '@/lib/contracts/event-type'
import { exactInstant, microseconds, validityCode } from './event-columns'
import { SUMMARY_COLUMNS, SUMMARY_JOINS, type SummaryRow } from './event-summary'
import { linksUnderWay } from './links-under-way'

/** What a list of events is narrowed to. Absent means any. */
export interface EventFilter {
  /** Small integers of the types; an empty list finds nothing. */
  typeIds?: readonly number[] | undefined
  version?: string | undefined
  producer?: string | undefined
  traceId?: string | undefined
  /** Only events of these chains. */
  chainIds?: readonly string[] | undefined
  from?: string | undefined
  to?: string | undefined
  validity?: Validity | undefined
  /** What each row says whether it has: a child of one of these types, created so soon. `lacks` is false without it. */
  without?: { typeIds: readonly number[]; withinSeconds: number | null } | undefined
  /** Below the last event of the page before. */
  after?: Place | undefined
}

/**
 * Where an event stands in the list: its creation and its receipt as instants that are exact in every year, and its id.
 * Its receipt, since an index ends in it: an import may give any number of events one creation, and hardly more than the
 * 2,000 of a batch are received in one moment.
 */
export type Place = readonly [created: string, received: string, eventId: string]

/** One row of the list; `data` only where it was asked for. */
export type ListedRow = SummaryRow & {
  data: string | null
  /** As in its place: `created_at` is not exact after the year 2255. */
  created: string
  received: string
  parent_created_at: number | null
  /** No child such as `without` asks for. */
  lacks: boolean
}

/** Of more types than this one reads by time, and leaves out what is of another. */
const MOST_TYPES = 100
/** The same, where most events of each type may be others than are looked for. */
const MOST_SPARSE_TYPES = 10

/** Events, newest creation first, and of one creation newest receipt first. */
export async function listEventRows(
  filter: EventFilter,
  limit: number,
  withData = false,
): Promise<ListedRow[]> {
  return readRows(filter, withData, (bind) => sourceOf(filter, bind(limit), bind))
}

/** The same of some events by their ids; of the filter only what each row says of itself counts. */
export async function listEventRowsOf(
  eventIds: readonly string[],
  filter: EventFilter,
  withData: boolean,
): Promise<ListedRow[]> {
  if (eventIds.length === 0) return []
  const source = (bind: Bind) =>
    `SELECT e.* FROM unnest(${bind(eventIds)}::text[]) AS wanted(id) CROSS JOIN LATERAL events.stored_event(wanted.id) e`
  return readRows(filter, withData, source)
}

type Bind = (value: unknown) => string

async function readRows(
  filter: EventFilter,
  withData: boolean,
  source: (bind: Bind) => string,
): Promise<ListedRow[]> {
  if (filter.without) await linksUnderWay()
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const { rows } = await pool().query<ListedRow>(
    `SELECT ${SUMMARY_COLUMNS}, ${withData ? 'e.data::text' : 'NULL'} AS data,
       ${exactInstant('e.created_at')} AS created, ${exactInstant('e.received_at')} AS received, ${lacks(filter, bind)} AS lacks,
       (SELECT ${microseconds('p.created_at')} FROM events.event_key p WHERE p.event_id = e.parent_event_id) AS parent_created_at
     FROM (${source(bind)}) e ${SUMMARY_JOINS} ORDER BY e.created_at DESC, e.received_at DESC, e.event_id DESC`,
    values,
  )
  return rows
}

/** Whether no index leads to what a filter asks for: of the events looked at, most may be others. */
export function isSparse({
  typeIds = [],
  chainIds,
  version,
  producer,
  traceId,
  validity,
}: EventFilter): boolean {
  if (chainIds) return false
  return (
    [version, producer, traceId].some((wanted) => wanted !== undefined) ||
    (validity !== undefined && validity !== 'invalid') ||
    typeIds.length > MOST_TYPES
  )
}

/**
 * Looks at so many events, newest first, for those that a filter lets through; without their bodies.
 * @returns the ids of the first of them, and the last place that was looked at; undefined where there is none below it
 */
export async function lookThrough(
  filter: EventFilter,
  limit: number,
  look: number,
): Promise<{ ids: string[]; last: Place | undefined }> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const { typeIds, from, to, after, ...sparse } = filter
  const isByType = typeIds !== undefined && typeIds.length <= MOST_SPARSE_TYPES
  const source = sourceOf({ typeIds: isByType ? typeIds : undefined, from, to, after }, bind(look), bind)
  const conditions = conditionsOf(sparse, bind)
  if (typeIds && !isByType) conditions.push(`type_id = ANY (${bind(typeIds)}::int[])`)
  const { rows } = await pool().query<{ ids: string[]; looked: number; last: Place | null }>(
    `WITH looked AS MATERIALIZED (
       SELECT event_id, created_at, received_at, type_id, version_id, producer, trace_id, validity FROM (${source}) newest
     )
     SELECT ARRAY(SELECT event_id FROM looked stored WHERE ${[...conditions, 'true'].join(' AND ')} ${NEWEST} ${bind(limit)}) AS ids,
       (SELECT count(*) FROM looked)::float8 AS looked,
       (SELECT json_build_array(${exactInstant('created_at')}, ${exactInstant('received_at')}, event_id) FROM looked
         ORDER BY created_at, received_at, event_id LIMIT 1) AS last`,
    values,
  )
  const { ids, looked, last } = rows[0]!
  return { ids, last: looked < look ? undefined : (last ?? undefined) }
}

/** The code stands in the text: only so can the planner use the index of invalid events. */
const INVALID = validityCode('invalid')

const NEWEST = 'ORDER BY created_at DESC, received_at DESC, event_id DESC LIMIT'

/** SQL for one page of the events that a filter lets through. */
function sourceOf(filter: EventFilter, limit: string, bind: Bind): string {
  const { typeIds, chainIds } = filter
  // Events of chains are found by them.
  const narrowed = { ...filter, chainIds: undefined }
  // A page of each type by its index, and the best of them: one index cannot serve several types in time order.
  if (typeIds && !chainIds && typeIds.length <= MOST_TYPES)
    return `SELECT found.* FROM unnest(${bind(typeIds)}::int[]) AS wanted(type_id)
      CROSS JOIN LATERAL (${pageOf(narrowed, 'type_id = wanted.type_id', limit, bind)}) found ${NEWEST} ${limit}`
  const ofTypes = typeIds ? `type_id = ANY (${bind(typeIds)}::int[])` : 'true'
  if (!chainIds) return pageOf(narrowed, ofTypes, limit, bind)
  // The days of chains are known, and found without their bodies. Those of the page are read chain by chain.
  return `SELECT e.* FROM (
      SELECT array_agg(event_id) AS ids, array_agg(DISTINCT chain_id) AS chain_ids,
        array_agg(DISTINCT date_trunc('day', received_at, 'UTC')) AS days
      FROM (
        SELECT * FROM events.chain_events(${bind(chainIds)}::text[], NULL) stored
        WHERE ${[...conditionsOf(narrowed, bind), ofTypes].join(' AND ')} ${NEWEST} ${limit}
      ) found
    ) page CROSS JOIN LATERAL events.chain_bodies(page.ids, page.chain_ids, page.days) e`
}

/** SQL for one page of the events of some types. */
function pageOf(filter: EventFilter, ofTypes: string, limit: string, bind: Bind): string {
  const page = (conditions: readonly string[]) =>
    `SELECT * FROM events.event stored WHERE ${[...conditions, ofTypes].join(' AND ')} ${NEWEST} ${limit}`
  if (filter.validity !== 'invalid') return page(conditionsOf(filter, bind))
  // Invalid events are few. Those found so at receipt have an index, and those found so later have another.
  const others = conditionsOf({ ...filter, validity: undefined }, bind)
  const { from, to, after } = filter
  const places = conditionsOf({ from, to, after }, bind)
  return `SELECT * FROM (
      (${page([...others, `validity = ${INVALID}`])})
      UNION ALL
      (SELECT e.* FROM (
          SELECT event_id, created_at, received_at FROM events.validity WHERE ${[...places, ofTypes, `validity = ${INVALID}`].join(' AND ')}
        ) late CROSS JOIN LATERAL (
          SELECT * FROM events.stored_event(late.event_id) WHERE ${[...others, 'true'].join(' AND ')}
        ) e ORDER BY late.created_at DESC, late.received_at DESC, late.event_id DESC LIMIT ${limit})
    ) invalid ${NEWEST} ${limit}`
}

/** SQL conditions on events that are called `stored`; without a validity, whatever they are called. */
export function conditionsOf(filter: EventFilter, bind: Bind): string[] {
  const conditions: string[] = []
  const { chainIds, version, producer, traceId, from, to, validity, after } = filter
  if (chainIds) conditions.push(`chain_id = ANY (${bind(chainIds)}::text[])`)
  if (version !== undefined)
    conditions.push(`version_id IN (SELECT id FROM events.version WHERE label = ${bind(version)})`)
  if (producer !== undefined) conditions.push(`producer = ${bind(producer)}`)
  if (traceId !== undefined) conditions.push(`trace_id = ${bind(traceId)}`)
  if (from !== undefined) conditions.push(`created_at >= ${bind(from)}::timestamptz`)
  if (to !== undefined) conditions.push(`created_at < ${bind(to)}::timestamptz`)
  if (validity !== undefined) conditions.push(judgedAs(validity))
  if (after) {
    const [created, received, eventId] = after.map(bind)
    conditions.push(
      `(created_at, received_at, event_id) < (${created}::timestamptz, ${received}::timestamptz, ${eventId}::text COLLATE "C")`,
    )
  }
  return conditions
}

/** SQL for what is known of an event by now: what receipt could not judge may have been judged later. */
function judgedAs(validity: Validity): string {
  const code = validityCode(validity)
  const later = '(SELECT later.validity FROM events.validity later WHERE later.event_id = stored.event_id)'
  return validity === 'unknown'
    ? `(stored.validity = ${code} AND coalesce(${later}, ${code}) = ${code})`
    : `(stored.validity = ${code} OR (stored.validity = ${validityCode('unknown')} AND ${later} = ${code}))`
}

/**
 * SQL for whether an event has no such child. A child stands in its parent's chain, or, where it came first, in the chain
 * that has the parent's id; one more step by alias covers the links that were made later.
 */
function lacks({ without }: EventFilter, bind: Bind): string {
  if (!without) return 'false'
  const soon =
    without.withinSeconds === null
      ? ''
      : `AND child.created_at - e.created_at <= make_interval(secs => ${bind(without.withinSeconds)}::float8)`
  return `NOT EXISTS (
    SELECT FROM events.chain_events(ARRAY(
        SELECT e.chain_id UNION SELECT e.event_id
        UNION SELECT a.other_id FROM events.chain_alias a WHERE a.chain_id IN (e.chain_id, e.event_id)
        UNION SELECT a.chain_id FROM events.chain_alias a WHERE a.other_id IN (e.chain_id, e.event_id)), NULL) child
    WHERE child.parent_event_id = e.event_id AND child.event_id <> e.event_id AND child.type_id = ANY (${bind(without.typeIds)}::int[]) ${soon})`
}

/** What types are looked for by: a name, or their catalog owner's or domain's slug. */
export interface TypeFilter {
  type?: string | undefined
  owner?: string | undefined
  domain?: string | undefined
  kind?: Kind | undefined
  /** Types of which this service was ever seen as producer. */
  producer?: string | undefined
}

/** Small integers of the seen types that a filter means. */
export async function findTypeIds(filter: TypeFilter): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>(
    `SELECT t.id FROM events.type t
     LEFT JOIN event_type c ON c.name = t.name
     LEFT JOIN owner o ON o.id = c.owner_id LEFT JOIN domain d ON d.id = c.domain_id
     WHERE ($1::text IS NULL OR t.name = $1) AND ($2::text IS NULL OR o.slug = $2) AND ($3::text IS NULL OR d.slug = $3)
       AND ($4::text IS NULL OR EXISTS (SELECT FROM events.hourly_count h WHERE h.type_id = t.id AND h.producer = $4))
       AND ($5::text IS NULL OR c.kind::text = $5)`,
    [filter.type, filter.owner, filter.domain, filter.producer, filter.kind].map((value) => value ?? null),
  )
  return rows.map((row) => row.id)
}
