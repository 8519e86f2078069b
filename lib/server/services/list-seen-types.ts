import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { MAX_PAGE } from '@/lib/contracts/pages'
import { readUncataloguedTypes } from '@/lib/server/stores/seen-type-store'
import { authorize, type Actor } from './actor'
import { decodeCursor, encodeCursor } from './cursor'

/** Event types that are seen and not in the catalog, in the order of their names. */
export async function listSeenTypes(
  actor: Actor,
  { query }: { query: { cursor?: string; limit?: number } },
): Promise<CallOutput<'listSeenTypes'>> {
  authorize(actor, 'read')
  const limit = query.limit ?? MAX_PAGE
  const after = query.cursor === undefined ? '' : decodeCursor(query.cursor, ['name'])[0]
  const items = await readUncataloguedTypes(after, limit + 1)
  const page = items.slice(0, limit)
  return { items: page, next_cursor: items.length > limit ? encodeCursor([page.at(-1)!.name]) : null }
}
