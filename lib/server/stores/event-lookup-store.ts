import 'server-only'
import { lookUpPool } from '@/lib/server/database/connection'
import { countTraceEvents, readChainIds, readKeyChains } from './chain-store'

/** Further than this nobody wants a count told. */
const MAX_COUNT = 10_000

/** What an id that somebody pasted may be. */
export interface FoundById {
  event: boolean
  /** An event that names it as its parent, where no event of this id has ever come. */
  child: string | null
  /** Events of a trace. */
  traceEvents: number
  /** Chains of a business key. */
  keyChains: number
}

export async function findById(id: string): Promise<FoundById> {
  const [chains, child, traceChains, keyChains] = await Promise.all([
    readChainIds([id]),
    readOrphanOf(id),
    readKeyChains(`t${id}`, MAX_COUNT),
    readKeyChains(`k${id}`, MAX_COUNT),
  ])
  return {
    event: chains.has(id),
    child: chains.has(id) ? null : child,
    traceEvents: traceChains.length > 0 ? await countTraceEvents(id, traceChains, MAX_COUNT) : 0,
    keyChains: keyChains.length,
  }
}

async function readOrphanOf(missing: string): Promise<string | null> {
  const { rows } = await lookUpPool().query<{ event_id: string }>({
    name: 'orphan-of',
    text: 'SELECT event_id FROM events.orphan WHERE parent_event_id = $1 ORDER BY event_id LIMIT 1',
    values: [missing],
  })
  return rows[0]?.event_id ?? null
}
