import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { listWebhooks } from '@/lib/server/stores/webhook-store'
import { authorize, type Actor } from '@/lib/server/services/actor'

/** Servers that news are sent to, oldest first. */
export async function listAllWebhooks(actor: Actor): Promise<CallOutput<'listWebhooks'>> {
  authorize(actor, 'administer')
  return { items: await listWebhooks(), next_cursor: null }
}
