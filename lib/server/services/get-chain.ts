import 'server-only'
import type { Chain, ChainMember } from '@/lib/contracts/chain'
import { buildChain, type ChainEvent, type PlacedEvent } from '@/lib/domain/chain/build-chain'
import {
  countTraceEvents,
  readChainIds,
  readChainRows,
  readComponent,
  readTraceChains,
} from '@/lib/server/stores/chain-store'
import { toSummary, type SummaryRow } from '@/lib/server/stores/event-summary'
import { authorize, type Actor } from './actor'
import { eventNotFound } from './event-not-found'
import { getSettings } from './get-settings'

/** A trace id on more events than this joins nothing. */
const MAX_TRACE = 10_000
/** Nobody wants to know further how large a large trace is. */
const MAX_COUNTED = 100_000
/** Most members of an answer. */
const MAX_MEMBERS = 100_000
/** Trace ids of one chain that are followed. */
const MAX_TRACES = 20
/** Links that another process is just making are followed so often. */
const MAX_OPEN_LINKS = 3

interface Row extends ChainEvent {
  row: SummaryRow
}

interface OwnEvents {
  component: Set<string>
  rows: SummaryRow[]
  expired: Set<string>
}

/**
 * All events reachable from one another through their parents, and beside them what shares a trace id.
 * @throws Problem `event-not-found`
 */
export async function getChain(actor: Actor, { event_id }: { event_id: string }): Promise<Chain> {
  authorize(actor, 'read')
  const chainId = (await readChainIds([event_id])).get(event_id)
  if (chainId === undefined) throw eventNotFound(event_id)
  const [own, { late_after_seconds }] = await Promise.all([readOwn(chainId), getSettings(actor)])
  if (own.rows.length === 0) throw eventNotFound(event_id)
  const joined = await readJoined(own)
  const events = [
    ...own.rows.map((row) => toEvent(row, true)),
    ...joined.rows.map((row) => toEvent(row, false)),
  ]
  const kept = events.slice(0, MAX_MEMBERS)
  const { members, missing } = buildChain(kept, own.expired)
  return {
    focus: event_id,
    members: members.map((member) => toMember(member, late_after_seconds)),
    missing,
    large_traces: joined.large,
    truncated: events.length > kept.length,
  }
}

/** The events of the chain itself. A parent that is stored elsewhere shows a link that is not made yet: followed. */
async function readOwn(chainId: string): Promise<OwnEvents> {
  let seeds = [chainId]
  for (let round = 0; ; round++) {
    const component = new Set(await readComponent(seeds))
    const rows = await readChainRows([...component], MAX_MEMBERS + 1)
    const present = new Set(rows.map((row) => row.event_id))
    const missing = new Set(
      rows.flatMap(({ parent_event_id: parent }) =>
        parent !== null && !present.has(parent) ? [parent] : [],
      ),
    )
    const stored = rows.length > MAX_MEMBERS ? new Map<string, string>() : await readChainIds([...missing])
    const elsewhere = [...stored.values()].filter((id) => !component.has(id))
    if (elsewhere.length === 0 || round >= MAX_OPEN_LINKS)
      return { component, rows, expired: new Set(stored.keys()) }
    seeds = [...component, ...elsewhere]
  }
}

/** Events of other chains that share a trace id, with all of their chain: one hop. */
async function readJoined(own: OwnEvents): Promise<{ rows: SummaryRow[]; large: Chain['large_traces'] }> {
  const counts = new Map<string, number>()
  for (const { trace_id } of own.rows)
    if (trace_id !== null) counts.set(trace_id, (counts.get(trace_id) ?? 0) + 1)
  if (counts.size === 0) return { rows: [], large: [] }
  const chains = await readTraceChains([...counts.keys()].slice(0, MAX_TRACES), MAX_TRACE + 1)
  const large: Chain['large_traces'] = []
  const others = new Set<string>()
  for (const [traceId, ids] of chains) {
    const foreign = [...ids].filter((id) => !own.component.has(id))
    if (foreign.length === 0 && (counts.get(traceId) ?? 0) <= MAX_TRACE) continue
    const count = await countTraceEvents(traceId, [...ids, ...own.component], MAX_COUNTED)
    if (count > MAX_TRACE) large.push({ trace_id: traceId, count })
    else for (const id of foreign) others.add(id)
  }
  if (others.size === 0) return { rows: [], large }
  const component = (await readComponent([...others])).filter((id) => !own.component.has(id))
  const rows = await readChainRows(component, Math.max(MAX_MEMBERS + 1 - own.rows.length, 1))
  // Chains are found by hashes: keep those in which the trace id really stands.
  return { rows: rows.some((row) => counts.has(row.trace_id ?? '')) ? rows : [], large }
}

function toEvent(row: SummaryRow, own: boolean): Row {
  return {
    event_id: row.event_id,
    parent_event_id: row.parent_event_id,
    created: row.created_at / 1000,
    received: row.received_at / 1000,
    own,
    row,
  }
}

function toMember(
  { event, depth, joined_by, delay_ms, flags }: PlacedEvent<Row>,
  lateAfter: number,
): ChainMember {
  return {
    ...toSummary(event.row, lateAfter, flags),
    depth,
    joined_by,
    deliveries: event.row.deliveries,
    delay_ms,
  }
}
