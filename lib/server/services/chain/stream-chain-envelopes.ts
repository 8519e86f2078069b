import 'server-only'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { maskedEnvelopes } from '@/lib/server/services/event/masked-envelopes'
import { readChain } from './read-chain'

/** Bodies read at once: what is in memory is a few megabytes, however large the chain. */
const STRIDE = 500

/**
 * The envelopes of a chain in reading order as NDJSON, written while they are read. An erased body is null. What retention
 * takes meanwhile is left out. @param query `received_until`: the chain as it was known at that moment
 * @throws Problem `event-not-found`
 */
export async function streamChainEnvelopes(
  actor: Actor,
  { event_id, query = {} }: { event_id: string; query?: { received_until?: string } },
): Promise<ReadableStream<Uint8Array>> {
  authorize(actor, 'read')
  const until = query.received_until === undefined ? Infinity : Date.parse(query.received_until)
  const { members } = await readChain(event_id, { until })
  const ids = members.map(({ event }) => event.event_id)
  const encoder = new TextEncoder()
  let next = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const some = ids.slice(next, (next += STRIDE))
      if (some.length === 0) {
        controller.close()
        return
      }
      const lines = await maskedEnvelopes(actor, some)
      controller.enqueue(encoder.encode(some.map((id) => lines.get(id) ?? '').join('')))
    },
  })
}
