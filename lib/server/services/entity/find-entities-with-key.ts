import 'server-only'
import { readKeyChains } from '@/lib/server/stores/chain-store'
import { readEntityEventsIn } from '@/lib/server/stores/entity-event-store'
import type { Actor } from '@/lib/server/services/actor'
import { entityTypes, findEntityFamily, keyOf } from './entity-family'
import { eventMasks } from '@/lib/server/services/event/event-masks'

/** The latest chains and events that are looked at: one event is enough. */
const MOST_CHAINS = 200
const MOST_EVENTS = 1_000

/** Entities of which one has this key, by the latest events that hold it. */
export async function findEntitiesWithKey(actor: Actor, key: string): Promise<string[]> {
  const [entities, chains] = await Promise.all([entityTypes(), readKeyChains(`k${key}`, MOST_CHAINS)])
  if (chains.length === 0) return []
  const entityOf = new Map(
    [...entities].flatMap(([entity, types]) => types.map(({ row }) => [row.name, entity])),
  )
  const rows = await readEntityEventsIn(chains, [...entityOf.keys()], MOST_EVENTS)
  const masks = await eventMasks(actor, rows)
  const found = await Promise.all(
    [...new Set(rows.map(({ type }) => entityOf.get(type)!))].map(async (entity) => {
      const family = await findEntityFamily(entity)
      return rows.some(
        (row) =>
          entityOf.get(row.type) === entity &&
          row.data !== null &&
          keyOf(family, masks.withoutSensitive(row, row.data))?.key === key,
      )
        ? [entity]
        : []
    }),
  )
  return found.flat()
}
