import 'server-only'
import type { Entity } from '@/lib/contracts/entity'
import { readEntityEvents } from '@/lib/server/stores/entity-event-store'
import { instantOf } from '@/lib/server/stores/event-summary'
import { readRetainedSince } from '@/lib/server/stores/retention-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { findEntityFamily, keyOf, operationOf, toEntitySummaries } from './entity-family'
import { eventMasks } from '@/lib/server/services/event/event-masks'

/** The latest events that are looked at for what changed last. */
const LOOKED_AT = 500
const MOST_RECENT = 100

/** One entity with what changed last. @throws Problem `entity-not-found` */
export async function getEntity(actor: Actor, { entity }: { entity: string }): Promise<Entity> {
  authorize(actor, 'read')
  const family = await findEntityFamily(entity)
  const [rows, summaries, retained_since] = await Promise.all([
    readEntityEvents(family.ranked, { limit: LOOKED_AT }),
    toEntitySummaries([family]),
    readRetainedSince(),
  ])
  const masks = await eventMasks(actor, rows)
  const recent = new Map<string, Entity['recent'][number]>()
  for (const row of rows) {
    const { event_id, type, created_at, data } = row
    const found = keyOf(family, data === null ? null : masks.data(row, data))
    if (!found || recent.has(found.key) || recent.size === MOST_RECENT) continue
    const operation = operationOf(family, type)
    recent.set(found.key, {
      key: found.key,
      operation,
      event_id,
      type,
      created_at: instantOf(created_at),
    })
  }
  return {
    ...summaries[0]!,
    key_places: [...family.places],
    recent: [...recent.values()],
    retained_since,
  }
}
