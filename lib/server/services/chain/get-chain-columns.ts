import 'server-only'
import type { ChainColumns } from '@/lib/contracts/chain-columns'
import type { EventFlag } from '@/lib/contracts/event'
import { packChain, type ColumnMember } from '@/lib/domain/chain-view/chain-columns'
import type { PlacedEvent } from '@/lib/domain/chain/build-chain'
import { ownFlags } from '@/lib/server/stores/event-summary'
import { validityOf } from '@/lib/server/stores/event-columns'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { getSettings } from '@/lib/server/services/installation/get-settings'
import { letOthersIn } from '@/lib/server/services/let-others-in'
import { readLine, readSharedChain, readSmallChain, type ChainRow, type ReadChain } from './read-chain'

/**
 * The whole chain of an event by columns.
 * @param signal aborted where nobody waits for it any more @throws Problem `event-not-found`, and what `signal` says
 */
export async function getChainColumns(
  actor: Actor,
  { event_id, signal }: { event_id: string; signal?: AbortSignal },
): Promise<ChainColumns> {
  authorize(actor, 'read')
  const [chain, { late_after_seconds }] = await Promise.all([
    readSharedChain(event_id, signal),
    getSettings(actor),
  ])
  await letOthersIn(signal)
  return pack(chain, event_id, late_after_seconds)
}

/** What a page of a chain begins with: all of it, or only the line to its event, or nothing yet. */
export interface FirstColumns {
  whole: ChainColumns | null
  /** Where the chain is larger. */
  line: ChainColumns | null
}

/**
 * The whole chain where it has at most `most` events, for a page that would not carry a larger one; else the event and
 * the line of events that led to it, at most `most_in_line`; neither where the chain is larger and retention took the
 * event itself.
 * @throws Problem `event-not-found` where nothing of its chain is stored
 */
export async function getFirstColumns(
  actor: Actor,
  { event_id, most, most_in_line }: { event_id: string; most: number; most_in_line: number },
): Promise<FirstColumns> {
  authorize(actor, 'read')
  const [chain, { late_after_seconds }] = await Promise.all([
    readSmallChain(event_id, most),
    getSettings(actor),
  ])
  if (chain !== null) return { whole: pack(chain, event_id, late_after_seconds), line: null }
  const line = await readLine(event_id, most_in_line)
  return { whole: null, line: line && pack(line, event_id, late_after_seconds) }
}

function pack(chain: ReadChain, focus: string, lateAfter: number): ChainColumns {
  const { members, missing, large_traces, truncated } = chain
  const describe = (member: PlacedEvent<ChainRow>) => toMember(member, lateAfter)
  return packChain(members, describe, missing, { focus, large_traces, truncated })
}

function toMember(
  { event: { row }, depth, parent, joined_by, flags }: PlacedEvent<ChainRow>,
  lateAfter: number,
): ColumnMember<EventFlag> {
  return {
    event_id: row.event_id,
    parent_event_id: row.parent_event_id,
    trace_id: row.trace_id,
    type: row.type,
    version: row.version,
    kind: row.kind,
    owner: row.owner_id ?? row.catalog_owner,
    producer: row.producer,
    created_us: row.created_at,
    received_us: row.received_at,
    status: validityOf(row.validity),
    flags: flags.length === 0 ? ownFlags(row, lateAfter) : [...ownFlags(row, lateAfter), ...flags],
    parent,
    depth,
    joined_by,
    deliveries: row.deliveries,
  }
}
