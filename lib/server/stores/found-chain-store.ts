import 'server-only'
import { lookUpPool } from '@/lib/server/database/connection'
import { COMPONENT_STEP } from './chain-store'
import { SUMMARY_COLUMNS, SUMMARY_JOINS, type SummaryRow } from './event-summary'
import { linksUnderWay } from './links-under-way'

/** A chain with what is needed to know whether more belongs to it. */
export interface FoundChain {
  /** All chain ids that are aliases of one another. */
  chainIds: string[]
  /** Its events, in no order. */
  rows: SummaryRow[]
  /** By trace id of these events: chain ids of events that carry it. */
  traces: Map<string, Set<string>>
}

export interface FoundChainLimits {
  events: number
  /** Trace ids that are followed. */
  traces: number
  /** Chain ids of each. */
  chainsOfTrace: number
}

type FoundRow = SummaryRow & { chain_ids: string[] | null; traces: [string, string | null][] | null }

// Most chains have a dozen events: three round trips took longer than all that the database does in them. What belongs to
// the chain as a whole stands in the first row.
const FOUND_CHAIN = `
  WITH RECURSIVE component (id) AS (
    SELECT chain_id FROM events.event_key WHERE event_id = $1
    ${COMPONENT_STEP}
  ),
  found AS MATERIALIZED (
    SELECT * FROM events.chain_events(ARRAY(SELECT id FROM component), $2)
  ),
  traces AS (
    SELECT json_agg(json_build_array(wanted.trace_id, k.chain_id)) AS pairs
    FROM (SELECT DISTINCT trace_id FROM found WHERE trace_id IS NOT NULL LIMIT $3) wanted
    LEFT JOIN LATERAL (
      SELECT chain_id FROM events.chain_search_key WHERE h = hashtextextended('t' || wanted.trace_id, 0) LIMIT $4
    ) k ON true
  )
  SELECT ${SUMMARY_COLUMNS},
    CASE WHEN row_number() OVER () = 1 THEN ARRAY(SELECT id FROM component) END AS chain_ids,
    CASE WHEN row_number() OVER () = 1 THEN (SELECT pairs FROM traces) END AS traces
  FROM found e ${SUMMARY_JOINS}`

/** The chain of an event; null where none of its events is stored. */
export async function readFoundChain(eventId: string, limits: FoundChainLimits): Promise<FoundChain | null> {
  await linksUnderWay()
  const { rows } = await lookUpPool().query<FoundRow>({
    name: 'found-chain',
    text: FOUND_CHAIN,
    values: [eventId, limits.events, limits.traces, limits.chainsOfTrace],
  })
  const whole = rows.find((row) => row.chain_ids !== null)
  if (!whole?.chain_ids) return null
  const traces = new Map<string, Set<string>>()
  for (const [traceId, chainId] of whole.traces ?? []) {
    const ids = traces.get(traceId) ?? new Set()
    traces.set(traceId, chainId === null ? ids : ids.add(chainId))
  }
  return { chainIds: whole.chain_ids, rows, traces }
}
