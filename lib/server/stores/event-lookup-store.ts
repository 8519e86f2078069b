import 'server-only'
import { countTraceEvents, readChainIds, readKeyChains } from './chain-store'

/** Further than this nobody wants a count told. */
const MAX_COUNT = 10_000

/** What an id that somebody pasted may be: an event, a trace with so many events, a business key of so many chains. */
export async function findById(
  id: string,
): Promise<{ event: boolean; traceEvents: number; keyChains: number }> {
  const [chains, traceChains, keyChains] = await Promise.all([
    readChainIds([id]),
    readKeyChains(`t${id}`, MAX_COUNT),
    readKeyChains(`k${id}`, MAX_COUNT),
  ])
  return {
    event: chains.has(id),
    traceEvents: traceChains.length > 0 ? await countTraceEvents(id, traceChains, MAX_COUNT) : 0,
    keyChains: keyChains.length,
  }
}
