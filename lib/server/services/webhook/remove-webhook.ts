import 'server-only'
import { deleteWebhook } from '@/lib/server/stores/webhook-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { webhookNotFound, webhookOf } from './webhook-of'

/** Sends nothing more, and forgets what was sent. @throws Problem `webhook-not-found` */
export async function removeWebhook(actor: Actor, { id }: { id: string }): Promise<undefined> {
  authorize(actor, 'administer')
  const { name, url } = await webhookOf(id)
  const isFound = await deleteWebhook(id, {
    by: actor,
    action: 'webhook-removed',
    subject: name,
    details: { id, url },
  })
  if (!isFound) throw webhookNotFound(id)
}
