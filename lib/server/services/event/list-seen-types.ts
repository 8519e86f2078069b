import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { MAX_PAGE } from '@/lib/contracts/pages'
import type { SeenSort } from '@/lib/contracts/seen-type'
import { readUncataloguedTypes, type SeenPlace } from '@/lib/server/stores/seen-type-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'

/** Event types that are seen and not in the catalog, in the order of their names where nothing else is asked for. */
export async function listSeenTypes(
  actor: Actor,
  { query }: { query: { cursor?: string; limit?: number; sort?: SeenSort } },
): Promise<CallOutput<'listSeenTypes'>> {
  authorize(actor, 'read')
  const limit = query.limit ?? MAX_PAGE
  const sort = query.sort ?? 'name'
  const after = query.cursor === undefined ? undefined : placeIn(query.cursor, sort)
  const items = await readUncataloguedTypes(sort, after, limit + 1)
  const page = items.slice(0, limit)
  const { name, count } = page.at(-1) ?? { name: '', count: 0 }
  const place = sort === 'name' ? [name] : [count, name]
  return { items: page, next_cursor: items.length > limit ? encodeCursor(place) : null }
}

function placeIn(cursor: string, sort: SeenSort): SeenPlace {
  if (sort === 'name') return { name: decodeCursor(cursor, ['name'])[0], count: 0 }
  const [count, name] = decodeCursor(cursor, ['number', 'name'])
  return { name, count }
}
