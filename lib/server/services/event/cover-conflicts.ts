import 'server-only'
import type { Event } from '@/lib/contracts/event'
import { isObject, own, type Json } from '@/lib/domain/json/json'
import { pool } from '@/lib/server/database/connection'
import type { StoredConflict } from '@/lib/server/stores/event-detail-store'
import { readSchemaNames } from '@/lib/server/stores/event-schema-store'
import type { Actor } from '@/lib/server/services/actor'
import { eventMasks, maskedPlaces, type Look, type Masked } from './event-masks'

/**
 * Other content that came under an event's id, as it may be shown. It may name another type than the event that was first:
 * what either of them hides is hidden.
 */
export async function coverConflicts(
  actor: Actor,
  event: Masked,
  conflicts: readonly StoredConflict[],
  look: Look,
): Promise<Event['conflicts']> {
  if (conflicts.length === 0) return []
  const named = await Promise.all(conflicts.map(({ meta_text }) => namedBy(JSON.parse(meta_text) as Json)))
  const masks = await eventMasks(actor, [event, ...named], look)
  return conflicts.map(({ received_at, data_text, meta_text }, i) => {
    const first = masks.data(event, data_text)
    const second = masks.data(named[i]!, first.text)
    const data = { text: second.text, masked: [...first.masked, ...second.masked] }
    const meta = masks.meta(named[i]!, meta_text)
    return {
      received_at,
      data_text: data.text,
      meta: JSON.parse(meta.text) as Record<string, unknown>,
      meta_text: meta.text,
      masked: distinct(maskedPlaces(data, meta)),
    }
  })
}

async function namedBy(meta: Json): Promise<Masked> {
  const schema = isObject(meta) ? own(meta, 'schema') : undefined
  const [name, version] = isObject(schema) ? [own(schema, 'name'), own(schema, 'version')] : []
  if (typeof name === 'string') return { type: name, version: typeof version === 'string' ? version : '' }
  const id = isObject(meta) ? own(meta, 'schema_id') : undefined
  if (typeof id !== 'string') return { type: '', version: '' }
  return (await readSchemaNames(pool(), [id])).get(id) ?? { type: id, version: '' }
}

function distinct(places: Event['masked']): Event['masked'] {
  return [...new Map(places.map((place) => [place.pointer, place])).values()]
}
