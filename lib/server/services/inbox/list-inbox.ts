import 'server-only'
import { MAX_PAGE } from '@/lib/contracts/pages'
import type { CallOutput } from '@/lib/contracts/routes'
import { countUnread, listInbox } from '@/lib/server/stores/inbox-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'

/** What the database's integers hold. */
const MAX_ID = 2_147_483_647

/** What whoever asks was told, newest first. */
export async function listInboxPage(
  actor: Actor,
  { query }: { query: { cursor?: string; limit?: number } },
): Promise<CallOutput<'listInbox'>> {
  authorize(actor, 'read')
  const limit = query.limit ?? MAX_PAGE
  const before = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['number'])[0]
  const items = await listInbox(actor.id, before && Math.min(before, MAX_ID), limit + 1)
  const page = items.slice(0, limit)
  const last = page.at(-1)
  return { items: page, next_cursor: items.length > limit && last ? encodeCursor([last.id]) : null }
}

/** How much of it is not read. */
export async function getUnread(actor: Actor): Promise<CallOutput<'getUnread'>> {
  authorize(actor, 'read')
  return { unread: await countUnread(actor.id) }
}
