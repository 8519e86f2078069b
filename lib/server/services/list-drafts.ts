import 'server-only'
import type { DraftState } from '@/lib/contracts/draft'
import { MAX_PAGE } from '@/lib/contracts/pages'
import type { CallOutput } from '@/lib/contracts/routes'
import { listDrafts } from '@/lib/server/stores/draft-store'
import { authorize, type Actor } from './actor'
import { decodeCursor, encodeCursor } from './cursor'
import { draftsForActor } from './draft-for-actor'

interface Query {
  cursor?: string
  limit?: number
  state?: DraftState
  event_type?: string
}

/** Last changed first. */
export async function listDraftsPage(
  actor: Actor,
  { query }: { query: Query },
): Promise<CallOutput<'listDrafts'>> {
  authorize(actor, 'read')
  const limit = query.limit ?? MAX_PAGE
  const key = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['instant', 'name'])
  const after = key && { updatedAt: new Date(key[0]), id: key[1] }
  const items = await listDrafts({ state: query.state, eventTypeName: query.event_type }, after, limit + 1)
  const page = items.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await draftsForActor(actor, page),
    next_cursor: items.length > limit && last ? encodeCursor([last.updated_at, last.id]) : null,
  }
}
