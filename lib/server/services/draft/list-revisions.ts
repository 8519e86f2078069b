import 'server-only'
import { MAX_PAGE } from '@/lib/contracts/pages'
import type { CallOutput } from '@/lib/contracts/routes'
import { listRevisions } from '@/lib/server/stores/proposal-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'
import { readDraft } from '@/lib/server/services/proposal/hold-proposal'

/** What the database's integers hold. */
const MAX_REVISION = 2_147_483_647

/** Newest first. @throws Problem `draft-not-found` */
export async function listRevisionsPage(
  actor: Actor,
  { id, query }: { id: string; query: { cursor?: string; limit?: number } },
): Promise<CallOutput<'listRevisions'>> {
  authorize(actor, 'read')
  const limit = query.limit ?? MAX_PAGE
  const before = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['number'])[0]
  await readDraft(actor, id)
  const items = await listRevisions(id, before && Math.min(before, MAX_REVISION), limit + 1)
  const page = items.slice(0, limit)
  const last = page.at(-1)
  return { items: page, next_cursor: items.length > limit && last ? encodeCursor([last.revision]) : null }
}
