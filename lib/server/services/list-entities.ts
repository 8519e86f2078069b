import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { MAX_PAGE } from '@/lib/contracts/pages'
import { authorize, type Actor } from './actor'
import { decodeCursor, encodeCursor } from './cursor'
import { entityTypes, toEntitySummaries } from './entity-family'

/** The entities of the catalog by name. */
export async function listEntities(
  actor: Actor,
  { query }: { query: { cursor?: string | undefined; limit?: number | undefined } },
): Promise<CallOutput<'listEntities'>> {
  authorize(actor, 'read')
  const limit = query.limit ?? MAX_PAGE
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['name'])[0]
  const names = await entityTypes()
  const all = [...names].map(([entity, types]) => ({ entity, types }))
  const sorted = all.sort((a, b) => (a.entity < b.entity ? -1 : 1))
  const left = after === undefined ? sorted : sorted.filter(({ entity }) => entity > after)
  const items = await toEntitySummaries(left.slice(0, limit))
  return { items, next_cursor: left.length > limit ? encodeCursor([items.at(-1)!.entity]) : null }
}
