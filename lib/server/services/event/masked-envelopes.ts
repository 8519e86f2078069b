import 'server-only'
import { envelopeLine } from '@/lib/domain/chain-view/export'
import { pool } from '@/lib/server/database/connection'
import { readContents } from '@/lib/server/stores/event-duplicate-store'
import { storedMetaText } from '@/lib/server/stores/event-meta'
import type { Actor } from '@/lib/server/services/actor'
import { eventMasks, maskedPlaces } from './event-masks'

/**
 * Envelopes of stored events by id, as lines of NDJSON for whoever asks. An erased body is null; what retention took is
 * missing.
 */
export async function maskedEnvelopes(actor: Actor, ids: readonly string[]): Promise<Map<string, string>> {
  const contents = await readContents(pool(), ids)
  const masks = await eventMasks(actor, contents.values())
  return new Map(
    [...contents].map(([id, content]) => {
      const data = content.dataText === null ? null : masks.data(content, content.dataText)
      const meta = masks.meta(content, storedMetaText(content))
      return [id, envelopeLine(data && data.text, meta.text, maskedPlaces(data, meta))]
    }),
  )
}
