import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { MAX_PAGE } from '@/lib/contracts/pages'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'
import { entityTypes, toEntitySummaries } from './entity-family'
import { findEntitiesWithKey } from './find-entities-with-key'

/** The entities of the catalog by name. */
export async function listEntities(
  actor: Actor,
  { query }: { query: { key?: string | undefined; cursor?: string | undefined; limit?: number | undefined } },
): Promise<CallOutput<'listEntities'>> {
  authorize(actor, 'read')
  const limit = query.limit ?? MAX_PAGE
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['name'])[0]
  const wanted = query.key === undefined ? null : await findEntitiesWithKey(actor, query.key)
  const all = [...(await entityTypes())]
    .map(([entity, types]) => ({ entity, types }))
    .filter(({ entity }) => wanted === null || wanted.includes(entity))
  const sorted = all.sort((a, b) => (a.entity < b.entity ? -1 : 1))
  const left = after === undefined ? sorted : sorted.filter(({ entity }) => entity > after)
  const items = await toEntitySummaries(left.slice(0, limit))
  return { items, next_cursor: left.length > limit ? encodeCursor([items.at(-1)!.entity]) : null }
}
