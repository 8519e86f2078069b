import { buildChain, type ChainEvent, type PlacedEvent } from '@/lib/domain/chain/build-chain'
import type { ViewChain, ViewMember } from './chain-view'

/** Flags that come of how the events stand to one another, and so change with which of them are known. */
const OF_THE_TREE = new Set(['clock-skew', 'in-cycle', 'expired-parent'])

interface KnownEvent extends ChainEvent {
  member: ViewMember
}

/** When events of the chain were received, in whole milliseconds since 1970, each moment once, in order. */
export function receiptsOf(chain: ViewChain): Float64Array {
  const sorted = Float64Array.from(chain.members, ({ received }) => Math.floor(received)).sort()
  return sorted.filter((moment, index) => index === 0 || moment !== sorted[index - 1])
}

/**
 * What was known of the chain at a moment (whole milliseconds since 1970): the events received until then, built anew, so that a parent that came later
 * stands as missing. How often an event was delivered, and what a later schema said of it, is not known by time.
 */
export function chainAsOf(chain: ViewChain, moment: number): ViewChain {
  const events: KnownEvent[] = []
  for (const member of chain.members) {
    if (Math.floor(member.received) > moment) continue
    const { event_id, parent_event_id, created, received } = member
    events.push({
      event_id,
      parent_event_id,
      created,
      received,
      own: member.joined_by !== 'trace',
      member,
    })
  }
  const expired = new Set(chain.missing.filter(({ expired }) => expired).map(({ event_id }) => event_id))
  const built = buildChain(events, expired)
  return {
    ...chain,
    members: built.members.map(placed),
    missing: built.missing,
  }
}

/** The member as it stood; mostly as it stands now, and then the same object: 100,000 copies are a tenth of a second. */
function placed({
  event: { member },
  depth,
  joined_by,
  delay_ms,
  flags,
}: PlacedEvent<KnownEvent>): ViewMember {
  const stood = member.depth === depth && member.joined_by === joined_by && member.delay_ms === delay_ms
  if (stood && member.flags.length + flags.length === 0) return member
  const others = member.flags.filter((flag) => !OF_THE_TREE.has(flag))
  return { ...member, depth, joined_by, delay_ms, flags: flags.length === 0 ? others : [...others, ...flags] }
}
