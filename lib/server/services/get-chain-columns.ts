import 'server-only'
import type { ChainColumns } from '@/lib/contracts/chain-columns'
import type { EventFlag } from '@/lib/contracts/event'
import { packChain, type ColumnMember } from '@/lib/domain/chain-view/chain-columns'
import type { PlacedEvent } from '@/lib/domain/chain/build-chain'
import { ownFlags } from '@/lib/server/stores/event-summary'
import { validityOf } from '@/lib/server/stores/event-columns'
import { authorize, type Actor } from './actor'
import { getSettings } from './get-settings'
import { readChain, readLine, readSmallChain, type ChainRow, type ReadChain } from './read-chain'

/** The whole chain of an event by columns. @throws Problem `event-not-found` */
export async function getChainColumns(
  actor: Actor,
  { event_id }: { event_id: string },
): Promise<ChainColumns> {
  authorize(actor, 'read')
  const [chain, { late_after_seconds }] = await Promise.all([readChain(event_id), getSettings(actor)])
  return pack(chain, event_id, late_after_seconds)
}

/**
 * The same where the chain has at most `most` events, else null: for a page that would not carry a larger one.
 * @throws Problem `event-not-found`
 */
export async function getSmallChainColumns(
  actor: Actor,
  { event_id, most }: { event_id: string; most: number },
): Promise<ChainColumns | null> {
  authorize(actor, 'read')
  const [chain, { late_after_seconds }] = await Promise.all([
    readSmallChain(event_id, most),
    getSettings(actor),
  ])
  return chain && pack(chain, event_id, late_after_seconds)
}

/** An event and the line of events that led to it: see `readLine`. @throws Problem `event-not-found` */
export async function getLineColumns(
  actor: Actor,
  { event_id, most }: { event_id: string; most: number },
): Promise<ChainColumns> {
  authorize(actor, 'read')
  const [line, { late_after_seconds }] = await Promise.all([readLine(event_id, most), getSettings(actor)])
  return pack(line, event_id, late_after_seconds)
}

function pack(chain: ReadChain, focus: string, lateAfter: number): ChainColumns {
  const members = chain.members.map((member) => toMember(member, lateAfter))
  return packChain(members, chain.missing, {
    focus,
    large_traces: chain.large_traces,
    truncated: chain.truncated,
  })
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
