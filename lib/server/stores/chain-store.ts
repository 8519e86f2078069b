import 'server-only'
import { lookUpPool, pool } from '@/lib/server/database/connection'
import { linksUnderWay } from './links-under-way'
import { SUMMARY_COLUMNS, SUMMARY_JOINS, type SummaryRow } from './event-summary'

/** Beside each row of a recursive `component c`: as `next`, the ids that are aliases of `c.id`. */
export const NEXT_ALIASES = `
  CROSS JOIN LATERAL (
    SELECT other_id AS id FROM events.chain_alias WHERE chain_id = c.id
    UNION ALL
    SELECT chain_id FROM events.chain_alias WHERE other_id = c.id
  ) next`

/** How a recursive `component (id)` of chain ids goes on, after the ids that it begins with. */
export const COMPONENT_STEP = `
  UNION
  SELECT next.id FROM component c ${NEXT_ALIASES}`

/** All chain ids that are aliases of some chain ids, themselves included. */
export async function readComponent(chainIds: readonly string[]): Promise<string[]> {
  await linksUnderWay()
  const { rows } = await lookUpPool().query<{ id: string }>({
    name: 'chain-component',
    text: `
      WITH RECURSIVE component (id) AS (SELECT unnest($1::text[]) COLLATE "C" ${COMPONENT_STEP})
      SELECT id FROM component`,
    values: [chainIds],
  })
  return rows.map((row) => row.id)
}

/** The events of some chains, at most `limit` of them, in no order. */
export async function readChainRows(chainIds: readonly string[], limit: number): Promise<SummaryRow[]> {
  const { rows } = await lookUpPool().query<SummaryRow>({
    name: 'chain-events',
    text: `SELECT ${SUMMARY_COLUMNS}
      FROM events.chain_events($1::text[], $2) e ${SUMMARY_JOINS}`,
    values: [chainIds, limit],
  })
  return rows
}

/** An event and what led to it, at most `most` of them, each before its parent. */
export async function readLineRows(eventId: string, most: number): Promise<SummaryRow[]> {
  const { rows } = await pool().query<SummaryRow>({
    name: 'chain-line',
    text: `
      WITH RECURSIVE line AS (
        SELECT found.*, 1 AS step FROM events.stored_event($1) found
        UNION ALL
        SELECT found.*, line.step + 1 FROM line CROSS JOIN LATERAL events.stored_event(line.parent_event_id) found
        WHERE line.step < $2
      )
      SELECT ${SUMMARY_COLUMNS} FROM line e ${SUMMARY_JOINS} ORDER BY e.step`,
    values: [eventId, most],
  })
  return rows
}

/** Chain ids of events by id, for those that were ever stored, also where retention took the event. */
export async function readChainIds(eventIds: readonly string[]): Promise<Map<string, string>> {
  if (eventIds.length === 0) return new Map()
  const { rows } = await lookUpPool().query<{ event_id: string; chain_id: string }>({
    name: 'chain-ids',
    text: 'SELECT event_id, chain_id FROM events.event_key WHERE event_id = ANY ($1::text[])',
    values: [eventIds],
  })
  return new Map(rows.map((row) => [row.event_id, row.chain_id]))
}

/** By trace id: the chain ids of its events, at most `limit` of them each. */
export async function readTraceChains(
  traceIds: readonly string[],
  limit: number,
): Promise<Map<string, Set<string>>> {
  const { rows } = await lookUpPool().query<{ trace_id: string; chain_id: string }>({
    name: 'trace-chains',
    text: `SELECT wanted.trace_id, k.chain_id
      FROM unnest($1::text[]) AS wanted(trace_id)
      CROSS JOIN LATERAL (
        SELECT chain_id FROM events.chain_search_key WHERE h = hashtextextended('t' || wanted.trace_id, 0) LIMIT $2
      ) k`,
    values: [traceIds, limit],
  })
  const chains = new Map<string, Set<string>>(traceIds.map((trace) => [trace, new Set<string>()]))
  for (const row of rows) chains.get(row.trace_id)?.add(row.chain_id)
  return chains
}

/** How many events of some chains carry a trace id; counts no further than `limit`. */
export async function countTraceEvents(
  traceId: string,
  chainIds: readonly string[],
  limit: number,
): Promise<number> {
  const { rows } = await pool().query<{ count: string }>({
    name: 'trace-count',
    text: `SELECT count(*) FROM (
      SELECT FROM events.chain_events($2::text[], NULL) WHERE trace_id = $1 LIMIT $3) found`,
    values: [traceId, chainIds, limit],
  })
  return Number(rows[0]?.count ?? 0)
}

/** Rows read for each chain wanted: a chain stands once in each week it lived. A key that a million chains share is cut short. */
const WEEKS_OF_A_CHAIN = 10

/** Chain ids under which a trace id (`t…`) or business key (`k…`) was received, newest weeks first. Hashes may collide. */
export async function readKeyChains(key: string, limit: number): Promise<string[]> {
  const { rows } = await lookUpPool().query<{ chain_id: string }>({
    name: 'key-chains',
    text: `SELECT chain_id
     FROM (
       SELECT chain_id, week FROM events.chain_search_key WHERE h = hashtextextended($1, 0) ORDER BY week DESC LIMIT $3
     ) newest
     GROUP BY chain_id ORDER BY max(week) DESC LIMIT $2`,
    values: [key, limit, limit * WEEKS_OF_A_CHAIN],
  })
  return rows.map((row) => row.chain_id)
}
