import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { listDeliveries } from '@/lib/server/stores/delivery-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'
import { webhookOf } from './webhook-of'

const PAGE = 50

/** What was sent to a webhook and what it answered, newest first. @throws Problem `webhook-not-found`, `invalid-cursor` */
export async function listWebhookDeliveries(
  actor: Actor,
  { id, query }: { id: string; query: { cursor?: string; limit?: number } },
): Promise<CallOutput<'listDeliveries'>> {
  authorize(actor, 'administer')
  const limit = query.limit ?? PAGE
  const [at, last] = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['instant', 'name'])
  const after = at === undefined || last === undefined ? undefined : { createdAt: new Date(at), id: last }
  await webhookOf(id)
  const items = await listDeliveries(id, after, limit + 1)
  const page = items.slice(0, limit)
  const end = page.at(-1)
  return {
    items: page,
    next_cursor: items.length > limit && end ? encodeCursor([end.created_at, end.id]) : null,
  }
}
