import 'server-only'
import type { Chain } from '@/lib/contracts/chain'
import { buildChain, type BuiltChain, type ChainEvent } from '@/lib/domain/chain/build-chain'
import {
  countTraceEvents,
  readChainIds,
  readChainRows,
  readComponent,
  readLineRows,
  readTraceChains,
} from '@/lib/server/stores/chain-store'
import type { SummaryRow } from '@/lib/server/stores/event-summary'
import { readFoundChain, type FoundChain } from '@/lib/server/stores/found-chain-store'
import { readLargeChainRows } from '@/lib/server/stores/large-chain-store'
import { eventNotFound } from '@/lib/server/services/event/event-not-found'
import { letOthersIn } from '@/lib/server/services/let-others-in'

/** A trace id on more events than this joins nothing. */
const MAX_TRACE = 10_000
/** Nobody wants to know further how large a large trace is. */
const MAX_COUNTED = 100_000
/** Most members of an answer. */
const MAX_MEMBERS = 100_000
/**
 * From this size on reading by columns pays. That a chain is larger is found out by reading so many of its rows, which
 * are read once more then: at 2,000 they were a third of what reading 5,000 took.
 */
const LARGE = 200
/** Building more holds up others for more than a few milliseconds. */
const LONG = 2_000
/** Trace ids of one chain that are followed. */
const MAX_TRACES = 20
/** Links that another process is just making are followed so often. */
const MAX_OPEN_LINKS = 3

/** An event of a chain with its row. */
export interface ChainRow extends ChainEvent {
  row: SummaryRow
}

interface OwnEvents {
  component: Set<string>
  rows: SummaryRow[]
  expired: Set<string>
}

export interface ReadChain extends BuiltChain<ChainRow>, Pick<Chain, 'large_traces' | 'truncated'> {}

export interface ReadOptions {
  /** Leaves out what was received after this millisecond since 1970. */
  until?: number
  /** Aborted where nobody waits for the chain any more. */
  signal?: AbortSignal
}

/**
 * All events reachable from one another through their parents, and beside them what shares a trace id: read and built.
 * @throws Problem `event-not-found`, and what `signal` says
 */
export async function readChain(
  eventId: string,
  { until = Infinity, signal }: ReadOptions = {},
): Promise<ReadChain> {
  const events = await readEvents(eventId, MAX_MEMBERS + 1, signal)
  if (events.all.length > LONG) await letOthersIn(signal)
  const kept = events.all.slice(0, MAX_MEMBERS).filter(({ received }) => Math.floor(received) <= until)
  return {
    ...buildChain(kept, events.expired),
    large_traces: events.large,
    truncated: events.all.length > MAX_MEMBERS,
  }
}

// One per process: every route bundle holds its own copy of this module.
const key = Symbol.for('pasttense.chains-under-way')
const globals = globalThis as { [key]?: Map<string, Promise<ReadChain>> }

/**
 * The same, which others may look at as well as long as it is under way, by `glanceAtChain`. Nobody may change it.
 * @throws as `readChain`
 */
export async function readSharedChain(eventId: string, signal: AbortSignal | undefined): Promise<ReadChain> {
  const underWay = (globals[key] ??= new Map<string, Promise<ReadChain>>())
  const reading = readChain(eventId, signal && { signal })
  // The newest: it knows most.
  underWay.set(eventId, reading)
  try {
    return await reading
  } finally {
    if (underWay.get(eventId) === reading) underWay.delete(eventId)
  }
}

/**
 * The same for whoever need not know of what came in the last moments: a reading that is under way is good enough, and a
 * large chain is held once and not twice. @throws as `readChain`
 */
export async function glanceAtChain(eventId: string, signal: AbortSignal | undefined): Promise<ReadChain> {
  // What went wrong there, or was given up, is another's affair.
  const found = await globals[key]?.get(eventId)?.catch(() => undefined)
  signal?.throwIfAborted()
  return found ?? readChain(eventId, signal && { signal })
}

/** The same where the chain has at most `most` events, else null: found out without reading and building the rest. */
export async function readSmallChain(eventId: string, most: number): Promise<ReadChain | null> {
  const events = await readEvents(eventId, most + 1, undefined)
  if (events.all.length > most) return null
  return { ...buildChain(events.all, events.expired), large_traces: events.large, truncated: false }
}

