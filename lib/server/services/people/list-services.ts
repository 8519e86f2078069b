import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { MAX_PAGE } from '@/lib/contracts/pages'
import { listServices } from '@/lib/server/stores/service-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'

/** In the order of their slugs. */
export async function listServicesPage(
  actor: Actor,
  { query }: { query: { cursor?: string; limit?: number } },
): Promise<CallOutput<'listServices'>> {
  authorize(actor, 'read')
  const limit = query.limit ?? MAX_PAGE
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['name'])[0]
  const items = await listServices(after, limit + 1)
  const page = items.slice(0, limit)
  return { items: page, next_cursor: items.length > limit ? encodeCursor([page.at(-1)!.slug]) : null }
}
