import { wordsWithPlaces } from './words'

export type CudOperation = 'created' | 'updated' | 'deleted'

/**
 * The entity and the operation a CUD event's name says, or null: the name is the entity plus Created, Updated or
 * Deleted, in any style (`CustomerCreated`, `customer.deleted`). The entity is as the name spells it, without the
 * separator; nothing may follow the operation.
 */
export function cudName(name: string): { entity: string; operation: CudOperation } | null {
  const all = wordsWithPlaces(name)
  const last = all[all.length - 1]
  const before = all[all.length - 2]
  const operation = last?.text.toLowerCase()
  if (!last || !before || last.end !== name.length) return null
  if (operation !== 'created' && operation !== 'updated' && operation !== 'deleted') return null
  return { entity: name.slice(0, before.end), operation }
}
