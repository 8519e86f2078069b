import 'server-only'
import { envelopeLine } from '@/lib/domain/chain-view/export'
import { pool } from '@/lib/server/database/connection'
import { readContents } from '@/lib/server/stores/event-duplicate-store'
import { storedMetaText } from '@/lib/server/stores/event-meta'
import { authorize, type Actor } from './actor'
import { readChain } from './read-chain'

/** Bodies read at once: what is in memory is a few megabytes, however large the chain. */
const STRIDE = 500

/**
 * The envelopes of a chain in reading order as NDJSON, written while they are read. An erased body is null. What retention
 * takes meanwhile is left out. @throws Problem `event-not-found`
 */
export async function streamChainEnvelopes(
  actor: Actor,
  { event_id }: { event_id: string },
): Promise<ReadableStream<Uint8Array>> {
  authorize(actor, 'read')
  const ids = (await readChain(event_id)).members.map(({ event }) => event.event_id)
  const encoder = new TextEncoder()
  let next = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const some = ids.slice(next, (next += STRIDE))
      if (some.length === 0) {
        controller.close()
        return
      }
      const contents = await readContents(pool(), some)
      const lines = some.flatMap((id) => {
        const content = contents.get(id)
        return content ? [envelopeLine(content.dataText, storedMetaText(content))] : []
      })
      controller.enqueue(encoder.encode(lines.join('')))
    },
  })
}
