import 'server-only'
import { MAX_PAGE } from '@/lib/contracts/pages'
import type { CallOutput } from '@/lib/contracts/routes'
import { listPeople } from '@/lib/server/stores/person-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'

/** Everybody who may sign in, and who once might, in the order of their e-mail addresses. @throws Problem `invalid-cursor` */
export async function listPeoplePage(
  actor: Actor,
  { query }: { query: { cursor?: string; limit?: number } },
): Promise<CallOutput<'listPeople'>> {
  authorize(actor, 'manage-people')
  const limit = query.limit ?? MAX_PAGE
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['name'])[0]
  const items = await listPeople(after, limit + 1)
  const page = items.slice(0, limit)
  return { items: page, next_cursor: items.length > limit ? encodeCursor([page.at(-1)!.email]) : null }
}
