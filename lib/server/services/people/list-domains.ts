import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { MAX_PAGE } from '@/lib/contracts/pages'
import { listDomains } from '@/lib/server/stores/domain-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'

/** In the order of their slugs. */
export async function listDomainsPage(
  actor: Actor,
  { query }: { query: { cursor?: string; limit?: number } },
): Promise<CallOutput<'listDomains'>> {
  authorize(actor, 'read')
  const limit = query.limit ?? MAX_PAGE
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['name'])[0]
  const items = await listDomains(after, limit + 1)
  const page = items.slice(0, limit)
  return { items: page, next_cursor: items.length > limit ? encodeCursor([page.at(-1)!.slug]) : null }
}
