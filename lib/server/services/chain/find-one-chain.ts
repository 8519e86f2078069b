import 'server-only'
import type { EventQuery } from '@/lib/contracts/event'
import { readChainIds, readComponent } from '@/lib/server/stores/chain-store'
import type { Actor } from '@/lib/server/services/actor'
import { listEvents } from '@/lib/server/services/event/list-events'

/** With more events of a key than this a list to choose from helps more than any chain. */
const MOST_EVENTS = 200

/** Where what carries a trace id or a business key leads. */
export interface FoundEvents {
  /** Whether anything carries it, as far as who asks may know. */
  any: boolean
  /** The first of the events, where all of them stand in one chain: opened, its page shows them all. */
  first: string | null
}

/** Whether the events that carry a trace id or a business key stand in one chain. */
export async function findOneChain(
  actor: Actor,
  query: Pick<EventQuery, 'trace_id' | 'key'>,
): Promise<FoundEvents> {
  const { items, next_cursor } = await listEvents(actor, { query: { ...query, limit: MOST_EVENTS } })
  // Newest first.
  const first = items.at(-1)
  if (first === undefined || next_cursor !== null) return { any: first !== undefined, first: null }
  // What shares a trace id stands beside a chain, whichever of its events is opened.
  if (query.trace_id !== undefined || items.length === 1) return { any: true, first: first.event_id }
  const chains = await readChainIds(items.map(({ event_id }) => event_id))
  const component = new Set(await readComponent([chains.get(first.event_id) ?? first.event_id]))
  const isOne = [...chains.values()].every((chain) => component.has(chain))
  return { any: true, first: isOne ? first.event_id : null }
}