/**
 * An event with the line of events that led to it, at most `most`: what a person can begin to read while the rest of a
 * large chain is on its way. Of the topmost one the parent is left out. null where the event itself is not stored.
 */
export async function readLine(eventId: string, most: number): Promise<ReadChain | null> {
  const found = await readLineRows(eventId, most)
  if (found.length === 0) return null
  // A cycle comes back to where it began.
  const rows = [...new Map(found.map((row) => [row.event_id, row])).values()]
  const present = new Set(rows.map((row) => row.event_id))
  const events = rows.map((row) => {
    const event = toEvent(row, true)
    return present.has(row.parent_event_id ?? '') ? event : { ...event, parent_event_id: null }
  })
  return { ...buildChain(events, new Set()), large_traces: [], truncated: true }
}

async function readEvents(eventId: string, limit: number, signal: AbortSignal | undefined) {
  const found = await readFoundChain(eventId, {
    events: Math.min(limit, LARGE + 1),
    traces: MAX_TRACES,
    chainsOfTrace: MAX_TRACE + 1,
  })
  if (!found) throw eventNotFound(eventId)
  const own = await readOwn(found, limit, signal)
  const joined =
    own.rows.length < limit ? await readJoined(own, found.traces, limit, signal) : { rows: [], large: [] }
  const all = [...own.rows.map((row) => toEvent(row, true)), ...joined.rows.map((row) => toEvent(row, false))]
  return { all, expired: own.expired, large: joined.large }
}

/** The events of the chain itself. A parent that is stored elsewhere shows a link that is not made yet: followed. */
async function readOwn(
  found: FoundChain,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<OwnEvents> {
  let component = new Set(found.chainIds)
  let rows = found.rows.length > LARGE ? await readLargeChainRows(found.chainIds, limit, signal) : found.rows
  for (let round = 0; ; round++) {
    const missing = missingParents(rows)
    const stored = rows.length >= limit ? new Map<string, string>() : await readChainIds([...missing])
    const elsewhere = [...stored.values()].filter((id) => !component.has(id))
    if (elsewhere.length === 0 || round >= MAX_OPEN_LINKS)
      return { component, rows, expired: new Set(stored.keys()) }
    component = new Set(await readComponent([...component, ...elsewhere]))
    rows = await readRows([...component], limit, signal)
  }
}

function missingParents(rows: readonly SummaryRow[]): Set<string> {
  const present = new Set(rows.map((row) => row.event_id))
  const missing = new Set<string>()
  for (const { parent_event_id: parent } of rows)
    if (parent !== null && !present.has(parent)) missing.add(parent)
  return missing
}

/**
 * Events of other chains that share a trace id, with all of their chain: one hop.
 * @param known chain ids by trace id, as far as they were found with the chain
 */
async function readJoined(
  own: OwnEvents,
  known: ReadonlyMap<string, ReadonlySet<string>>,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<{ rows: SummaryRow[]; large: Chain['large_traces'] }> {
  const counts = new Map<string, number>()
  for (const { trace_id } of own.rows)
    if (trace_id !== null) counts.set(trace_id, (counts.get(trace_id) ?? 0) + 1)
  if (counts.size === 0) return { rows: [], large: [] }
  const traceIds = [...counts.keys()].slice(0, MAX_TRACES)
  const isKnown = traceIds.every((id) => known.has(id))
  const chains = isKnown ? known : await readTraceChains(traceIds, MAX_TRACE + 1)
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
  const rows = await readRows(component, limit - own.rows.length, signal)
  // Chains are found by hashes: keep those in which the trace id really stands.
  return { rows: rows.some((row) => counts.has(row.trace_id ?? '')) ? rows : [], large }
}

/** Row by row as long as they are few, which most chains are. */
async function readRows(
  chainIds: readonly string[],
  limit: number,
  signal: AbortSignal | undefined,
): Promise<SummaryRow[]> {
  const few = await readChainRows(chainIds, Math.min(limit, LARGE + 1))
  return few.length > LARGE ? readLargeChainRows(chainIds, limit, signal) : few
}

function toEvent(row: SummaryRow, own: boolean): ChainRow {
  return {
    event_id: row.event_id,
    parent_event_id: row.parent_event_id,
    created: row.created_at / 1000,
    received: row.received_at / 1000,
    own,
    row,
  }
}
