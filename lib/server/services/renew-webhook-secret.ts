import 'server-only'
import type { MadeWebhook } from '@/lib/contracts/webhook'
import { newWebhookSecret, sealSecret } from '@/lib/server/delivery/webhook-secret'
import { updateWebhookRow } from '@/lib/server/stores/webhook-store'
import { authorize, type Actor } from './actor'
import { webhookNotFound, webhookOf } from './webhook-of'

/** Signs with a new secret from now on; it is in this answer and nowhere else. @throws Problem `webhook-not-found` */
export async function renewWebhookSecret(actor: Actor, { id }: { id: string }): Promise<MadeWebhook> {
  authorize(actor, 'administer')
  const webhook = await webhookOf(id)
  const secret = newWebhookSecret()
  const isFound = await updateWebhookRow(
    id,
    { sealedSecret: sealSecret(secret) },
    { by: actor, action: 'webhook-secret-renewed', subject: webhook.name, details: { id } },
  )
  if (!isFound) throw webhookNotFound(id)
  return { ...webhook, secret }
}
