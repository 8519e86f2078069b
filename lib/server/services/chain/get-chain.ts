import 'server-only'
import type { Chain, ChainMember } from '@/lib/contracts/chain'
import type { PlacedEvent } from '@/lib/domain/chain/build-chain'
import { toSummary } from '@/lib/server/stores/event-summary'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { getSettings } from '@/lib/server/services/installation/get-settings'
import { readChain, type ChainRow } from './read-chain'

/** The whole chain of an event. @throws Problem `event-not-found` */
export async function getChain(actor: Actor, { event_id }: { event_id: string }): Promise<Chain> {
  authorize(actor, 'read')
  const [chain, { late_after_seconds }] = await Promise.all([readChain(event_id), getSettings(actor)])
  return {
    focus: event_id,
    members: chain.members.map((member) => toMember(member, late_after_seconds)),
    missing: chain.missing,
    large_traces: chain.large_traces,
    truncated: chain.truncated,
  }
}

function toMember(
  { event, depth, joined_by, delay_ms, flags }: PlacedEvent<ChainRow>,
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
